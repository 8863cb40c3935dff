import type { CalendarEntry, EntryValue, Period } from '../../api/types'
import { t } from '../../messages/messages'
import '../../messages/steps'
import { date } from '../../ui/format'

/** One line of the calendar of a period. */
export interface CalendarLine {
  entry: CalendarEntry
  /** The name of a round; null for other entries. */
  round: string | null
  value: EntryValue
}

const none: EntryValue = { from: null, until: null, days: null, workingDays: null }

/** Every entry of a period, in the order of the year. */
export function linesOf(period: Period): CalendarLine[] {
  const until = (day: string | null): EntryValue => ({ ...none, until: day })
  return [
    { entry: 'OPENING', round: null, value: { ...none, from: period.opensOn } },
    { entry: 'UNIT_DEADLINE', round: null, value: until(period.unitDeadline) },
    ...period.rounds.map((it): CalendarLine => ({
      entry: 'REVIEW_ROUND',
      round: it.name,
      value: { ...none, from: it.from, until: it.until },
    })),
    { entry: 'REVIEW_DEADLINE', round: null, value: until(period.reviewDeadline) },
    {
      entry: 'REPAIR_WINDOW',
      round: null,
      value: {
        ...none,
        days: period.repairDays,
        workingDays: period.repairDays === null ? null : period.repairInWorkingDays,
      },
    },
    { entry: 'NOMINATION_DEADLINE', round: null, value: until(period.nominationDeadline) },
    {
      entry: 'APPEAL_WINDOW',
      round: null,
      value: { ...none, from: period.appealFrom, until: period.appealUntil },
    },
  ]
}

export const isUnset = (value: EntryValue) =>
  value.from === null && value.until === null && value.days === null

/** A value in words. */
export function wordsOf(value: EntryValue): string {
  if (value.days !== null) {
    return t(value.workingDays ? 'calendar.days.working' : 'calendar.days.calendar', {
      days: value.days,
    })
  }
  if (value.from && value.until) {
    return t('calendar.span', { from: date(value.from), until: date(value.until) })
  }
  return value.from || value.until ? date(value.from ?? value.until) : t('calendar.unset')
}

export const nameOf = (entry: CalendarEntry, round: string | null) =>
  t(`calendar.entry.${entry}`, { round: round ?? '' })

/** Which days an entry has. */
export const hasFrom = (entry: CalendarEntry) =>
  entry === 'OPENING' || entry === 'REVIEW_ROUND' || entry === 'APPEAL_WINDOW'
export const hasUntil = (entry: CalendarEntry) => entry !== 'OPENING' && entry !== 'REPAIR_WINDOW'

/** What the server takes for a period as it is: the base for changing one thing. */
export const bodyOf = (period: Period) => ({
  name: period.name,
  year: period.year,
  instrumentId: period.instrumentId,
  instrumentVersion: period.instrumentVersion,
})

/** The fields by which the server takes the first value of an entry. */
export function firstValue(line: CalendarLine, value: EntryValue): Record<string, unknown> {
  switch (line.entry) {
    case 'OPENING':
      return { opensOn: value.from }
    case 'UNIT_DEADLINE':
      return { unitDeadline: value.until }
    case 'REVIEW_DEADLINE':
      return { reviewDeadline: value.until }
    case 'NOMINATION_DEADLINE':
      return { nominationDeadline: value.until }
    case 'APPEAL_WINDOW':
      return { appealFrom: value.from, appealUntil: value.until }
    case 'REPAIR_WINDOW':
      return { repairDays: value.days, repairInWorkingDays: value.workingDays }
    case 'REVIEW_ROUND':
      return {}
  }
}
