import { computed, onScopeDispose, reactive, ref, watch, type ComputedRef } from 'vue'
import { isOnline } from './connection'
import { problemOf, type Problem } from './problem'
import { isExpired } from './session'
import type { Answer } from './types'

/**
 * Saves answers as they are given. What the server has not confirmed stays in this browser and is
 * sent again by itself: after a lost line, an expired sign-in, or the next time the sheet is opened.
 */

export interface Draft {
  value: string | null
  note: string | null
  /** The revision of the answer that the change starts from. */
  base: number
}

export type SaveState = 'saved' | 'saving' | 'waiting' | 'offline' | 'signedOut' | 'attention'

export interface Saving {
  drafts: ReadonlyMap<string, Draft>
  conflicts: ReadonlyMap<string, Answer>
  refusals: ReadonlyMap<string, Problem>
  state: ComputedRef<SaveState>
  savedAt: Readonly<{ value: Date | null }>
  current(code: string): { value: string | null; note: string | null }
  edit(code: string, change: { value?: string | null; note?: string | null }, pause?: number): void
  /** Ends a conflict with what this person decided. */
  settle(code: string, decided: { value: string | null; note: string | null }): void
  takeTheirs(code: string): void
  canUndo: ComputedRef<boolean>
  /** Takes the last change back and says on which question it was. */
  undo(): string | null
  flush(): void
}

export interface SavingOptions {
  /** Where drafts of this person and this sheet are kept. */
  place: string
  confirmed: Map<string, Answer>
  /** Answers that cannot be sent yet, such as a ratio with a count missing. */
  isSendable: (code: string, draft: Draft) => boolean
  send: (code: string, draft: Draft) => Promise<Answer>
}

const choicePause = 250
const retryPauses = [2_000, 5_000, 10_000, 30_000]

