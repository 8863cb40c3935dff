import { computed, onScopeDispose, reactive, shallowRef } from 'vue'
import { api } from '../../api/client'
import { faultOf, itemsOf, loadInstrument, type Item } from '../../api/instrument'
import { Problem, problemOf } from '../../api/problem'
import { useSaving } from '../../api/saving'
import { me } from '../../api/session'
import type {
  Answer,
  Assessment,
  Evidence,
  Inquiry,
  Instrument,
  QuestionEvidence,
  ReturnMark,
  Review,
  ReviewResult,
  Verdict,
} from '../../api/types'
import { changesOf } from './changes'
import { asAnswer, standingsOf, withVerdict } from './judging'

const refreshEvery = 60_000

/** One sheet being judged: the unit's answers and evidence, all voices, and one's own verdicts. */
export function useReview(assessmentId: string) {
  const assessment = shallowRef<Assessment | null>(null)
  const instrument = shallowRef<Instrument | null>(null)
  const review = shallowRef<Review | null>(null)
  const items = shallowRef<Item[]>([])
  const problem = shallowRef<Problem | null>(null)
  const evidence = shallowRef(new Map<string, Evidence[]>())
  const evidenceProblem = shallowRef<Problem | null>(null)
  const inquiries = shallowRef<Inquiry[]>([])
  let isEvidenceLoaded = false
  const confirmed = reactive(new Map<string, Answer>()) as Map<string, Answer>

  const base = `/assessments/${assessmentId}/review`
  const pathOf = (kind: 'verdicts' | 'marks', code: string) =>
    `${base}/${kind}/${encodeURIComponent(code)}`
  const myself = () => ({ id: me.value?.id ?? '', name: me.value?.name ?? '' })

  const nodes = computed(() => new Map(items.value.map((it) => [it.code, it])))
  const answers = computed(
    () => new Map((assessment.value?.answers ?? []).map((it) => [it.code, it])),
  )

  const ownVerdict = (code: string) =>
    review.value?.voices.find((it) => it.mine)?.verdicts.find((it) => it.code === code)
  /** What this assessor decided that a zero denominator is worth, as long as the verdict counts. */
  function zeroWorth(code: string): string | null {
    const own = ownVerdict(code)
    return own && !own.stale ? (own.zeroWorth ?? null) : null
  }

  const saving = useSaving({
    place: `zitrack.verdict/${me.value?.id}/${assessmentId}`,
    confirmed,
    isSendable(code, draft) {
      const item = nodes.value.get(code)
      return item !== undefined && faultOf(item.node, draft.value) === null
    },
    async send(code, draft) {
      const worth = ownVerdict(code)?.value === draft.value ? zeroWorth(code) : null
      const body = {
        value: draft.value,
        remark: draft.note,
        ...(worth !== null && { zeroWorth: worth }),
        ...seenOn(code),
      }
      try {
        const reply = await api.put<{ verdict: Verdict; result: ReviewResult }>(
          pathOf('verdicts', code),
          body,
          { revision: draft.base },
        )
        if (review.value) {
          review.value = withVerdict(review.value, reply.verdict, reply.result, myself())
        }
        return asAnswer(reply.verdict, myself())
      } catch (error) {
        throw sameVerdictElsewhere(error)
      }
    },
  })

  /** The saving knows "somebody changed this answer"; for a verdict that somebody is oneself. */
  function sameVerdictElsewhere(error: unknown): Problem {
    const refused = problemOf(error)
    const current = refused.extras.current as Verdict | undefined
    if (refused.slug !== 'changed-meanwhile' || !current) return refused
    const theirs = asAnswer(current, myself())
    return new Problem('answer-changed', refused.status, refused.detail, { theirs })
  }

  function take(loaded: Review) {
    review.value = loaded
    const own = loaded.voices.find((it) => it.mine)?.verdicts ?? []
    for (const verdict of own) {
      if (!saving.drafts.has(verdict.code)) confirmed.set(verdict.code, asAnswer(verdict, myself()))
    }
  }

  async function load() {
    try {
      const [sheet, voices] = await Promise.all([
        api.get<Assessment>(`/assessments/${assessmentId}`),
        api.get<Review>(base),
      ])
      const { id, version } = sheet.instrument
      instrument.value = await loadInstrument(id, version)
      items.value = itemsOf(instrument.value)
      assessment.value = sheet
      take(voices)
      problem.value = null
      saving.flush()
      void loadEvidence()
      void loadInquiries()
    } catch (error) {
      problem.value = problemOf(error)
    }
  }

  async function loadEvidence() {
    try {
      const list = await api.get<QuestionEvidence[]>(`/assessments/${assessmentId}/evidence`)
      evidence.value = new Map(list.map((it) => [it.code, it.evidence]))
      evidenceProblem.value = null
      isEvidenceLoaded = true
    } catch (error) {
      evidenceProblem.value = problemOf(error)
    }
  }

  /** Brings in what the other assessors said meanwhile. */
  async function refresh() {
    if (document.visibilityState === 'hidden' || !review.value || saving.drafts.size) return
    try {
      take(await api.get<Review>(base))
      if (isEvidenceBehind()) void loadEvidence()
      void loadInquiries()
    } catch {
      // The next turn asks again; saving shows when the line is broken.
    }
  }

  async function loadInquiries() {
    try {
      inquiries.value = await api.get<Inquiry[]>(`/assessments/${assessmentId}/inquiries`)
    } catch {
      // The next turn asks again; judging goes on without it.
    }
  }

  async function ask(code: string, text: string, due: string) {
    await api.post(`/assessments/${assessmentId}/inquiries`, { code, text, due })
    await loadInquiries()
  }

  async function withdrawInquiry(id: string) {
    await api.delete(`/inquiries/${id}`)
    await loadInquiries()
  }

  /** Which versions are on this screen: what came meanwhile was not seen and marks the verdict. */
  function seenOn(code: string) {
    if (!isEvidenceLoaded) return {}
    const shown = evidence.value.get(code) ?? []
    return {
      seen: shown.map((it) => ({ evidenceId: it.id, version: it.versions.at(-1)!.number })),
    }
  }

  /** Whether a verdict is marked because of a version that is not on this screen yet. */
  function isEvidenceBehind(): boolean {
    const verdicts = review.value?.voices.flatMap((it) => it.verdicts) ?? []
    return verdicts.some((verdict) =>
      changesOf(verdict).some(({ evidenceId, now }) => {
        const shown = evidence.value.get(verdict.code)?.find((it) => it.id === evidenceId)
        return shown?.versions.at(-1)?.number !== (now ?? undefined)
      }),
    )
  }

  /** Gives the same verdict again, now on the evidence as it is. */
  async function keepVerdict(code: string) {
    await loadEvidence()
    const own = ownVerdict(code)
    if (!own) return
    const reply = await api.put<{ verdict: Verdict; result: ReviewResult }>(
      pathOf('verdicts', code),
      { value: own.value, remark: own.remark, zeroWorth: zeroWorth(code), ...seenOn(code) },
      { revision: own.revision },
    )
    if (review.value) {
      review.value = withVerdict(review.value, reply.verdict, reply.result, myself())
    }
    confirmed.set(code, asAnswer(reply.verdict, myself()))
  }

  /** Decides what a zero denominator is worth; null goes back to the rule of the instrument. */
  async function decideZeroWorth(code: string, worth: string | null) {
    const { value, note } = saving.current(code)
    const reply = await api.put<{ verdict: Verdict; result: ReviewResult }>(
      pathOf('verdicts', code),
      { value, remark: note, zeroWorth: worth, ...seenOn(code) },
      { revision: confirmed.get(code)?.revision ?? 0 },
    )
    if (review.value) {
      review.value = withVerdict(review.value, reply.verdict, reply.result, myself())
    }
    confirmed.set(code, asAnswer(reply.verdict, myself()))
  }

  async function mark(code: string, reason: string, due: string | null = null) {
    const made = await api.put<ReturnMark | undefined>(pathOf('marks', code), { reason, due })
    const others = (review.value?.marks ?? []).filter((it) => it.code !== code)
    if (review.value) {
      const now = made?.code ? made : { code, reason, due, by: myself() }
      review.value = { ...review.value, marks: [...others, now] }
    }
  }

  async function unmark(code: string) {
    await api.delete(pathOf('marks', code))
    if (review.value) {
      const marks = review.value.marks.filter((it) => it.code !== code)
      review.value = { ...review.value, marks }
    }
  }

  async function agree(codes: string[] | null) {
    take(await api.post<Review>(`${base}/agreement`, codes ? { codes } : {}))
  }

  /** Returns, accepts, closes or reopens; then everything is read anew. */
  async function decide(
    deed: 'return' | 'acceptance' | 'closing' | 'reopening',
    body: object = {},
  ) {
    await api.post(`${base}/${deed}`, body)
    await load()
  }

  const stage = computed(() => review.value?.stage ?? assessment.value?.stage)
  const mayDo = (deed: string) => review.value?.may.includes(deed) ?? false
  const canJudge = computed(() => mayDo('JUDGE') && review.value?.myVoice !== null)
  const standings = computed(() =>
    review.value
      ? standingsOf(review.value, answers.value, (code) => saving.current(code).value)
      : null,
  )
  const isProven = (code: string) =>
    (evidence.value.get(code) ?? []).some((it) => it.versions.at(-1)?.state === 'AVAILABLE')

  const clock = setInterval(refresh, refreshEvery)
  onScopeDispose(() => clearInterval(clock))
  void load()

  return {
    assessment,
    instrument,
    review,
    items,
    nodes,
    answers,
    problem,
    evidence,
    evidenceProblem,
    saving,
    stage,
    canJudge,
    mayDo,
    standings,
    isProven,
    load,
    loadEvidence,
    zeroWorth,
    decideZeroWorth,
    inquiries,
    ask,
    withdrawInquiry,
    ownVerdict,
    keepVerdict,
    mark,
    unmark,
    agree,
    decide,
  }
}
