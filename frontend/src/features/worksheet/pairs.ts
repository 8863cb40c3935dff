import type { Item } from '../../api/instrument'
import type {
  Answer,
  Assessment,
  AssessmentSummary,
  Crosswalk,
  Evidence,
  Instrument,
  InstrumentNode,
  Match,
  QuestionEvidence,
} from '../../api/types'

/** Everything about one of the two sheets that stand side by side. */
export interface Side {
  sheet: Assessment
  instrument: Instrument
  items: readonly Item[]
  evidence: readonly QuestionEvidence[]
}

/** A node of one instrument in a pair, with its questions. */
export interface PairedNode {
  code: string
  label: string
  questions: { item: Item; answer: Answer | undefined; evidence: readonly Evidence[] }[]
}

export interface Pair {
  from: PairedNode
  to: PairedNode[]
  match: Match
  note: string | null
  /** How many documents each side has, and how many of them are the same. */
  documents: { from: number; to: number; shared: number }
}

/** Two sheets of one unit whose instruments a crosswalk pairs. */
export interface Couple {
  unit: { id: string; name: string }
  crosswalk: Crosswalk
  from: AssessmentSummary[]
  to: AssessmentSummary[]
}

/** What can be put side by side; the newest sheets come first. */
export function couples(
  sheets: readonly AssessmentSummary[],
  crosswalks: readonly Crosswalk[],
): Couple[] {
  const newest = [...sheets].sort(
    (a, b) => b.period.year - a.period.year || b.updatedAt.localeCompare(a.updatedAt),
  )
  const units = new Map(newest.map((it) => [it.unit.id, it.unit]))
  return [...units.values()]
    .sort((a, b) => a.name.localeCompare(b.name))
    .flatMap((unit) =>
      crosswalks.map((crosswalk) => {
        const of = (id: string) =>
          newest.filter((it) => it.unit.id === unit.id && it.instrument.id === id)
        return { unit, crosswalk, from: of(crosswalk.from.id), to: of(crosswalk.to.id) }
      }),
    )
    .filter((it) => it.from.length > 0 && it.to.length > 0)
}

/** The pairs of a crosswalk with what each side says; codes that an instrument lacks are left out. */
export function pairsOf(crosswalk: Crosswalk, from: Side, to: Side): Pair[] {
  return crosswalk.pairs.flatMap((pair) => {
    const left = pairedNode(from, pair.from)
    if (!left) return []
    const right = pair.to.map((it) => pairedNode(to, it)).filter((it) => it !== undefined)
    const fromIds = idsOf([left])
    const toIds = idsOf(right)
    const shared = [...fromIds].filter((it) => toIds.has(it)).length
    const documents = { from: fromIds.size, to: toIds.size, shared }
    return [{ from: left, to: right, match: pair.match, note: pair.note, documents }]
  })
}

/** Whether only one side has documents although they could prove the other too. */
export function isOneSided({ to, documents }: Pair): boolean {
  return to.length > 0 && documents.from > 0 !== documents.to > 0
}

function idsOf(nodes: readonly PairedNode[]): Set<string> {
  return new Set(
    nodes.flatMap((node) => node.questions.flatMap((it) => it.evidence.map(({ id }) => id))),
  )
}

function pairedNode(side: Side, code: string): PairedNode | undefined {
  const node = find(side.instrument.tree, code)
  if (!node) return undefined
  const codes = new Set(codesOf(node))
  const questions = side.items
    .filter((it) => codes.has(it.code))
    .map((item) => ({
      item,
      answer: side.sheet.answers.find((it) => it.code === item.code && it.value !== null),
      evidence: side.evidence.find((it) => it.code === item.code)?.evidence ?? [],
    }))
  return { code, label: node.label, questions }
}

function find(nodes: readonly InstrumentNode[], code: string): InstrumentNode | undefined {
  for (const node of nodes) {
    const found = node.code === code ? node : find(node.children ?? [], code)
    if (found) return found
  }
  return undefined
}

function codesOf(node: InstrumentNode): string[] {
  return node.type ? [node.code] : (node.children ?? []).flatMap(codesOf)
}
