import { language } from '../messages/language'
import { t } from '../messages/messages'

/** Numbers and dates as people here write them: decimals with a comma, "14 Jan 2026", "09.41". */

const locale = () => (language.value === 'en' ? 'en-GB' : 'id-ID')
const dash = '–'

type Value = string | number | null | undefined

const isMissing = (value: Value) => value === null || value === undefined || value === ''

/** A decimal number with a fixed count of digits; decimal strings are read exactly. */
export function number(value: Value, digits = 2, most = digits): string {
  if (isMissing(value)) return dash
  return new Intl.NumberFormat(locale(), {
    minimumFractionDigits: digits,
    maximumFractionDigits: most,
  }).format(value as number)
}

/** Points: two digits. */
export const points = (value: Value) => number(value, 2)

/** A whole number, with a dot for the thousands. */
export const count = (value: Value) => number(value, 0)

/** A percentage with at most one digit. */
export const percent = (value: Value, digits = 0) =>
  isMissing(value) ? dash : `${number(value, digits, 1)}%`

/** What is missing is rounded up, so that a gap never looks closed. */
export function gap(value: Value, digits = 2, fewest = digits): string {
  if (isMissing(value)) return dash
  const factor = 10 ** digits
  return number(Math.ceil(Number(value) * factor - 1e-9) / factor, fewest, digits)
}

/** A measure in its unit: points, a percentage, an index, a count. */
export function measure(value: Value, unit: string): string {
  if (isMissing(value)) return dash
  if (unit === 'percent' || unit === '%') return percent(value)
  if (unit === 'points') return points(value)
  return number(value, 0, 4)
}

/** A day without a time is that day everywhere; a moment is shown in the viewer's own time. */
function dateOf(value: string): Date {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00`) : new Date(value)
}

export function date(value: string | null | undefined): string {
  if (!value) return dash
  return new Intl.DateTimeFormat(locale(), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(dateOf(value))
}

export function time(value: string | Date): string {
  const moment = typeof value === 'string' ? dateOf(value) : value
  return new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' }).format(moment)
}

export function dateTime(value: string | null | undefined): string {
  return value ? `${date(value)} ${time(value)}` : dash
}

const day = 86_400_000

/** Whole days from today until a day; negative when it has passed. */
export function daysUntil(value: string, today = new Date()): number {
  const start = new Date(today.getFullYear(), today.getMonth(), today.getDate())
  return Math.round((dateOf(value).getTime() - start.getTime()) / day)
}

/** "sisa 3 hari", "batas hari ini", "terlambat 2 hari". */
export function deadline(value: string | null | undefined, today = new Date()): string {
  if (!value) return dash
  const days = daysUntil(value, today)
  if (days === 0) return t('days.today')
  return days > 0 ? t('days.left', { days }) : t('days.late', { days: -days })
}

const units = ['B', 'kB', 'MB', 'GB']

/** The size of a file: "3,1 MB". */
export function bytes(size: number): string {
  let amount = size
  let unit = 0
  while (amount >= 1000 && unit < units.length - 1) {
    amount /= 1000
    unit++
  }
  return `${number(amount, 0, unit === 0 ? 0 : 1)} ${units[unit]}`
}

/** About how long something takes: seconds, minutes, or hours and minutes. */
export function duration(seconds: number): string {
  const of = (amount: number, unit: string) =>
    new Intl.NumberFormat(locale(), {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: 0,
    }).format(amount)
  if (seconds < 59.5) return of(Math.max(1, Math.round(seconds)), 'second')
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return of(minutes, 'minute')
  return `${of(Math.floor(minutes / 60), 'hour')} ${of(minutes % 60, 'minute')}`
}
