import { describe, expect, it } from 'vitest'
import { anySource } from '../../../testing/drafts'
import { decimalOf, sumOf, unitsOf } from './decimals'
import { differencesOf, placeOf } from './places'
import {
  at,
  codesIn,
  entriesOf,
  gatesOn,
  insert,
  moveInto,
  nextCode,
  put,
  removeNode,
  renameChoice,
  renameCode,
  renameType,
  sumFor,
  textWith,
  withChoices,
  withRule,
  type Json,
  type Source,
} from './source'

const source = anySource() as unknown as Source
const entry = (code: string, from = source) => entriesOf(from).find((it) => it.code === code)!
const none = new Set<string>()

describe('decimals', () => {
  it('are added exactly', () => {
    expect(sumOf(['0.1', '0.2'])).toBe('0.3')
    expect(sumOf(['0.67', '0.33', undefined, 'tiga'])).toBe('1')
    expect(sumOf([])).toBe('0')
    expect(decimalOf(unitsOf('-0.05')!)).toBe('-0.05')
  })

  it('are nothing when they are not written plainly', () => {
    expect(['1e999', 'NaN', '', null, '1,5', '1.'].map(unitsOf)).toEqual(Array(6).fill(null))
  })
})

describe('the tree of a source', () => {
  it('is read in the order of the sheet', () => {
    expect(entriesOf(source).map((it) => it.code)).toEqual([
      'A',
      'A.1',
      'A.1.a',
      'A.1.b',
      'A.2',
      'A.2.a',
    ])
  })

  it('is read as far as it goes when a file was wrong', () => {
    const broken = { tree: ['x', { code: 4, children: 'none', questions: [null, { label: 7 }] }] }

    expect(entriesOf(broken as Source).map((it) => [it.code, it.label])).toEqual([
      ['4', ''],
      ['', '7'],
    ])
    expect(entriesOf({ tree: 'A' })).toEqual([])
  })

  it('adds the weights of children where points are added', () => {
    expect(sumFor(entry('A').fields)).toEqual({ sum: '5', whole: '5', fits: true })
    expect(sumFor(entry('A.1').fields)).toBeNull()

    const lighter = put(source, [...entry('A.1').path, 'weight'], '1.5')

    expect(sumFor(entry('A', lighter).fields)).toEqual({ sum: '4.5', whole: '5', fits: false })
  })

  it('never changes the source that it started from', () => {
    const before = JSON.stringify(source)

    removeNode(source, entry('A.1'))
    renameCode(source, entry('A.1').path, 'A.1', 'A.9')
    insert(source, ['areas'], {})

    expect(JSON.stringify(source)).toBe(before)
  })

  it('goes on with the codes as the neighbors do', () => {
    expect(nextCode('A.1', ['A.1.a', 'A.1.b'], none)).toBe('A.1.c')
    expect(nextCode('A.I', ['A.I.1', 'A.I.2'], none)).toBe('A.I.3')
    expect(nextCode('A.I.1', ['A.I.1.i', 'A.I.1.ii', 'A.I.1.iii'], none)).toBe('A.I.1.iv')
    expect(nextCode('', ['A', 'B'], none)).toBe('C')
    expect(nextCode('K1', ['1.a', '1.b'], none)).toBe('1.c')
    expect(nextCode('A.1', [], none)).toBe('A.1.a')
    expect(nextCode('A.1', ['A.1.a'], new Set(['A.1.b']))).toBe('A.1.c')
  })

  it('renames a code wherever it is named', () => {
    const renamed = renameCode(source, entry('A.1').path, 'A.1', 'A.9')

    expect(at(renamed, ['areas', 0, 'nodes'])).toEqual(['A.9', 'A.2'])
    expect(at(renamed, ['gates', 'wbk', 1, 'measure', 'percent'])).toEqual(['A.9'])
    expect(at(renamed, ['examples', 0, 'expect', 'scores'])).toEqual({ 'A.9': '1.5', TOTAL: '4.5' })
    expect(JSON.stringify(renamed)).not.toContain('"A.1"')
  })

  it('renames a code inside combined conditions as well', () => {
    const measure = { points: ['A.1'] }
    const all: Json = [{ measure, atLeast: '1' }, { any: [{ measure, atLeast: '2' }] }]
    const combined = put(source, ['gates', 'wbk', 0], { id: 'x', label: { id: 'Gabungan' }, all })

    const renamed = renameCode(combined, entry('A.1').path, 'A.1', 'A.9')

    expect(JSON.stringify(renamed)).not.toContain('"A.1"')
    expect(gatesOn(combined, ['A.1'])).toEqual(['Gabungan', 'Tim'])
  })

  it('takes a group away with what names it, and tells of the gates on it', () => {
    const codes = codesIn(entry('A.1').fields)

    const rest = removeNode(source, entry('A.1'))

    expect(codes).toEqual(['A.1', 'A.1.a', 'A.1.b'])
    expect(gatesOn(source, codes)).toEqual(['Tim'])
    expect(at(rest, ['areas', 0, 'nodes'])).toEqual(['A.2'])
    expect(at(rest, ['examples', 0, 'answers'])).toEqual({ 'A.2.a': '4' })
  })

  it('moves a question into a group, which decides whether it has a weight', () => {
    const inSum = moveInto(source, entry('A.1.a'), entry('A.2'))!
    const inMean = moveInto(source, entry('A.2.a'), entry('A.1'))!

    expect(entry('A.1.a', inSum).fields.weight).toBe('0')
    expect(entry('A.1.a', inSum).parent?.code).toBe('A.2')
    expect('weight' in entry('A.2.a', inMean).fields).toBe(false)
    expect(moveInto(source, entry('A.1.a'), entry('A'))).toBeNull()
    expect(moveInto(source, entry('A'), entry('A.1'))).toBeNull()
  })

  it('drops the weights inside a mean', () => {
    const group = withRule(entry('A').fields, 'mean')

    expect(entriesOf({ tree: [group] }).map((it) => it.fields.weight)).toEqual([
      '5',
      ...Array(4).fill(undefined),
      '3',
    ])
  })

  it('keeps the form of a text', () => {
    expect(textWith('Lama', 'Baru', '')).toBe('Baru')
    expect(textWith({ id: 'Lama' }, 'Baru', '')).toEqual({ id: 'Baru' })
    expect(textWith('Lama', 'Baru', 'New')).toEqual({ id: 'Baru', en: 'New' })
  })
})

