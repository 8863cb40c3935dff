import { shallowRef } from 'vue'
import { api } from '../../api/client'
import type { Activity, CarryOverOffer, Inquiry, PlannedForQuestion } from '../../api/types'

/**
 * What else bears on the proofs of a sheet: activities, requests of assessors, evidence of
 * earlier years that waits to be confirmed, and what the unit plans. The sheet works without it, so a failed read is tried
 * again with the next one.
 */
export function useProofs(assessmentId: string) {
  const activities = shallowRef<Activity[]>([])
  const inquiries = shallowRef<Inquiry[]>([])
  const offers = shallowRef<CarryOverOffer[]>([])
  const planned = shallowRef<PlannedForQuestion[]>([])
  const base = `/assessments/${assessmentId}`

  async function reload() {
    await Promise.allSettled([
      api.get<Activity[]>(`${base}/activities`).then((it) => (activities.value = it)),
      api.get<Inquiry[]>(`${base}/inquiries`).then((it) => (inquiries.value = it)),
      api.get<CarryOverOffer[]>(`${base}/carry-over`).then((it) => (offers.value = it)),
      api.get<PlannedForQuestion[]>(`${base}/planned-work`).then((it) => (planned.value = it)),
    ])
  }
  void reload()

  return { activities, inquiries, offers, planned, reload }
}
