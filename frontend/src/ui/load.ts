import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { problemOf, type Problem } from '../api/problem'

export interface Loading<T> {
  data: ShallowRef<T | null>
  problem: ShallowRef<Problem | null>
  busy: Ref<boolean>
  reload: () => Promise<void>
}

/**
 * Loads something for a page: `const { data, problem, busy, reload } = useLoading((signal) => …)`.
 * A newer call overtakes an older one; leaving the page ends the request.
 */
export function useLoading<T>(read: (signal: AbortSignal) => Promise<T>): Loading<T> {
  const data = shallowRef<T | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  let current: AbortController | undefined

  async function reload() {
    current?.abort()
    const mine = new AbortController()
    current = mine
    busy.value = true
    try {
      const loaded = await read(mine.signal)
      if (current !== mine) return
      data.value = loaded
      problem.value = null
    } catch (error) {
      if (current === mine && !mine.signal.aborted) problem.value = problemOf(error)
    } finally {
      if (current === mine) busy.value = false
    }
  }

  onScopeDispose(() => current?.abort())
  void reload()
  return { data, problem, busy, reload }
}