describe('answer types of a source', () => {
  it('take their questions along under another name', () => {
    const renamed = renameType(source, 'yes-no', 'ya-tidak')

    expect(entry('A.1.a', renamed).fields.type).toBe('ya-tidak')
    expect(Object.keys(renamed.answerTypes as object)).toEqual(['ya-tidak', 'indeks', 'daftar'])
  })

  it('change the meanings and examples with their choices', () => {
    const renamed = renameChoice(source, 'yes-no', 0, 'Sudah')
    const more = withChoices(source, 'yes-no', [{ value: 'Ya', score: '1' }, { value: 'Sebagian' }])

    expect(entry('A.1.a', renamed).fields.choices).toEqual({
      Sudah: 'Sudah dibentuk',
      Tidak: 'Belum dibentuk',
    })
    expect(at(renamed, ['examples', 0, 'answers', 'A.1.a'])).toBe('Sudah')
    expect(entry('A.1.a', more).fields.choices).toEqual({ Ya: 'Sudah dibentuk', Sebagian: '' })
  })
})

describe('places and differences', () => {
  it('lead to where something is repaired', () => {
    expect(placeOf(source, 'A.1.b')).toEqual({ part: 'tree', node: entry('A.1.b').key })
    expect(placeOf(source, 'A.1.b', 'tidak ada di area mana pun')).toEqual({ part: 'areas' })
    expect(placeOf(source, 'wbk/tim')).toEqual({ part: 'gates' })
    expect(placeOf(source, 'opini')).toEqual({ part: 'preconditions' })
    expect(placeOf(source, 'semua')).toEqual({ part: 'examples' })
    expect(placeOf(source, 'indeks')).toEqual({ part: 'types' })
    expect(placeOf(source, 'version')).toEqual({ part: 'head' })
  })

  it('name what differs by its code', () => {
    const other = put(source, [...entry('A.1').path, 'weight'], '2.5')
    const without = removeNode(source, entry('A.2.a'))

    expect(differencesOf(source, other)).toEqual([
      { code: 'A.1', field: 'weight', mine: '2', theirs: '2.5' },
    ])
    expect(differencesOf(source, source)).toEqual([])
    expect(differencesOf(source, without).map((it) => it.code)).toContain('A.2.a')
  })
})
