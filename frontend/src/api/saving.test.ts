import { effectScope, reactive } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Problem } from './problem'
import type { Answer } from './types'
import { useSaving, type Draft } from './saving'

const place = 'zitrack.draft/p/a'

function answer(code: string, value: string | null, revision: number, note: string | null = null) {
  return { code, value, note, revision, by: { id: 'x', name: 'Sari' }, at: null } satisfies Answer
}

function start(send: (code: string, draft: Draft) => Promise<Answer>, isSendable = () => true) {
  const confirmed = reactive(new Map<string, Answer>()) as Map<string, Answer>
  const scope = effectScope()
  const saving = scope.run(() => useSaving({ place, confirmed, isSendable, send }))!
  return { saving, confirmed, leave: () => scope.stop() }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('saving answers', () => {
  it('sends one answer after the last of several quick changes', async () => {
    const send = vi.fn(async (code: string, draft: Draft) => answer(code, draft.value, 1))
    const { saving } = start(send)

    saving.edit('A.1', { value: 'A' })
    saving.edit('A.1', { value: 'B' })
    expect(saving.state.value).toBe('saving')
    await vi.advanceTimersByTimeAsync(400)

    expect(send).toHaveBeenCalledTimes(1)
    expect(send).toHaveBeenCalledWith('A.1', { value: 'B', note: null, base: 0 })
    expect(saving.state.value).toBe('saved')
    expect(localStorage.length).toBe(0)
  })

  it('keeps what was not confirmed in the browser and sends it again by itself', async () => {
    const send = vi
      .fn<(code: string, draft: Draft) => Promise<Answer>>()
      .mockRejectedValueOnce(new Problem('no-connection', 0))
      .mockImplementation(async (code, draft) => answer(code, draft.value, 1))
    const { saving } = start(send)

    saving.edit('A.1', { value: 'A' })
    await vi.advanceTimersByTimeAsync(400)

    expect(saving.state.value).toBe('waiting')
    expect(localStorage.getItem(`${place}/A.1`)).toContain('"A"')

    await vi.advanceTimersByTimeAsync(2_500)

    expect(saving.state.value).toBe('saved')
    expect(localStorage.length).toBe(0)
  })

  it('takes up what an earlier visit could not send', async () => {
    localStorage.setItem(`${place}/A.1`, JSON.stringify({ value: 'C', note: 'x', base: 2 }))
    const send = vi.fn(async (code: string, draft: Draft) => answer(code, draft.value, 3))

    start(send)
    await vi.advanceTimersByTimeAsync(10)

    expect(send).toHaveBeenCalledWith('A.1', { value: 'C', note: 'x', base: 2 })
  })

  it('shows both versions when somebody else answered the same question', async () => {
    const theirs = answer('A.1', 'C', 4, 'punya mereka')
    const send = vi
      .fn<(code: string, draft: Draft) => Promise<Answer>>()
      .mockRejectedValueOnce(new Problem('answer-changed', 412, '', { theirs }))
      .mockImplementation(async (code, draft) => answer(code, draft.value, 5))
    const { saving } = start(send)

    saving.edit('A.1', { value: 'A' })
    await vi.advanceTimersByTimeAsync(400)

    expect(saving.conflicts.get('A.1')).toEqual(theirs)
    expect(saving.current('A.1').value).toBe('A')
    expect(saving.state.value).toBe('attention')

    saving.settle('A.1', { value: 'B', note: null })
    await vi.advanceTimersByTimeAsync(10)

    expect(send).toHaveBeenLastCalledWith('A.1', { value: 'B', note: null, base: 4 })
    expect(saving.state.value).toBe('saved')
  })

  it('recognizes its own answer when only the reply was lost', async () => {
    const send = vi.fn(async () => {
      throw new Problem('answer-changed', 412, '', { theirs: answer('A.1', 'A', 1) })
    })
    const { saving } = start(send)

    saving.edit('A.1', { value: 'A' })
    await vi.advanceTimersByTimeAsync(400)

    expect(saving.conflicts.size).toBe(0)
    expect(saving.state.value).toBe('saved')
  })

  it('does not send an answer that is not complete', async () => {
    const send = vi.fn(async (code: string, draft: Draft) => answer(code, draft.value, 1))
    const { saving } = start(send, () => false)

    saving.edit('A.1', { value: 'agents=8' })
    await vi.advanceTimersByTimeAsync(5_000)

    expect(send).not.toHaveBeenCalled()
    expect(saving.state.value).toBe('attention')
    expect(localStorage.length).toBe(1)
  })

  it('takes the last change back', async () => {
    const send = vi.fn(async (code: string, draft: Draft) =>
      answer(code, draft.value, draft.base + 1),
    )
    const { saving } = start(send)
    saving.edit('A.1', { value: 'A' })
    await vi.advanceTimersByTimeAsync(400)
    saving.edit('A.1', { value: 'B' })
    await vi.advanceTimersByTimeAsync(400)

    expect(saving.undo()).toBe('A.1')
    await vi.advanceTimersByTimeAsync(400)

    expect(send).toHaveBeenLastCalledWith('A.1', { value: 'A', note: null, base: 2 })
  })
})
