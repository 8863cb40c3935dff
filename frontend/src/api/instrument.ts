import { api } from './client'
import type { Area, Instrument, InstrumentNode } from './types'
import { language } from '../messages/language'

/** One question of the sheet with its place in the tree. */
export interface Item {
  code: string
  label: string
  node: InstrumentNode
  area: Area
  /** The groups above it, outermost first, without the component and the area. */
  path: InstrumentNode[]
  /** The points of a full answer when the sheet is complete; 0 where there is nothing to score. */
  most: number
}

/** The most points a child can bring; in a minimum each one can bring or spoil all of them. */
function shareOf(group: InstrumentNode, child: InstrumentNode, most: number): number {
  if (group.rule === 'mean') return most / (group.children?.length ?? 1)
  return group.rule === 'minimum' ? most : Number(child.weight ?? 0)
}

/** All questions in the order of the sheet, area by area. */
export function itemsOf(instrument: Instrument): Item[] {
  const places = new Map<string, { node: InstrumentNode; path: InstrumentNode[]; most: number }>()

  function place(node: InstrumentNode, path: InstrumentNode[], most: number): void {
    places.set(node.code, { node, path, most })
    const children = node.children ?? []
    for (const child of children) {
      const share = shareOf(node, child, most)
      place(child, [...path, node], share)
    }
  }
  instrument.tree.forEach((root) => place(root, [], Number(root.weight ?? 0)))

  const items: Item[] = []
  const seen = new Set<string>()
  function collect(node: InstrumentNode, area: Area): void {
    node.children?.forEach((child) => collect(child, area))
    if (!node.type || seen.has(node.code)) return
    seen.add(node.code)
    const { path, most } = places.get(node.code)!
    items.push({ code: node.code, label: node.label, node, area, path: path.slice(1), most })
  }
  for (const area of instrument.areas) {
    for (const code of area.nodes) {
      const found = places.get(code)
      if (found) collect(found.node, area)
    }
  }
  return items
}

/** `agents=8;changes=6` as a record, and back. */
export function readCounts(value: string | null | undefined): Record<string, string> {
  const counts: Record<string, string> = {}
  for (const part of (value ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0) counts[part.slice(0, at).trim()] = part.slice(at + 1).trim()
  }
  return counts
}

export function writeCounts(
  names: readonly string[],
  counts: Record<string, string>,
): string | null {
  const given = names.filter((it) => counts[it])
  return given.length ? given.map((it) => `${it}=${counts[it]}`).join(';') : null
}

/** Whether an answer divides by zero, so that a convention of the instrument says what it is worth. */
export function dividesByZero(node: InstrumentNode, value: string | null): boolean {
  const divisor = node.type?.divisor ?? []
  const counts = readCounts(value)
  return divisor.length > 0 && divisor.every((it) => /^0+$/.test(counts[it] ?? ''))
}

/** `a;c` as the ticked items; `-` means looked at and none ticked. */
export function readTicks(value: string | null): string[] {
  return value === null || value === '-' ? [] : value.split(';')
}

export function writeTicks(names: readonly string[], ticked: ReadonlySet<string>): string {
  return names.filter((it) => ticked.has(it)).join(';') || '-'
}

/** Whether an answer needs evidence: one worth nothing claims nothing; a measured number always does. */
export function isClaim(node: InstrumentNode, value: string): boolean {
  const type = node.type
  if (type?.kind === 'choice') {
    return Number(type.choices?.find((it) => it.value === value)?.score ?? 0) > 0
  }
  return type?.scored === false || /[1-9a-z]/.test(value.replace(/\w+=/g, ''))
}

export type Fault = 'incomplete' | 'notNumber' | 'tooSmall' | 'tooLarge' | 'decimals'

/** What keeps an answer from being sent; the server judges again. */
export function faultOf(node: InstrumentNode, value: string | null): Fault | null {
  const type = node.type
  if (!type || value === null) return null
  if (type.kind === 'ratio') {
    const counts = readCounts(value)
    const names = (type.counts ?? []).map((it) => it.name)
    if (names.some((it) => counts[it] && !/^\d+$/.test(counts[it]))) return 'notNumber'
    return names.every((it) => counts[it]) ? null : 'incomplete'
  }
  if (type.kind === 'number') {
    if (!/^-?\d+(\.\d+)?$/.test(value)) return 'notNumber'
    if (type.min != null && Number(value) < Number(type.min)) return 'tooSmall'
    if (type.max != null && Number(value) > Number(type.max)) return 'tooLarge'
    const decimals = value.split('.')[1]?.length ?? 0
    if (type.decimals != null && decimals > type.decimals) return 'decimals'
  }
  return null
}

/** People type "3,58" and "1.250,5"; the server reads "3.58". */
export function plainNumber(typed: string): string {
  const text = typed.trim().replace(/\s/g, '')
  if (text.includes(',')) return text.replace(/\./g, '').replace(',', '.')
  return text
}

/** The words of a choice, or the value as it was given. */
export function choiceLabel(node: InstrumentNode, value: string | null): string | null {
  if (value === null) return null
  return node.type?.choices?.find((it) => it.value === value)?.label ?? null
}

const loaded = new Map<string, Promise<Instrument>>()

/** An instrument in the language of the screens. A published version never changes: kept for good. */
export function loadInstrument(id: string, version: string): Promise<Instrument> {
  const key = `${id}@${version} ${language.value}`
  let instrument = loaded.get(key)
  if (!instrument) {
    const path = `/instruments/${encodeURIComponent(id)}/${encodeURIComponent(version)}`
    instrument = api.get<Instrument>(path)
    loaded.set(key, instrument)
    instrument.catch(() => loaded.delete(key))
  }
  return instrument
}
