import { ref, watch, type Ref } from 'vue'

/** What is typed and not sent yet, with the id under which it will be sent, also a second time. */
export interface MessageDraft {
  text: Ref<string>
  /** Stays the same until the message has arrived, so that a lost reply does not double it. */
  id: () => string
  sent: () => void
}

/** Keeps a message in this browser until it is sent: it survives a lost line and an expired sign-in. */
export function useMessageDraft(place: string): MessageDraft {
  const kept = read(place)
  const text = ref(kept.text)
  let id = kept.id
  watch(text, (now) => write(place, now ? { text: now, id } : null), { flush: 'sync' })
  return {
    text,
    id: () => id,
    sent() {
      id = newId()
      text.value = ''
    },
  }
}

interface Kept {
  text: string
  id: string
}

function read(place: string): Kept {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? 'null') as Kept | null
    if (kept) return kept
  } catch {
    // Storage is switched off or unreadable: begin with nothing.
  }
  return { text: '', id: newId() }
}

function write(place: string, kept: Kept | null): void {
  try {
    if (kept) localStorage.setItem(place, JSON.stringify(kept))
    else localStorage.removeItem(place)
  } catch {
    // Storage is full or switched off: the draft lives as long as the page.
  }
}

/** Whether something unsent is kept there. */
export function isKept(place: string): boolean {
  return read(place).text !== ''
}

/** A random id (UUID version 4), also where the page came without encryption and the browser makes none. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map((it) => it.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
