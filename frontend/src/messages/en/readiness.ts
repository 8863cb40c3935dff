import type { readiness as source } from '../id/readiness'

export const readiness: Record<keyof typeof source, string> = {}
