import type { Item } from '../../api/instrument'
import type { Answer, Review, ReviewResult, Verdict, VoiceView } from '../../api/types'
import { changedCodes } from './changes'

/** What an assessor looks for in a sheet, and where each question stands. */

export type Filter = 'all' | 'mine' | 'unjudged' | 'different' | 'marked' | 'changed'
export const filters: readonly Filter[] = [
  'all',
  'mine',
  'unjudged',
  'different',
  'marked',
  'changed',
]

export type Standings = Record<Exclude<Filter, 'all'>, ReadonlySet<string>>

export function standingsOf(
  review: Review,
  answers: ReadonlyMap<string, Answer>,
  ownValue: (code: string) => string | null,
): Standings {
  const answered = [...answers.values()].filter((it) => it.value !== null).map((it) => it.code)
  const effective = new Set(review.effective.map((it) => it.code))
  return {
    mine: new Set(answered.filter((it) => ownValue(it) === null)),
    unjudged: new Set(review.notJudged ?? answered.filter((it) => !effective.has(it))),
    different: new Set(review.disagreements.map((it) => it.code)),
    marked: new Set(review.marks.map((it) => it.code)),
    changed: changedCodes(review),
  }
}

export function matches(item: Item, filter: Filter, standings: Standings, words = ''): boolean {
  if (filter !== 'all' && !standings[filter].has(item.code)) return false
  const text = `${item.code} ${item.label}`.toLocaleLowerCase()
  const wanted = words.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return wanted.every((it) => text.includes(it))
}

/** The next question after (or before) the current one that matches, though the current one may not. */
export function neighbor(
  items: readonly Item[],
  current: string | undefined,
  step: 1 | -1,
  isWanted: (item: Item) => boolean,
): Item | undefined {
  let at = items.findIndex((it) => it.code === current)
  if (at < 0 && step < 0) at = items.length
  for (at += step; at >= 0 && at < items.length; at += step) {
    if (isWanted(items[at]!)) return items[at]
  }
  return undefined
}

/** One's own verdict as the saving holds it; a verdict on an older answer has to be given anew. */
export function asAnswer(verdict: Verdict, by: Answer['by']): Answer {
  return {
    code: verdict.code,
    value: verdict.stale ? null : verdict.value,
    note: verdict.remark,
    revision: verdict.revision,
    by,
    at: verdict.at,
  }
}

/** Whether every answer has a verdict, so that the assessors' score means something. */
export const isComplete = (review: { judged: number; total: number }) =>
  review.total > 0 && review.judged >= review.total

/** The review after one's own verdict was confirmed by the server. */
export function withVerdict(
  review: Review,
  verdict: Verdict,
  result: ReviewResult,
  person: VoiceView['person'],
): Review {
  const own = review.voices.find((it) => it.mine)
  const others = review.voices.filter((it) => !it.mine)
  const verdicts = (own?.verdicts ?? []).filter((it) => it.code !== verdict.code)
  const mine: VoiceView = {
    voice: own?.voice ?? review.myVoice ?? 'MEMBER',
    person,
    mine: true,
    verdicts: [...verdicts, verdict],
  }
  // The first verdict takes the sheet up.
  const stage = review.stage === 'SUBMITTED' ? 'UNDER_REVIEW' : review.stage
  return { ...review, ...result, stage, voices: [...others, mine] }
}
