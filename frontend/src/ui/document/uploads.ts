import { computed, reactive, watch } from 'vue'
import { isOnline } from '../../api/connection'
import { problemOf, type Problem } from '../../api/problem'
import type { Evidence } from '../../api/types'
import { upload, type Upload } from '../../api/upload'

/**
 * Files on their way to the server. The queue outlives the page it was started on; a file that got
 * stuck on a lost line is sent again by itself.
 */

export interface UploadTarget {
  unitId: string
  /** The question that the file proves, when it was dropped on one. */
  assessmentId?: string
  code?: string
  /** Set when the file is a new version of an evidence. */
  evidenceId?: string
  reason?: string
  /** The slot of an activity that the file is for; whoever started the upload puts it there. */
  activity?: { id: string; slot: string }
  /** The request of an assessor that the file answers. */
  inquiryId?: string
}

export type UploadState = 'queued' | 'sending' | 'waiting' | 'done' | 'failed'

export interface UploadItem {
  key: number
  file: File
  target: UploadTarget
  state: UploadState
  sent: number
  /** Bytes in a second, smoothed. */
  speed: number
  problem: Problem | null
  evidence: Evidence | null
  alreadyThere: boolean
}

const atOnce = 2
const pauses = [2_000, 5_000, 10_000, 20_000, 30_000]

export const uploads = reactive<UploadItem[]>([])
const running = new Map<number, Upload<Evidence>>()
const attempts = new Map<number, number>()
const listeners = new Set<(item: UploadItem) => void>()
let last = 0

export const hasRunningUploads = computed(() =>
  uploads.some((it) => it.state === 'queued' || it.state === 'sending' || it.state === 'waiting'),
)

/** Calls back whenever a file has arrived; gives back the way to stop listening. */
export function onUploaded(listener: (item: UploadItem) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function enqueue(files: Iterable<File>, target: UploadTarget): void {
  for (const file of files) {
    uploads.push({
      key: ++last,
      file,
      target,
      state: 'queued',
      sent: 0,
      speed: 0,
      problem: null,
      evidence: null,
      alreadyThere: false,
    })
  }
  work()
}

export function cancel(key: number): void {
  running.get(key)?.cancel()
  running.delete(key)
  const index = uploads.findIndex((it) => it.key === key)
  if (index >= 0) uploads.splice(index, 1)
  work()
}

export const dismissUpload = cancel

export function retry(key: number): void {
  const item = uploads.find((it) => it.key === key)
  if (!item || item.state === 'sending' || item.state === 'done') return
  item.state = 'queued'
  item.problem = null
  attempts.delete(key)
  work()
}

function work(): void {
  while (running.size < atOnce) {
    const next = uploads.find((it) => it.state === 'queued')
    if (!next) return
    void send(next)
  }
}

async function send(item: UploadItem): Promise<void> {
  item.state = 'sending'
  item.sent = 0
  item.speed = 0
  let seen = { at: performance.now(), sent: 0 }
  const { unitId, assessmentId, code, evidenceId, reason } = item.target
  const way = evidenceId
    ? { path: `/evidence/${evidenceId}/versions`, query: { fileName: item.file.name, reason } }
    : {
        path: '/evidence',
        query: { unit: unitId, fileName: item.file.name, assessment: assessmentId, question: code },
      }
  const started = upload<Evidence>(way.path, way.query, item.file, (sent) => {
    const now = performance.now()
    const seconds = (now - seen.at) / 1000
    if (seconds > 0.4) {
      const speed = (sent - seen.sent) / seconds
      item.speed = item.speed ? item.speed * 0.6 + speed * 0.4 : speed
      seen = { at: now, sent }
    }
    item.sent = Math.min(sent, item.file.size)
  })
  running.set(item.key, started)
  try {
    const { body, alreadyThere } = await started.done
    item.evidence = body
    item.alreadyThere = alreadyThere
    item.sent = item.file.size
    item.state = 'done'
    listeners.forEach((it) => it(item))
  } catch (error) {
    fail(item, problemOf(error))
  } finally {
    running.delete(item.key)
    work()
  }
}

function fail(item: UploadItem, problem: Problem): void {
  if (problem.slug === 'cancelled') return
  const again =
    problem.isConnection || ['store-unreachable', 'upload-broken'].includes(problem.slug)
  item.problem = problem
  if (!again) {
    item.state = 'failed'
    return
  }
  item.state = 'waiting'
  const attempt = (attempts.get(item.key) ?? 0) + 1
  attempts.set(item.key, attempt)
  setTimeout(() => resume(item), pauses[Math.min(attempt, pauses.length) - 1])
}

function resume(item: UploadItem): void {
  if (item.state !== 'waiting') return
  item.state = 'queued'
  item.problem = null
  work()
}

watch(isOnline, (online) => {
  if (online) uploads.forEach(resume)
})

if (typeof window !== 'undefined') {
  // A file cannot be kept in the browser like typed text: leaving now would lose it.
  window.addEventListener('beforeunload', (event) => {
    if (hasRunningUploads.value) event.preventDefault()
  })
}
