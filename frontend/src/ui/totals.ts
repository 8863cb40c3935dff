import type { ScoreMap, Scores } from '../api/types'

/** The three scores of the whole sheet. */
export function totalsOf(scores: Scores<ScoreMap>): Scores {
  return {
    strict: scores.strict.TOTAL ?? '0',
    official: scores.official.TOTAL ?? '0',
    best: scores.best.TOTAL ?? '0',
  }
}
