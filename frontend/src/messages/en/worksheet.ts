import type { worksheet as source } from '../id/worksheet'

export const worksheet: Record<keyof typeof source, string> = {}
