import { afterEach, beforeEach, vi } from 'vitest'
import { settle } from './render'

/** Lets a file of tests move the clock itself, so that no test hangs on how busy the machine is. */
export function useClock(): void {
  beforeEach(() => {
    vi.useFakeTimers({
      shouldAdvanceTime: true,
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
}

/** Lets some time go by, with everything that becomes due in it. */
export async function pass(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds)
  await settle()
}
