import { readonly, ref } from 'vue'

/** Whether the server answers. A broken line is a normal state: screens show it and keep working. */
const online = ref(true)
let probing: ReturnType<typeof setTimeout> | undefined

export const isOnline = readonly(online)

export function connectionWorked(): void {
  online.value = true
  clearTimeout(probing)
  probing = undefined
}

export function connectionFailed(): void {
  online.value = false
  if (probing === undefined) probe(3_000)
}

/** Asks again and again, ever more slowly, until the server answers. */
function probe(wait: number): void {
  probing = setTimeout(async () => {
    try {
      await fetch('/api/configuration', { signal: AbortSignal.timeout(10_000) })
      connectionWorked()
    } catch {
      probe(Math.min(wait * 1.5, 30_000))
    }
  }, wait)
}

if (typeof window !== 'undefined') {
  window.addEventListener('offline', connectionFailed)
  window.addEventListener('online', () => {
    clearTimeout(probing)
    probe(0)
  })
}
