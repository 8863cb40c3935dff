import { t } from '../../messages/messages'
import { withComma } from './editor'
import { at, fieldsOf, junctions, listOf, measures, plain, type Fields, type Json } from './source'

/** The conditions of a gate: a bound on something measured, or several of which all or any must hold. */

export const sides = ['atLeast', 'atMost'] as const
export type Form = 'limit' | (typeof junctions)[number]

export const formOf = (condition: Json | undefined): Form =>
  junctions.find((it) => it in fieldsOf(condition)) ?? 'limit'
export const sideOf = (condition: Json | undefined) =>
  sides.find((it) => it in fieldsOf(condition)) ?? 'atLeast'
export const measureOf = (condition: Json | undefined) =>
  measures.find((it) => at(condition, ['measure', it]) !== undefined) ?? 'points'

/** The condition in one line: "≥ 75 poin · TOTAL". */
export function inShort(condition: Json): string {
  const form = formOf(condition)
  const fields = fieldsOf(condition)
  if (form !== 'limit') {
    return listOf(fields[form])
      .map((it) => (formOf(it) === 'limit' ? inShort(it) : `(${inShort(it)})`))
      .join(` ${t(`draft.gates.${form}.between`)} `)
  }
  const side = sideOf(condition)
  const measure = measureOf(condition)
  const nodes = at(condition, ['measure', measure])
  const threshold = plain(fields[side])
  const bound = threshold
    ? `${side === 'atLeast' ? '≥' : '≤'} ${withComma(threshold)} ${t(`draft.measure.${measure}.short`)}`
    : t('draft.gates.unset')
  const named = Array.isArray(nodes) ? nodes.map(plain).join(' + ') : plain(nodes)
  return [bound.trim(), named].filter(Boolean).join(' · ')
}

/** A bound inside all or any always has a threshold. */
export const newLimit = (): Fields => ({ measure: { points: ['TOTAL'] }, atLeast: '0' })

const limitKeys = ['measure', ...sides]

/** The condition in another form: what it measures goes along as far as it fits. */
export function inForm(condition: Fields, form: Form): Fields {
  const now = formOf(condition)
  const parts = listOf(now === 'limit' ? undefined : condition[now])
  const pick = (from: Fields, keys: (key: string) => boolean) =>
    Object.fromEntries(Object.entries(from).filter(([key]) => keys(key)))
  const head = pick(condition, (key) => !limitKeys.includes(key) && key !== now)
  if (form === 'limit') {
    const first = parts.map(fieldsOf).find((it) => formOf(it) === 'limit') ?? newLimit()
    return { ...head, ...pick(first, (key) => limitKeys.includes(key)) }
  }
  if (now !== 'limit') return { ...head, [form]: parts }
  const limit = pick(condition, (key) => limitKeys.includes(key))
  const side = sideOf(limit)
  return { ...head, [form]: [{ ...limit, [side]: limit[side] ?? '0' }, newLimit()] }
}
