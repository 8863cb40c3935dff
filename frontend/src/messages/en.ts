import { administration } from './en/administration'
import { answers } from './en/answers'
import { checks } from './en/checks'
import { document } from './en/document'
import { dossier } from './en/dossier'
import { evidence } from './en/evidence'
import { finding } from './en/finding'
import { home } from './en/home'
import { discussion } from './en/discussion'
import { findings } from './en/findings'
import { instruments } from './en/instruments'
import { programme } from './en/programme'
import { keeping } from './en/keeping'
import { managing } from './en/managing'
import { moving } from './en/moving'
import { preconditions } from './en/preconditions'
import { problems } from './en/problems'
import { proofs } from './en/proofs'
import { readiness } from './en/readiness'
import { review } from './en/review'
import { scores } from './en/scores'
import { shell } from './en/shell'
import { steps } from './en/steps'
import { trail } from './en/trail'
import { worksheet } from './en/worksheet'
import type { Messages } from './id'

/** The same texts in English. */
export const en: Messages = {
  ...shell,
  ...problems,
  ...managing,
  ...answers,
  ...document,
  ...home,
  ...worksheet,
  ...evidence,
  ...finding,
  ...proofs,
  ...review,
  ...readiness,
  ...scores,
  ...dossier,
  ...administration,
  ...moving,
  ...preconditions,
  ...instruments,
  ...discussion,
  ...findings,
  ...programme,
  ...checks,
  ...keeping,
  ...steps,
  ...trail,
}
