import { reactive, ref, shallowReactive } from 'vue'
import { api } from '../../api/client'
import { problemOf, type Problem } from '../../api/problem'
import type { AssessmentSummary, GateView, MovePreview, MoveState } from '../../api/types'

/** Moving the sheets of a period to another instrument: look at each first, then move what was looked at. */

/** Sheets move only while they are with the unit. */
export const isMovable = (sheet: AssessmentSummary) =>
  sheet.stage === 'DRAFT' || sheet.stage === 'RETURNED'

export const keyOf = (it: { id: string; version: string }) => `${it.id}@${it.version}`

export interface Line {
  sheet: AssessmentSummary
  state: 'waiting' | 'looking' | 'seen' | 'moving' | 'moved' | 'failed'
  preview: MovePreview | null
  problem: Problem | null
}

const allGates = ({ gates }: MoveState): GateView[] => [...gates.wbk, ...gates.wbbm]
export const gatesMet = (state: MoveState) => allGates(state).filter((it) => it.met === true).length
export const gatesOf = (state: MoveState) => allGates(state).length
export const changedKept = (preview: MovePreview) =>
  preview.kept.filter((it) => it.changes.length).length

export function useMoving() {
  const lines = ref<Line[]>([])
  const running = ref<{ doing: 'looking' | 'moving'; done: number; total: number } | null>(null)
  let target = ''
  /** Counts the looks: what an older one still brings is not shown any more. */
  let look = 0

  function choose(to: string, sheets: readonly AssessmentSummary[]) {
    target = to
    look++
    running.value = null
    lines.value = sheets.map((sheet) =>
      shallowReactive<Line>({ sheet, state: 'waiting', preview: null, problem: null }),
    )
  }

  async function preview(line: Line) {
    const mine = look
    line.state = 'looking'
    line.problem = null
    try {
      const found = await api.get<MovePreview>(`/assessments/${line.sheet.id}/move`, {
        query: { to: target },
      })
      if (mine !== look) return
      line.preview = found
      line.state = 'seen'
    } catch (error) {
      if (mine !== look) return
      line.preview = null
      line.problem = problemOf(error)
      line.state = 'failed'
    }
  }

  async function move(line: Line) {
    if (!line.preview) return
    line.state = 'moving'
    line.problem = null
    try {
      const { revision, to } = line.preview
      await api.post(`/assessments/${line.sheet.id}/move`, { to: target, hash: to.hash, revision })
      line.state = 'moved'
    } catch (error) {
      line.problem = problemOf(error)
      // Nothing moved; what it would do now is shown and has to be confirmed anew.
      line.preview = (line.problem.extras.current as MovePreview | undefined) ?? null
      line.state = line.preview ? 'seen' : 'failed'
    }
  }

  /** One after the other, so that the server and the reader keep up. */
  async function each(
    doing: 'looking' | 'moving',
    wanted: Line[],
    deed: (it: Line) => Promise<void>,
  ) {
    const mine = look
    running.value = reactive({ doing, done: 0, total: wanted.length })
    for (const line of wanted) {
      await deed(line)
      if (mine !== look) return
      running.value.done++
    }
    running.value = null
  }

  return {
    lines,
    running,
    choose,
    preview,
    move,
    previewAll: () =>
      each(
        'looking',
        lines.value.filter((it) => isMovable(it.sheet) && it.state !== 'moved'),
        preview,
      ),
    moveAll: (wanted: Line[]) => each('moving', wanted, move),
  }
}
