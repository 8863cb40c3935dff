import { computed, reactive, watch } from 'vue'
import { isOnline } from '../../api/connection'
import { problemOf, type Problem } from '../../api/problem'
import type { Evidence } from '../../api/types'
import { upload, withdraw, type Upload } from '../../api/upload'
import { continuedBy, forget, remember } from './unfinished'

/**
 * Files on their way to the server. The queue outlives the page it was started on; a file that got
 * stuck on a lost line goes on by itself from where it was, and after the browser was closed as soon
 * as it is picked again.
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

export type UploadState = 'queued' | 'sending' | 'paused' | 'waiting' | 'done' | 'failed'

export interface UploadItem {
  key: number
  file: File
  target: UploadTarget
  state: UploadState
  /** Where the server keeps what has arrived. */
  address: string | null
  sent: number
  /** Bytes in a second, smoothed. */
  speed: number
  problem: Problem | null
  evidence: Evidence | null
  alreadyThere: boolean
}

const atOnce = 2
const pauses = [2_000, 5_000, 10_000, 20_000, 30_000]
/** Problems of the way and not of the file: trying again helps. */
const passing = [
  'store-unreachable',
  'upload-broken',
  'upload-locked',
  'upload-offset',
  'upload-incomplete',
]
const rememberEvery = 2_000

export const uploads = reactive<UploadItem[]>([])
const running = new Map<number, Upload>()
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
    const begun = continuedBy(file, target)
    if (begun && uploads.some((it) => it.address === begun.address)) continue
    uploads.push({
      key: ++last,
      file,
      target,
      state: 'queued',
      address: begun?.address ?? null,
      sent: begun?.sent ?? 0,
      speed: 0,
      problem: null,
      evidence: null,
      alreadyThere: false,
    })
  }
  work()
}

/** Takes a file out of the queue; what has arrived of it is given up. */
export function cancel(key: number): void {
  const item = uploads.find((it) => it.key === key)
  dismissUpload(key)
  if (!item?.address || item.state === 'done') return
  forget(item.address)
  void withdraw(item.address)
}

/** Takes a file that has arrived, or cannot, out of sight. */
export function dismissUpload(key: number): void {
  running.get(key)?.pause()
  running.delete(key)
  const index = uploads.findIndex((it) => it.key === key)
  if (index >= 0) uploads.splice(index, 1)
  work()
}

export function pause(key: number): void {
  const item = uploads.find((it) => it.key === key)
  if (!item || item.state === 'done' || item.state === 'failed') return
  item.state = 'paused'
  item.speed = 0
  running.get(key)?.pause()
}

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
    const next = uploads.find((it) => it.state === 'queued' && !running.has(it.key))
    if (!next) return
    void send(next)
  }
}

async function send(item: UploadItem): Promise<void> {
  item.state = 'sending'
  item.speed = 0
  let seen: { at: number; sent: number } | undefined
  let remembered = performance.now()
  const { unitId, assessmentId, code, evidenceId, reason } = item.target
  const metadata = evidenceId
    ? { evidence: evidenceId, reason }
    : { unit: unitId, assessment: assessmentId, question: code }
  const started = upload(item.file, {
    metadata: given({ filename: item.file.name, ...metadata }),
    address: item.address,
    onAddress(address) {
      if (item.address !== address) forget(item.address)
      item.address = address
      remember(address, item.file, item.target, item.sent)
    },
    onProgress(sent) {
      const now = performance.now()
      seen ??= { at: now, sent }
      const seconds = (now - seen.at) / 1000
      if (seconds > 0.4) {
        const speed = (sent - seen.sent) / seconds
        item.speed = item.speed ? item.speed * 0.6 + speed * 0.4 : speed
        seen = { at: now, sent }
      }
      item.sent = Math.min(sent, item.file.size)
      attempts.delete(item.key)
      if (item.address && now - remembered > rememberEvery) {
        remembered = now
        remember(item.address, item.file, item.target, item.sent)
      }
    },
  })
  running.set(item.key, started)
  try {
    const { evidence, alreadyThere } = await started.done
    forget(item.address)
    item.evidence = evidence
    item.alreadyThere = alreadyThere
    item.sent = item.file.size
    item.state = 'done'
    listeners.forEach((it) => it(item))
  } catch (error) {
    fail(item, problemOf(error))
  } finally {
    if (running.get(item.key) === started) running.delete(item.key)
    work()
  }
}

function given(values: Record<string, string | undefined>): Record<string, string> {
  const pairs = Object.entries(values).filter((it): it is [string, string] => Boolean(it[1]))
  return Object.fromEntries(pairs)
}

function fail(item: UploadItem, problem: Problem): void {
  if (problem.slug === 'cancelled') return
  item.problem = problem
  item.speed = 0
  if (problem.slug === 'upload-gone') {
    // What had arrived is not there any more: the same file begins anew.
    forget(item.address)
    item.address = null
    item.sent = 0
  }
  const again = problem.isConnection || problem.slug === 'upload-gone'
  if (!again && !passing.includes(problem.slug)) {
    if (problem.status !== 401) forget(item.address)
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
  // What has arrived is kept, but the file itself has to be picked again after leaving.
  window.addEventListener('beforeunload', (event) => {
    if (hasRunningUploads.value) event.preventDefault()
  })
}
