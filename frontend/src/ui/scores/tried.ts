import { reactive, watch } from 'vue'
import { me } from '../../api/session'

/** The answers somebody tries on a sheet without giving them; a reload does not lose them. */
export type Tried = Map<string, string | null>

const placeOf = (assessmentId: string) => `zitrack.try/${me.value?.id}/${assessmentId}`

/** Reads what was tried before on this sheet, and keeps every change of it. */
export function useTried(assessmentId: string): Tried {
  const tried = reactive(new Map(readTried(assessmentId))) as Tried
  watch(tried, () => keepTried(assessmentId, tried))
  return tried
}

/** Keeps answers to be tried, in place of the ones kept before. */
export function keepTried(assessmentId: string, tried: Iterable<[string, string | null]>): void {
  try {
    sessionStorage.setItem(placeOf(assessmentId), JSON.stringify([...tried]))
  } catch {
    // A browser without storage forgets them with the page.
  }
}

function readTried(assessmentId: string): [string, string | null][] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(placeOf(assessmentId)) ?? '[]')
    if (!Array.isArray(kept)) return []
    return kept.filter(
      (it): it is [string, string | null] =>
        Array.isArray(it) &&
        typeof it[0] === 'string' &&
        (it[1] === null || typeof it[1] === 'string'),
    )
  } catch {
    return []
  }
}
