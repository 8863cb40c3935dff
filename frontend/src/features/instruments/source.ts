import { isSame, sumOf } from './decimals'

/**
 * The source of an instrument as the server keeps it: plain values with the keys of its YAML. A draft
 * may be wrong in any way, so nothing is taken for granted when it is read, and every change makes a
 * new source that shares what did not change.
 */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export type Fields = { [key: string]: Json }
export type Source = Fields
export type Path = readonly (string | number)[]

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {})
export const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value : [])
export const plain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** The Indonesian words of a text, which is a plain string or `{id, en}`. */
export const words = (text: unknown): string => plain(isFields(text) ? text.id : text)
export const english = (text: unknown): string => (isFields(text) ? plain(text.en) : '')

/** A text with other words, in the form that it had. */
export function textWith(before: unknown, id: string, en: string): Json {
  if (!en && !isFields(before)) return id
  return en ? { id, en } : { id }
}

export function at(source: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)]
    return isFields(value) ? value[key] : undefined
  }, source)
}

/** The source with a value in that place; undefined takes it away. */
export function put<T extends Json>(source: T, path: Path, value: Json | undefined): T {
  return changed(source, path, value) as T
}

function changed(value: Json | undefined, path: Path, next: Json | undefined): Json | undefined {
  if (!path.length) return next
  const [key, ...rest] = path
  const inner = changed(at(value, [key!]), rest, next)
  if (typeof key === 'number') {
    const list = [...listOf(value)]
    if (inner === undefined) list.splice(key, 1)
    else list[key] = inner
    return list
  }
  const fields = { ...fieldsOf(value) }
  if (inner === undefined) delete fields[key!]
  else fields[key!] = inner
  return fields
}

/** The list there with one more item, before an index or at its end. */
export function insert<T extends Json>(source: T, path: Path, item: Json, index?: number): T {
  const list = [...listOf(at(source, path))]
  list.splice(index ?? list.length, 0, item)
  return put(source, path, list)
}

/** The list there with two neighbors changed over. */
export function swap<T extends Json>(source: T, path: Path, index: number, step: number): T {
  const list = [...listOf(at(source, path))]
  const other = index + step
  if (other < 0 || other >= list.length) return source
  ;[list[index], list[other]] = [list[other]!, list[index]!]
  return put(source, path, list)
}

/** An object with one key under another name, in the same order. */
export function renamed(fields: Fields, from: string, to: string): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key === from ? to : key, value]),
  )
}

/* The tree */

export interface Entry {
  /** Its place in words: names it while nothing moves. */
  key: string
  path: Path
  parent: Entry | null
  /** Its list in the parent, and its place there. */
  list: Path
  index: number
  last: boolean
  depth: number
  fields: Fields
  code: string
  label: string
  isQuestion: boolean
}

export const keyOf = (path: Path) => path.join('/')

/** All groups and questions in the order of the sheet. */
export function entriesOf(source: Source): Entry[] {
  const entries: Entry[] = []
  function read(list: Path, isQuestion: boolean, parent: Entry | null) {
    const items = listOf(at(source, list))
    items.forEach((item, index) => {
      if (!isFields(item)) return
      const path = [...list, index]
      const entry: Entry = {
        key: keyOf(path),
        path,
        parent,
        list,
        index,
        last: index === items.length - 1,
        depth: parent ? parent.depth + 1 : 0,
        fields: item,
        code: plain(item.code),
        label: words(item.label),
        isQuestion,
      }
      entries.push(entry)
      if (isQuestion) return
      read([...path, 'children'], false, entry)
      read([...path, 'questions'], true, entry)
    })
  }
  read(['tree'], false, null)
  return entries
}

export const childrenOf = (group: Fields): Fields[] =>
  [...listOf(group.children), ...listOf(group.questions)].filter(isFields)

/** Whether the parts of a group carry weights of their own: only where points are added. */
export const isAdding = (group: Fields | null | undefined) =>
  !group || (group.rule ?? 'sum') === 'sum'

export interface Sum {
  sum: string
  whole: string
  fits: boolean
}

/** The weights of the children beside the group's own; null where nothing is added. */
export function sumFor(group: Fields): Sum | null {
  const children = childrenOf(group)
  if (!isAdding(group) || !children.length || plain(group.weight) === '') return null
  const sum = sumOf(children.map((it) => it.weight))
  const whole = plain(group.weight)
  return { sum, whole, fits: isSame(sum, whole) }
}

/** The key of the list that a group's new part goes into; null while it has none yet. */
export const partsOf = (group: Fields): 'children' | 'questions' | null => {
  if (listOf(group.children).length) return 'children'
  return listOf(group.questions).length ? 'questions' : null
}

