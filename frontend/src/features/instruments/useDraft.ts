import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { api } from '../../api/client'
import { isOnline } from '../../api/connection'
import { problemOf, type Problem } from '../../api/problem'
import type { SaveState } from '../../api/saving'
import { isExpired } from '../../api/session'
import type { InstrumentDraft } from '../../api/types'
import type { Source } from './source'

/**
 * A draft while it is edited. Each change is saved by itself after a short pause; until the server
 * has confirmed it, it is kept in this browser. Steps can be taken back and done again.
 */
export interface Editing {
  draft: Readonly<Ref<InstrumentDraft | null>>
  source: Readonly<Ref<Source>>
  problem: Readonly<Ref<Problem | null>>
  /** Why the server took no change; it is sent again with the next one. */
  refusal: Readonly<Ref<Problem | null>>
  /** Somebody else's version, when both have changed the draft. */
  theirs: Readonly<Ref<InstrumentDraft | null>>
  state: ComputedRef<SaveState>
  savedAt: Readonly<Ref<Date | null>>
  /** Whether problems and worked examples are those of what is on the screen. */
  isChecked: ComputedRef<boolean>
  /** Changes with the same step, one after the other, are taken back together. */
  change(next: Source, step?: string): void
  canUndo: ComputedRef<boolean>
  canRedo: ComputedRef<boolean>
  undo(): void
  redo(): void
  takeMine(): void
  takeTheirs(): void
  reload(): Promise<void>
  /** Sends what waits now and says whether everything is saved. */
  flush(): Promise<boolean>
  /** Forgets what is kept here: the draft is no more. */
  forget(): void
}

const pause = 900
const retryPauses = [2_000, 5_000, 10_000, 30_000]
const mostSteps = 100

export function useDraft(draftId: string): Editing {
  const place = `zitrack.instrument/${draftId}`
  const path = `/instrument-drafts/${encodeURIComponent(draftId)}`
  const draft = shallowRef<InstrumentDraft | null>(null)
  const source = shallowRef<Source>({})
  const confirmed = shallowRef<Source>({})
  const problem = shallowRef<Problem | null>(null)
  const refusal = shallowRef<Problem | null>(null)
  const theirs = shallowRef<InstrumentDraft | null>(null)
  const savedAt = ref<Date | null>(null)
  const failures = ref(0)
  const past = shallowRef<Source[]>([])
  const future = shallowRef<Source[]>([])
  let lastStep: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let sending: Promise<void> | null = null
  let over = false

  const isSaved = computed(() => source.value === confirmed.value)

  async function load() {
    try {
      const body = await api.get<InstrumentDraft>(path)
      if (over) return
      problem.value = null
      const kept = readKept(place)
      begin(body)
      if (kept) restore(kept, body)
    } catch (error) {
      problem.value = problemOf(error)
    }
  }

  function begin(body: InstrumentDraft) {
    draft.value = body
    source.value = confirmed.value = body.source as Source
    past.value = future.value = []
    refusal.value = theirs.value = null
    failures.value = 0
    lastStep = undefined
    keep(null)
  }

  /** What this browser still holds from a time without connection. */
  function restore(kept: Kept, body: InstrumentDraft) {
    if (JSON.stringify(kept.source) === JSON.stringify(body.source)) return
    source.value = kept.source
    writeKept(place, kept)
    if (kept.revision === body.revision) wake(0)
    else theirs.value = body
  }

  function change(next: Source, step?: string) {
    if (next === source.value) return
    if (!step || step !== lastStep || isSaved.value) {
      past.value = [...past.value.slice(1 - mostSteps), source.value]
    }
    lastStep = step
    future.value = []
    show(next)
  }

  function show(next: Source) {
    source.value = next
    refusal.value = null
    keep(isSaved.value ? null : next)
    if (!theirs.value) wake(pause)
  }

  function undo() {
    const before = past.value.at(-1)
    if (!before) return
    past.value = past.value.slice(0, -1)
    future.value = [...future.value, source.value]
    lastStep = undefined
    show(before)
  }

  function redo() {
    const after = future.value.at(-1)
    if (!after) return
    future.value = future.value.slice(0, -1)
    past.value = [...past.value, source.value]
    lastStep = undefined
    show(after)
  }

  function wake(milliseconds: number) {
    clearTimeout(timer)
    if (!over) timer = setTimeout(() => void save(), milliseconds)
  }

  function save(): Promise<void> {
    sending ??= send().finally(() => (sending = null))
    return sending
  }

  async function send() {
    while (!over && !isSaved.value && !theirs.value && draft.value) {
      const sent = source.value
      try {
        const revision = draft.value.revision
        const body = await api.put<InstrumentDraft>(path, { source: sent }, { revision })
        draft.value = body
        confirmed.value = sent
        savedAt.value = new Date()
        failures.value = 0
        keep(isSaved.value ? null : source.value)
      } catch (error) {
        fail(problemOf(error), sent)
        return
      }
    }
  }

  function fail(failure: Problem, sent: Source) {
    const current = failure.extras.current as InstrumentDraft | undefined
    if (failure.slug === 'changed-meanwhile' && current) {
      // Our own change whose reply was lost is no conflict.
      if (JSON.stringify(current.source) === JSON.stringify(sent)) {
        draft.value = current
        confirmed.value = sent
        wake(0)
      } else theirs.value = current
    } else if (failure.isConnection || failure.status >= 500 || failure.status === 401) {
      failures.value++
      if (!isExpired.value) wake(retryPauses[Math.min(failures.value, retryPauses.length) - 1]!)
    } else refusal.value = failure
  }

  function takeMine() {
    if (!theirs.value) return
    draft.value = theirs.value
    confirmed.value = theirs.value.source as Source
    theirs.value = null
    wake(0)
  }

  function takeTheirs() {
    if (!theirs.value) return
    const mine = source.value
    begin(theirs.value)
    past.value = [mine]
  }

  async function flush(): Promise<boolean> {
    clearTimeout(timer)
    await save()
    return isSaved.value
  }

  function keep(next: Source | null) {
    if (next && draft.value) writeKept(place, { revision: draft.value.revision, source: next })
    else writeKept(place, null)
  }

  const state = computed<SaveState>(() => {
    if (theirs.value || refusal.value) return 'attention'
    if (isSaved.value) return 'saved'
    if (isExpired.value) return 'signedOut'
    if (!isOnline.value) return 'offline'
    return failures.value ? 'waiting' : 'saving'
  })

  watch([isOnline, isExpired], ([online, expired]) => {
    if (online && !expired && !isSaved.value) wake(0)
  })
  const leaving = () => {
    // What is still waiting goes on its way; this browser keeps it until the answer.
    if (document.visibilityState === 'hidden') wake(0)
  }
  document.addEventListener('visibilitychange', leaving)
  onScopeDispose(() => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', leaving)
    if (!refusal.value) void save()
    over = true
  })
  void load()

  return {
    draft,
    source,
    problem,
    refusal,
    theirs,
    state,
    savedAt,
    isChecked: isSaved,
    change,
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    undo,
    redo,
    takeMine,
    takeTheirs,
    reload: load,
    flush,
    forget() {
      over = true
      clearTimeout(timer)
      writeKept(place, null)
    },
  }
}

interface Kept {
  revision: number
  source: Source
}

function readKept(place: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? 'null') as Kept | null
  } catch {
    return null
  }
}

function writeKept(place: string, kept: Kept | null) {
  try {
    if (kept) localStorage.setItem(place, JSON.stringify(kept))
    else localStorage.removeItem(place)
  } catch {
    // Without room in this browser the change still goes to the server.
  }
}
