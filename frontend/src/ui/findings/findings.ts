import { shallowRef } from 'vue'
import { api } from '../../api/client'
import type { EarlierFinding, Finding } from '../../api/types'

/**
 * What was found on a sheet, and on the same unit in earlier years. The page works without it, so a
 * failed read is tried again with the next one.
 */
export function useFindings(assessmentId: string) {
  const found = shallowRef<Finding[]>([])
  const earlier = shallowRef<EarlierFinding[]>([])
  const base = `/assessments/${assessmentId}`

  async function reload() {
    await Promise.allSettled([
      api.get<Finding[]>(`${base}/findings`).then((it) => (found.value = it)),
      api.get<EarlierFinding[]>(`${base}/earlier-findings`).then((it) => (earlier.value = it)),
    ])
  }
  void reload()

  return { found, earlier, reload }
}

/** Whether somebody of the unit or of the assessors has still to do something. */
export const isOpen = (it: Finding) => it.state !== 'CONFIRMED'
