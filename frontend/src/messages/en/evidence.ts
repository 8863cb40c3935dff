import type { evidence as source } from '../id/evidence'

export const evidence: Record<keyof typeof source, string> = {}
