import type { AwardReadiness, Readiness, ReadinessRow, Stage } from '../../api/types'
import { t } from '../../messages/messages'

/** What the readiness of units says in a sentence, and how the table is narrowed and ordered. */

/** A small number as a word, as headlines have it. */
export function numberWord(number: number): string {
  return t('readiness.numbers').split(',')[number] ?? String(number)
}

/** The gates and preconditions in the way, gates first. */
export const obstacles = (award: AwardReadiness | null) =>
  award ? [...award.missing, ...award.preconditions] : []
/** What is known to be unmet: preconditions of which nothing is recorded may still turn out well. */
export const unmet = (award: AwardReadiness | null) =>
  award ? [...award.missing, ...award.preconditions.filter((it) => it.recorded)] : []
export const unrecorded = (award: AwardReadiness | null) =>
  award ? award.preconditions.filter((it) => !it.recorded) : []

export const isReady = (row: ReadinessRow) => row.wbk?.ready === true
export const isOneShort = (row: ReadinessRow) => obstacles(row.wbk).length === 1 && !row.wbk!.unset
export const isLate = (row: ReadinessRow) => row.lateDays > 0
/** Ready only in the unit's own eyes: the assessors have not judged everything. */
export const isReadyByItself = (row: ReadinessRow) => isReady(row) && row.basis === 'UNIT'

export type Situation = 'ready' | 'near' | 'none' | 'unset' | 'empty'

export function situationOf(readiness: Readiness): Situation {
  const begun = readiness.units.filter((it) => it.assessmentId !== null)
  if (!begun.length) return 'empty'
  if (readiness.headline.readyWbk > 0) return 'ready'
  if (begun.every((it) => it.wbk?.ready == null && !obstacles(it.wbk).length)) return 'unset'
  return readiness.headline.oneShortWbk > 0 ? 'near' : 'none'
}

export function headlineOf(readiness: Readiness): string {
  const situation = situationOf(readiness)
  const number = numberWord(readiness.headline.readyWbk)
  if (situation === 'ready') return t('readiness.headline.ready', { number })
  if (situation === 'near') {
    const short = numberWord(readiness.headline.oneShortWbk).toLocaleLowerCase()
    return t('readiness.headline.near', { number: short })
  }
  return t(`readiness.headline.${situation}`)
}

/** The gates and preconditions at which the units fail that lack just one, most frequent first. */
export function stumblingBlocks(rows: readonly ReadinessRow[]): { label: string; units: number }[] {
  const counts = new Map<string, number>()
  for (const row of rows.filter(isOneShort)) {
    const { label } = obstacles(row.wbk)[0]!
    counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  return [...counts]
    .map(([label, units]) => ({ label, units }))
    .sort((a, b) => b.units - a.units || a.label.localeCompare(b.label))
}

/** Who could be nominated next; a unit that lacks more than a few gates or preconditions is not near. */
export function nearestToWbbm(rows: readonly ReadinessRow[]): ReadinessRow | undefined {
  return rows
    .filter((it) => it.wbbm?.ready === false && obstacles(it.wbbm).length <= 3)
    .sort(
      (a, b) => obstacles(a.wbbm).length - obstacles(b.wbbm).length || scoreOf(b) - scoreOf(a),
    )[0]
}

export const latest = (rows: readonly ReadinessRow[]) =>
  rows.filter(isLate).sort((a, b) => b.lateDays - a.lateDays)[0]

/** The score a unit stands at: that of the assessors, or its own strict one. */
export function scoreOf(row: ReadinessRow): number {
  const score = row.tpi?.strict ?? row.scores?.strict
  return score == null ? -1 : Number(score)
}

export type Show = 'all' | 'ready' | 'near' | 'late' | 'notBegun'
export const shows: readonly Show[] = ['all', 'ready', 'near', 'late', 'notBegun']

export type Column = 'unit' | 'range' | 'tpi' | 'missing'

const tests: Record<Show, (row: ReadinessRow) => boolean> = {
  all: () => true,
  ready: isReady,
  near: isOneShort,
  late: isLate,
  notBegun: (row) => row.assessmentId === null,
}

export function narrowed(
  rows: readonly ReadinessRow[],
  wanted: { words: string; show: Show; stage: Stage | 'all' },
): ReadinessRow[] {
  const sought = wanted.words.trim().toLocaleLowerCase()
  return rows.filter(
    (it) =>
      tests[wanted.show](it) &&
      (wanted.stage === 'all' || it.stage === wanted.stage) &&
      `${it.unit.name} ${it.unit.shortName}`.toLocaleLowerCase().includes(sought),
  )
}

/** How far from WBK: what is ready first, what has not begun last. */
function distance(row: ReadinessRow): number {
  if (row.assessmentId === null) return 1_000
  if (row.wbk?.ready === true) return row.wbbm?.ready === true ? -1 : 0
  return obstacles(row.wbk).length + 1
}

const keys: Record<Column, (row: ReadinessRow) => number> = {
  unit: () => 0,
  range: (row) => -Number(row.scores?.strict ?? -1),
  tpi: (row) => -Number(row.tpi?.strict ?? -1),
  missing: distance,
}

export function ordered(
  rows: readonly ReadinessRow[],
  column: Column,
  descending: boolean,
): ReadinessRow[] {
  const sign = descending ? -1 : 1
  return [...rows].sort(
    (a, b) =>
      sign *
      (keys[column](a) - keys[column](b) ||
        (column === 'unit' ? 0 : scoreOf(b) - scoreOf(a)) ||
        a.unit.name.localeCompare(b.unit.name)),
  )
}
