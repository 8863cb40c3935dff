import {
  at,
  awards,
  entriesOf,
  fieldsOf,
  listOf,
  plain,
  typesOf,
  words,
  type Json,
  type Source,
} from './source'

/** The parts of the editor, in the order of its tabs. */
export const parts = [
  'tree',
  'head',
  'types',
  'areas',
  'gates',
  'preconditions',
  'examples',
] as const
export type Part = (typeof parts)[number]

export interface Place {
  part: Part
  /** The node to open in the tree. */
  node?: string
}

/** Where in the editor something is repaired that the server names by its code. */
export function placeOf(source: Source, code: string, message = ''): Place | null {
  const node = entriesOf(source).find((it) => it.code === code && code !== '')
  if (node && /area mana pun/.test(message)) return { part: 'areas' }
  if (node) return { part: 'tree', node: node.key }
  const id = code.replace(/^(wbk|wbbm)\//, '')
  const has = (list: Json | undefined, key: string) =>
    listOf(list).some((it) => plain(fieldsOf(it)[key]) === id)
  if (awards.some((it) => has(at(source, ['gates', it]), 'id'))) return { part: 'gates' }
  if (awards.some((it) => has(at(source, ['preconditions', it]), 'id'))) {
    return { part: 'preconditions' }
  }
  if (has(source.examples, 'id')) return { part: 'examples' }
  if (has(source.areas, 'code')) return { part: 'areas' }
  if (code in typesOf(source)) return { part: 'types' }
  const sections: Record<string, Part> = {
    tree: 'tree',
    answerTypes: 'types',
    areas: 'areas',
    gates: 'gates',
    preconditions: 'preconditions',
    examples: 'examples',
  }
  return { part: sections[code] ?? 'head' }
}

export interface Difference {
  /** The code or id of the thing; empty for the instrument itself. */
  code: string
  /** The keys from the thing to what differs. */
  field: string
  mine: string
  theirs: string
}

/** What differs between two sources, thing by thing. */
export function differencesOf(mine: Source, theirs: Source): Difference[] {
  const here = leavesOf(mine)
  const there = leavesOf(theirs)
  const rows: Difference[] = []
  for (const key of new Set([...here.keys(), ...there.keys()])) {
    const [code, field] = key.split('\n') as [string, string]
    const row = { code, field, mine: here.get(key) ?? '', theirs: there.get(key) ?? '' }
    if (row.mine !== row.theirs) rows.push(row)
  }
  return rows
}

/** Every value by the code of what it belongs to and its way from there. */
function leavesOf(source: Source): Map<string, string> {
  const leaves = new Map<string, string>()
  function read(value: Json | undefined, code: string, way: string[]) {
    if (value === null || value === undefined) return
    if (Array.isArray(value)) {
      if (value.every((it) => typeof it !== 'object')) {
        leaves.set(`${code}\n${way.join(' ')}`, value.map(String).join('; '))
      } else {
        value.forEach((it, index) => read(it, code, nameOf(it) ? way : [...way, `${index + 1}`]))
      }
      return
    }
    if (typeof value === 'object') {
      const own = nameOf(value)
      const isNode = typeof value.code === 'string' && !('nodes' in value)
      const inner = own ? (isNode ? own : [...way, own].join(' ')) : code
      if (isNode && own !== code) leaves.set(`${inner}\ninduk`, code)
      for (const [key, it] of Object.entries(value)) {
        read(it, inner, own ? [key] : [...way, key])
      }
      return
    }
    leaves.set(`${code}\n${way.join(' ')}`, String(value))
  }
  for (const [key, value] of Object.entries(source)) read(value, '', [key])
  return leaves
}

const nameOf = (value: Json): string => {
  const fields = fieldsOf(value)
  return plain(fields.code) || (('label' in fields || 'title' in fields) && plain(fields.id)) || ''
}

/** What a person calls a node. */
export const nameWith = (code: string, label: string) => [code, label].filter(Boolean).join(' ')
export const titleOf = (source: Source) => words(source.title)