const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']

/** A code that goes on where the neighbors stop: 1, 2, 3 · a, b, c · i, ii, iii, in their writing. */
export function nextCode(parent: string, siblings: readonly string[], taken: Set<string>): string {
  const [sibling] = siblings
  const prefix =
    sibling === undefined ? parent && `${parent}.` : sibling.slice(0, sibling.lastIndexOf('.') + 1)
  const first = sibling?.slice(prefix.length) || (parent ? 'a' : 'A')
  const isUpper = first === first.toUpperCase() && /[A-Z]/.test(first)
  for (let number = siblings.length + 1; ; number++) {
    const part = numbered(first.toLowerCase(), number)
    const code = prefix + (isUpper ? part.toUpperCase() : part)
    if (!taken.has(code)) return code
  }
}

function numbered(first: string, number: number): string {
  if (first === 'i' && number <= roman.length) return roman[number - 1]!
  if (first === 'a' && number <= 26) return String.fromCharCode(96 + number)
  return /^\d/.test(first) ? String(number) : `${first.replace(/\d+$/, '')}${number}`
}

/** What a new group or question starts with; empty texts keep it from being published unfilled. */
export function newGroup(code: string, weighted: boolean): Fields {
  return { code, label: { id: '' }, ...(weighted && { weight: '0' }), rule: 'mean', questions: [] }
}

export function newQuestion(code: string, type: string, weighted: boolean): Fields {
  return {
    code,
    label: { id: '' },
    type,
    ...(weighted && { weight: '0' }),
    guidance: { id: '' },
    evidence: [''],
    confidentiality: 'internal',
  }
}

/** The parts of a group after its rule changed: only what is added carries a weight. */
export function withRule(group: Fields, rule: string): Fields {
  const next: Fields = { ...group, rule }
  if (rule === 'sum') return next
  for (const list of ['children', 'questions']) {
    if (!Array.isArray(group[list])) continue
    next[list] = listOf(group[list]).map((it) => {
      if (!isFields(it)) return it
      const part = { ...it }
      delete part.weight
      return part
    })
  }
  return next
}

/** The source with a node in another group; null where it cannot go. */
export function moveInto(source: Source, entry: Entry, target: Entry): Source | null {
  const list = entry.isQuestion ? 'questions' : 'children'
  const holds = partsOf(target.fields)
  if (target.isQuestion || (holds && holds !== list)) return null
  if (keyOf(target.path) === keyOf(entry.parent?.path ?? ['tree'])) return null
  if (`${target.key}/`.startsWith(`${entry.key}/`)) return null
  const { weight, ...rest } = entry.fields
  const weighted = isAdding(target.fields)
  const moved: Fields = weighted ? { ...rest, weight: weight ?? '0' } : rest
  // First in, then out: the place of the target must not shift before it is used.
  const other = list === 'questions' ? 'children' : 'questions'
  const cleared = holds ? source : put(source, [...target.path, other], undefined)
  return put(insert(cleared, [...target.path, list], moved), entry.path, undefined)
}

/* References by code */

type Award = 'wbk' | 'wbbm'
export const awards: readonly Award[] = ['wbk', 'wbbm']
export const measures = ['points', 'percent', 'value'] as const

export const junctions = ['all', 'any'] as const

/** The ways to what a condition measures, its own or that of the conditions inside. */
function measuresIn(condition: Json, path: Path = []): Path[] {
  return [
    ...measures
      .filter((it) => at(condition, ['measure', it]) !== undefined)
      .map((it) => [...path, 'measure', it]),
    ...junctions.flatMap((key) =>
      listOf(fieldsOf(condition)[key]).flatMap((it, index) =>
        measuresIn(it, [...path, key, index]),
      ),
    ),
  ]
}

/** Every list and every set of keys in which codes of the tree are named. */
function withCodes(
  source: Source,
  lists: (codes: Json[]) => Json[],
  keys: (fields: Fields) => Fields,
  single: (code: Json) => Json,
): Source {
  let next = source
  listOf(source.areas).forEach((area, index) => {
    if (!isFields(area) || !Array.isArray(area.nodes)) return
    next = put(next, ['areas', index, 'nodes'], lists(area.nodes))
  })
  for (const award of awards) {
    listOf(at(source, ['gates', award])).forEach((gate, index) => {
      for (const path of measuresIn(gate, ['gates', award, index])) {
        const codes = at(source, path)
        next = put(next, path, Array.isArray(codes) ? lists(codes) : single(codes!))
      }
    })
  }
  listOf(source.examples).forEach((_, index) => {
    for (const place of [['answers'], ['given'], ['expect', 'scores']]) {
      const path = ['examples', index, ...place]
      const fields = at(source, path)
      if (isFields(fields)) next = put(next, path, keys(fields))
    }
  })
  return next
}

