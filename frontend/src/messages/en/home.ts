import type { home as source } from '../id/home'

export const home: Record<keyof typeof source, string> = {}
