import { computed, ref } from 'vue'
import { me } from '../../api/session'
import type { UploadTarget } from './uploads'

/**
 * Uploads of which the server holds a part, remembered in this browser: a page that is closed takes the
 * file with it, and picking the same file again continues where it was.
 */

export interface Unfinished {
  address: string
  person: string
  name: string
  size: number
  lastModified: number
  target: UploadTarget
  sent: number
  at: number
}

const place = 'zitrack.uploads'
/** As long as the server waits for the next byte. */
const patience = 24 * 3_600_000

const kept = ref(read())

/** Those of the person who is here and that the server still holds. */
export const unfinished = computed(() => kept.value.filter((it) => it.person === me.value?.id))

export function remember(address: string, file: File, target: UploadTarget, sent: number): void {
  const { name, size, lastModified } = file
  const person = me.value?.id ?? ''
  const entry = { address, person, name, size, lastModified, target, sent, at: Date.now() }
  write([...read().filter((it) => it.address !== address), entry])
}

export function forget(address: string | null): void {
  if (address) write(read().filter((it) => it.address !== address))
}

/** The upload that this file continues, if it is still the same file and meant for the same. */
export function continuedBy(file: File, target: UploadTarget): Unfinished | undefined {
  return unfinished.value.find((it) => isOf(it, file) && isSameTarget(it.target, target))
}

/** Whether a file is the one of which a part has arrived, and has not been changed since. */
export function isOf(entry: Unfinished, file: File): boolean {
  return (
    entry.name === file.name && entry.size === file.size && entry.lastModified === file.lastModified
  )
}

function isSameTarget(one: UploadTarget, other: UploadTarget): boolean {
  return (
    one.unitId === other.unitId &&
    one.assessmentId === other.assessmentId &&
    one.code === other.code &&
    one.evidenceId === other.evidenceId
  )
}

function read(): Unfinished[] {
  try {
    const stored = JSON.parse(localStorage.getItem(place) ?? '[]') as Unfinished[]
    return stored.filter((it) => Date.now() - it.at < patience)
  } catch {
    return []
  }
}

function write(entries: Unfinished[]): void {
  kept.value = entries
  try {
    localStorage.setItem(place, JSON.stringify(entries))
  } catch {
    // Without room in the browser an upload still goes on as long as its page is open.
  }
}
