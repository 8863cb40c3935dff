import type { administration } from './id/administration'
import { answers } from './id/answers'
import type { checks } from './id/checks'
import { document } from './id/document'
import { dossier } from './id/dossier'
import { evidence } from './id/evidence'
import { finding } from './id/finding'
import { home } from './id/home'
import type { discussion } from './id/discussion'
import type { findings } from './id/findings'
import type { instruments } from './id/instruments'
import type { programme } from './id/programme'
import { keeping } from './id/keeping'
import { managing } from './id/managing'
import type { moving } from './id/moving'
import { preconditions } from './id/preconditions'
import { problems } from './id/problems'
import { proofs } from './id/proofs'
import { readiness } from './id/readiness'
import { review } from './id/review'
import { scores } from './id/scores'
import { shell } from './id/shell'
import type { steps } from './id/steps'
import type { trail } from './id/trail'
import { worksheet } from './id/worksheet'

/**
 * The texts of the screens in Indonesian: the source that the other languages follow. Those that only
 * few pages need come with these pages (`messages/administration.ts`, `messages/instruments.ts`, `messages/steps.ts`, `messages/together.ts`).
 */
export const id = {
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
  ...preconditions,
  ...keeping,
}

export type MessageKey =
  | keyof typeof id
  | keyof typeof administration
  | keyof typeof moving
  | keyof typeof checks
  | keyof typeof instruments
  | keyof typeof steps
  | keyof typeof discussion
  | keyof typeof findings
  | keyof typeof programme
  | keyof typeof trail
export type Messages = Record<MessageKey, string>
