import { id } from './id'
import { discussion } from './id/discussion'
import { findings } from './id/findings'
import { programme } from './id/programme'

/** Texts of what unit and assessors do together; parts that import this bring them along. */
Object.assign(id, discussion, findings, programme)