export function useSaving(options: SavingOptions): Saving {
  const { place, confirmed, isSendable, send } = options
  const drafts = reactive(readDrafts(place)) as Map<string, Draft>
  const conflicts = reactive(new Map<string, Answer>()) as Map<string, Answer>
  const refusals = reactive(new Map<string, Problem>()) as Map<string, Problem>
  const due = new Map<string, number>()
  const sending = ref<string | null>(null)
  const failures = ref(0)
  const savedAt = ref<Date | null>(null)
  const past = ref<{ code: string; before: { value: string | null; note: string | null } }[]>([])
  let timer: ReturnType<typeof setTimeout> | undefined
  let over = false

  const revisionOf = (code: string) => confirmed.get(code)?.revision ?? 0

  function current(code: string) {
    const held = drafts.get(code) ?? confirmed.get(code)
    return { value: held?.value ?? null, note: held?.note ?? null }
  }

  function edit(
    code: string,
    change: { value?: string | null; note?: string | null },
    pause = choicePause,
  ) {
    const before = current(code)
    const after = { ...before, ...change }
    if (before.value === after.value && (before.note ?? '') === (after.note ?? '')) return
    remember(code, before, change)
    hold(code, after, pause)
  }

  /** Keystrokes in one note or number are one change. */
  function remember(
    code: string,
    before: { value: string | null; note: string | null },
    change: object,
  ) {
    const last = past.value.at(-1)
    const goesOn =
      last?.code === code && drafts.has(code) && !('value' in change && isChoice(before))
    if (!goesOn) past.value = [...past.value.slice(-49), { code, before }]
  }
  const isChoice = (before: { value: string | null }) => /^[A-Za-z]+$/.test(before.value ?? '')

  function hold(code: string, after: { value: string | null; note: string | null }, pause: number) {
    const base = drafts.get(code)?.base ?? revisionOf(code)
    const draft = { value: after.value, note: after.note || null, base }
    refusals.delete(code)
    const there = confirmed.get(code)
    const unchanged =
      sending.value !== code &&
      !conflicts.has(code) &&
      (there?.value ?? null) === draft.value &&
      (there?.note ?? null) === draft.note
    if (unchanged) {
      forget(code)
      return
    }
    drafts.set(code, draft)
    writeDraft(place, code, draft)
    due.set(code, Date.now() + pause)
    wake(pause)
  }

  function forget(code: string) {
    drafts.delete(code)
    due.delete(code)
    writeDraft(place, code, null)
  }

  function wake(pause: number) {
    clearTimeout(timer)
    if (!over) timer = setTimeout(pump, pause)
  }

  function nextDue(): string | undefined {
    return [...drafts.keys()].find((code) => {
      if (conflicts.has(code) || refusals.has(code)) return false
      if ((due.get(code) ?? 0) > Date.now()) return false
      return isSendable(code, drafts.get(code)!)
    })
  }

  async function pump() {
    if (sending.value !== null || over) return
    for (let code = nextDue(); code !== undefined; code = nextDue()) {
      const draft = { ...drafts.get(code)! }
      sending.value = code
      try {
        const answer = await send(code, draft)
        accept(code, draft, answer)
      } catch (error) {
        const problem = problemOf(error)
        const theirs = problem.extras.theirs as Answer | undefined
        if (problem.slug === 'answer-changed' && theirs) {
          meet(code, draft, { ...theirs, code })
        } else if (problem.isConnection || problem.status >= 500 || problem.status === 401) {
          failures.value++
          break
        } else {
          refusals.set(code, problem)
        }
      } finally {
        sending.value = null
      }
    }
    const later = [...due.values()].filter((it) => it > Date.now())
    if (failures.value > 0 && !isExpired.value) {
      wake(retryPauses[Math.min(failures.value, retryPauses.length) - 1]!)
    } else if (later.length) {
      wake(Math.max(0, Math.min(...later) - Date.now()))
    }
  }

  function accept(code: string, sent: Draft, answer: Answer) {
    confirmed.set(code, answer)
    savedAt.value = new Date()
    failures.value = 0
    const now = drafts.get(code)
    if (!now) return
    if (now.value === sent.value && now.note === sent.note) forget(code)
    else {
      const next = { ...now, base: answer.revision }
      drafts.set(code, next)
      writeDraft(place, code, next)
    }
  }

  /** Somebody else's version is there; when it says the same (our own lost reply), all is well. */
  function meet(code: string, draft: Draft, theirs: Answer) {
    if (theirs.value === draft.value && (theirs.note || null) === draft.note) {
      accept(code, draft, theirs)
    } else {
      confirmed.set(code, theirs)
      conflicts.set(code, theirs)
    }
  }

  function settle(code: string, decided: { value: string | null; note: string | null }) {
    const theirs = conflicts.get(code)
    if (!theirs) return
    conflicts.delete(code)
    drafts.set(code, { ...decided, base: theirs.revision })
    hold(code, decided, 0)
  }

  function takeTheirs(code: string) {
    conflicts.delete(code)
    forget(code)
  }

  function undo(): string | null {
    const last = past.value.at(-1)
    if (!last) return null
    past.value = past.value.slice(0, -1)
    hold(last.code, last.before, choicePause)
    return last.code
  }

  function flush() {
    for (const code of due.keys()) due.set(code, 0)
    wake(0)
  }

  const state = computed<SaveState>(() => {
    if (conflicts.size || refusals.size) return 'attention'
    if (drafts.size === 0) return 'saved'
    if (isExpired.value) return 'signedOut'
    if (!isOnline.value) return 'offline'
    if (failures.value > 0) return 'waiting'
    const sendable = [...drafts].some(([code, draft]) => isSendable(code, draft))
    return sendable ? 'saving' : 'attention'
  })

  watch([isOnline, isExpired], ([online, expired]) => {
    if (online && !expired && drafts.size) flush()
  })
  const hiding = () => document.visibilityState === 'hidden' && flush()
  document.addEventListener('visibilitychange', hiding)
  onScopeDispose(() => {
    over = true
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', hiding)
  })

  for (const code of drafts.keys()) due.set(code, 0)
  if (drafts.size) wake(0)

  const canUndo = computed(() => past.value.length > 0)
  return {
    drafts,
    conflicts,
    refusals,
    state,
    savedAt,
    current,
    edit,
    settle,
    takeTheirs,
    canUndo,
    undo,
    flush,
  }
}

/* Drafts live under one key for each question, so that two tabs do not overwrite each other. */

function readDrafts(place: string): Map<string, Draft> {
  const drafts = new Map<string, Draft>()
  try {
    for (let index = 0; index < localStorage.length; index++) {
      const key = localStorage.key(index)
      if (!key?.startsWith(`${place}/`)) continue
      drafts.set(key.slice(place.length + 1), JSON.parse(localStorage.getItem(key)!) as Draft)
    }
  } catch {
    // Storage is switched off or unreadable: there is nothing to take up again.
  }
  return drafts
}

function writeDraft(place: string, code: string, draft: Draft | null): void {
  try {
    if (draft) localStorage.setItem(`${place}/${code}`, JSON.stringify(draft))
    else localStorage.removeItem(`${place}/${code}`)
  } catch {
    // Storage is full or switched off: the draft lives as long as the page.
  }
}
