import { administration } from './id/administration'
import { answers } from './id/answers'
import { checks } from './id/checks'
import { document } from './id/document'
import { dossier } from './id/dossier'
import { evidence } from './id/evidence'
import { finding } from './id/finding'
import { home } from './id/home'
import type { instruments } from './id/instruments'
import { keeping } from './id/keeping'
import { managing } from './id/managing'
import { moving } from './id/moving'
import { preconditions } from './id/preconditions'
import { problems } from './id/problems'
import { proofs } from './id/proofs'
import { readiness } from './id/readiness'
import { review } from './id/review'
import { scores } from './id/scores'
import { shell } from './id/shell'
import type { trail } from './id/trail'
import { worksheet } from './id/worksheet'

/**
 * The texts of the screens in Indonesian: the source that the other languages follow. Those that only
 * few pages need come with these pages (`messages/instruments.ts`).
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
  ...administration,
  ...moving,
  ...preconditions,
  ...checks,
  ...keeping,
}

export type MessageKey = keyof typeof id | keyof typeof instruments | keyof typeof trail
export type Messages = Record<MessageKey, string>
