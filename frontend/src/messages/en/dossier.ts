import type { dossier as source } from '../id/dossier'

export const dossier: Record<keyof typeof source, string> = {}
