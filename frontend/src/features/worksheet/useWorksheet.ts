import { computed, onScopeDispose, reactive, ref, shallowRef } from 'vue'
import { api } from '../../api/client'
import { faultOf, isClaim, itemsOf, loadInstrument, type Item } from '../../api/instrument'
import { problemOf, type Problem } from '../../api/problem'
import { me } from '../../api/session'
import type {
  Answer,
  AnswerResult,
  Assessment,
  Evidence,
  Instrument,
  QuestionEvidence,
} from '../../api/types'
import { useSaving } from '../../api/saving'
import { isOpen, type Marks } from './sheet'

const refreshEvery = 60_000

/** One sheet being filled in: its questions, answers, evidence, and the reckoning of the server. */
export function useWorksheet(assessmentId: string) {
  const assessment = shallowRef<Assessment | null>(null)
  const instrument = shallowRef<Instrument | null>(null)
  const items = shallowRef<Item[]>([])
  const problem = shallowRef<Problem | null>(null)
  const evidence = shallowRef(new Map<string, Evidence[]>())
  const evidenceProblem = shallowRef<Problem | null>(null)
  const answered = ref(0)
  const confirmed = reactive(new Map<string, Answer>()) as Map<string, Answer>
  const nodes = computed(() => new Map(items.value.map((it) => [it.code, it])))

  const saving = useSaving({
    place: `zitrack.draft/${me.value?.id}/${assessmentId}`,
    confirmed,
    isSendable(code, draft) {
      const item = nodes.value.get(code)
      return item !== undefined && faultOf(item.node, draft.value) === null
    },
    async send(code, draft) {
      const path = `/assessments/${assessmentId}/answers/${encodeURIComponent(code)}`
      const body = { value: draft.value, note: draft.note }
      const reply = await api.put<{ answer: Answer; result: AnswerResult }>(path, body, {
        revision: draft.base,
      })
      reckon(reply.result)
      return reply.answer
    },
  })

  function reckon(result: AnswerResult) {
    if (!assessment.value) return
    const { scores, gates, progress, warnings } = result
    assessment.value = { ...assessment.value, scores, gates, progress, warnings }
    answered.value = result.answered
  }

  function take(loaded: Assessment) {
    assessment.value = loaded
    for (const answer of loaded.answers) {
      if (!saving.drafts.has(answer.code)) confirmed.set(answer.code, answer)
    }
    answered.value = loaded.progress.reduce((sum, it) => sum + it.answered, 0)
  }

  async function load() {
    try {
      const loaded = await api.get<Assessment>(`/assessments/${assessmentId}`)
      const { id, version } = loaded.instrument
      instrument.value = await loadInstrument(id, version)
      items.value = itemsOf(instrument.value)
      take(loaded)
      problem.value = null
      // Drafts of an earlier visit waited for the questions to be known.
      saving.flush()
      void loadEvidence()
    } catch (error) {
      problem.value = problemOf(error)
    }
  }

  /** Brings in what other people did meanwhile; quietly, and never over unsaved words. */
  async function refresh() {
    if (document.visibilityState === 'hidden' || !assessment.value) return
    try {
      take(await api.get<Assessment>(`/assessments/${assessmentId}`))
    } catch {
      // The next turn asks again; saving shows when the line is broken.
    }
  }

  async function loadEvidence() {
    try {
      const list = await api.get<QuestionEvidence[]>(`/assessments/${assessmentId}/evidence`)
      evidence.value = new Map(list.map((it) => [it.code, it.evidence]))
      evidenceProblem.value = null
    } catch (error) {
      evidenceProblem.value = problemOf(error)
    }
  }

  /** Puts a changed evidence in place of the older one wherever it is shown. */
  function replaceEvidence(changed: Evidence) {
    const next = new Map<string, Evidence[]>()
    for (const [code, list] of evidence.value) {
      next.set(
        code,
        list.map((it) => (it.id === changed.id ? changed : it)),
      )
    }
    for (const { assessmentId: sheet, code } of changed.links) {
      if (sheet !== assessmentId) continue
      const list = next.get(code) ?? []
      if (!list.some((it) => it.id === changed.id)) next.set(code, [...list, changed])
    }
    evidence.value = next
  }

  const isProven = (code: string) =>
    (evidence.value.get(code) ?? []).some((it) => it.versions.at(-1)?.state === 'AVAILABLE')

  const marks = computed<Marks>(() => {
    const blank = new Set<string>()
    const unproven = new Set<string>()
    for (const { code, node } of items.value) {
      const { value } = saving.current(code)
      if (value === null) blank.add(code)
      else if (isClaim(node, value) && !isProven(code)) unproven.add(code)
    }
    return { blank, unproven, returned: new Set(returned.value.keys()) }
  })
  const returned = computed(
    () => new Map((assessment.value?.returned ?? []).map((it) => [it.code, it])),
  )
  const editable = (code: string) => {
    const item = nodes.value.get(code)
    if (!item || !assessment.value) return false
    return isOpen(assessment.value, item, me.value?.roles ?? [])
  }

  const clock = setInterval(refresh, refreshEvery)
  onScopeDispose(() => clearInterval(clock))
  void load()

  return {
    assessment,
    instrument,
    items,
    nodes,
    problem,
    evidence,
    evidenceProblem,
    answered,
    confirmed,
    saving,
    marks,
    returned,
    editable,
    load,
    refresh,
    loadEvidence,
    replaceEvidence,
  }
}

export type Worksheet = ReturnType<typeof useWorksheet>
