import type { administration as source } from '../id/administration'

export const administration: Record<keyof typeof source, string> = {}
