import { computed, shallowRef } from 'vue'
import { api } from '../../api/client'
import { configuration } from '../../api/session'
import type { UploadLimits } from '../../api/types'
import { bytes } from '../format'

/** What the institution allows to upload; until it is known, what the server allows. */

const limits = shallowRef<UploadLimits | null>(null)

/** The largest file, in words. */
export const largestFile = computed(() =>
  bytes(limits.value?.largestFileBytes ?? configuration.value?.maxUploadBytes ?? 100_000_000),
)

/** Asks the server; a page that names the limit calls this when it opens. */
export async function loadLimits(): Promise<void> {
  if (limits.value) return
  try {
    limits.value = await api.get<UploadLimits>('/upload-limits')
  } catch {
    // The server checks every upload anyway.
  }
}
