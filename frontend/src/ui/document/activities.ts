import type { Activity } from '../../api/types'
import { date } from '../format'

/** The day of an activity, or its first and last day. */
export const dayOf = (it: Pick<Activity, 'date' | 'until'>) =>
  it.until ? `${date(it.date)} – ${date(it.until)}` : date(it.date)
