import type { TrailChange, TrailLine } from '../../api/types'
import { isKey, t } from '../../messages/messages'
import '../../messages/trail'
import { date } from '../../ui/format'

/** Says entries of the trail in words; what has no words yet is shown as it was recorded. */

/** The names of things by their ids. */
export type Names = ReadonlyMap<string, string>

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const day = /^\d{4}-\d{2}-\d{2}$/

const wordsOr = (key: string, otherwise: string) => (isKey(key) ? t(key) : otherwise)

/** "Mengubah lembar penilaian Dinas Kesehatan" without the person. */
export function deedWords(line: TrailLine): string {
  const kind = wordsOr(`trail.kind.${line.kind}`, line.kind)
  const name = line.subjectName ?? line.unit?.name
  return t(`trail.deed.${line.deed}`, { kind: name ? `${kind} ${name}` : kind })
}

export function whoWords(line: TrailLine): string {
  if (!line.by) return t('trail.nobody')
  return line.by.name ?? t('trail.unknown')
}

/** "jawaban A.I.1.i.a: B → A". */
export function changeWords(change: TrailChange, names: Names): string {
  const [slug, ...keys] = change.field.split(':')
  const label = wordsOr(`trail.field.${slug}`, slug!)
  const field = [label, ...keys.map((it) => valueWords('', it, names))].join(' ')
  return t('trail.change', {
    field,
    before: valueWords(slug!, change.before, names),
    after: valueWords(slug!, change.after, names),
  })
}

function valueWords(slug: string, value: string | null, names: Names): string {
  if (value === null) return '–'
  if (slug === 'stage') return wordsOr(`stage.${value}`, value)
  if (value === 'true') return t('trail.yes')
  if (value === 'false') return t('trail.no')
  if (value === '+') return t('trail.there')
  if (value === '*') return t('trail.all')
  if (day.test(value)) return date(value)
  if (uuid.test(value)) return names.get(value) ?? value.slice(0, 8)
  return wordsOr(`role.${value}`, value)
}