/** The source with a code under another name, wherever it is named. */
export function renameCode(source: Source, path: Path, from: string, to: string): Source {
  const own = put(source, [...path, 'code'], to)
  if (!from) return own
  const one = (code: Json) => (code === from ? to : code)
  return withCodes(
    own,
    (codes) => codes.map(one),
    (fields) => renamed(fields, from, to),
    one,
  )
}

/** The codes of a node and of all below it. */
export function codesIn(node: Fields): string[] {
  return [plain(node.code), ...childrenOf(node).flatMap(codesIn)].filter(Boolean)
}

/** The source without a node; areas and worked examples no longer name what went. */
export function removeNode(source: Source, entry: Entry): Source {
  const gone = new Set(codesIn(entry.fields))
  const stays = (code: Json) => !gone.has(plain(code))
  return withCodes(
    put(source, entry.path, undefined),
    (codes) => codes.filter(stays),
    (fields) => Object.fromEntries(Object.entries(fields).filter(([code]) => stays(code))),
    (code) => code,
  )
}

/** The gates that judge one of these codes. */
export function gatesOn(source: Source, codes: readonly string[]): string[] {
  const found = new Set<string>()
  for (const award of awards) {
    for (const gate of listOf(at(source, ['gates', award]))) {
      const named = measuresIn(gate).flatMap((path) => {
        const value = at(gate, path)
        return Array.isArray(value) ? value.map(plain) : [plain(value)]
      })
      if (named.some((it) => codes.includes(it))) found.add(words(fieldsOf(gate).label))
    }
  }
  return [...found]
}

/* Answer types */

export const builtIn = ['ratio', 'text', 'date']
export const typesOf = (source: Source): Fields => fieldsOf(source.answerTypes)

/** Whether answers of this type bring points. */
export function isScored(source: Source, type: string): boolean {
  if (type === 'ratio') return true
  const own = fieldsOf(typesOf(source)[type])
  return (
    own.kind === 'choice' || own.kind === 'checklist' || (own.kind === 'number' && 'scale' in own)
  )
}

/** The source with an answer type under another name, wherever questions use it. */
export function renameType(source: Source, from: string, to: string): Source {
  let next = put(source, ['answerTypes'], renamed(typesOf(source), from, to))
  for (const entry of entriesOf(source)) {
    if (entry.isQuestion && entry.fields.type === from)
      next = put(next, [...entry.path, 'type'], to)
  }
  return next
}

export const choicesOf = (source: Source, type: string): string[] => {
  const own = fieldsOf(typesOf(source)[type])
  if (own.kind !== 'choice') return []
  return listOf(own.choices).map((it) => plain(fieldsOf(it).value))
}

/** The meanings that a question gives to the choices of its type: kept, added and dropped with them. */
export function withMeanings(source: Source, question: Fields): Fields {
  const values = choicesOf(source, plain(question.type))
  const { choices, ...rest } = question
  if (!values.length) return rest
  const before = fieldsOf(choices)
  return {
    ...question,
    choices: Object.fromEntries(values.map((value) => [value, before[value] ?? ''])),
  }
}

/** The source after the choices of a type changed, with the questions that explain them. */
export function withChoices(source: Source, type: string, choices: Json[]): Source {
  let next = put(source, ['answerTypes', type, 'choices'], choices)
  for (const { path, fields, isQuestion } of entriesOf(source)) {
    if (!isQuestion || fields.type !== type || !isFields(fields.choices)) continue
    next = put(next, path, withMeanings(next, fields))
  }
  return next
}

/** The source with a choice under another value, wherever questions and examples name it. */
export function renameChoice(source: Source, type: string, index: number, to: string): Source {
  const from = choicesOf(source, type)[index] ?? ''
  let next = put(source, ['answerTypes', type, 'choices', index, 'value'], to)
  for (const { path, fields, code, isQuestion } of entriesOf(source)) {
    if (!isQuestion || fields.type !== type) continue
    if (isFields(fields.choices)) {
      next = put(next, [...path, 'choices'], renamed(fields.choices, from, to))
    }
    listOf(source.examples).forEach((_, example) => {
      const answer = ['examples', example, 'answers', code]
      if (at(source, answer) === from) next = put(next, answer, to)
    })
  }
  return next
}
