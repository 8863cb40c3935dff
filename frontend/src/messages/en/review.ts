import type { review as source } from '../id/review'

export const review: Record<keyof typeof source, string> = {}
