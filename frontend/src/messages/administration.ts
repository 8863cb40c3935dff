import { id } from './id'
import { administration } from './id/administration'
import { checks } from './id/checks'
import { moving } from './id/moving'

/** Texts that only administrators see; parts that import this bring them along. */
Object.assign(id, administration, checks, moving)
