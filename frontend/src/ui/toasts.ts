import { readonly, ref } from 'vue'

export interface Toast {
  key: number
  text: string
  tone: 'ok' | 'bad' | 'info'
  action?: { label: string; run: () => void }
}

const shown = ref<Toast[]>([])
let last = 0

export const toasts = readonly(shown)

/** A short message that goes by itself; with an action it stays longer. */
export function toast(text: string, tone: Toast['tone'] = 'ok', action?: Toast['action']): void {
  const key = ++last
  shown.value = [...shown.value.slice(-2), { key, text, tone, action }]
  setTimeout(() => dismiss(key), action ? 12_000 : 6_000)
}

export function dismiss(key: number): void {
  shown.value = shown.value.filter((it) => it.key !== key)
}
