/**
 * Reads a ZIP in the browser (APPNOTE 4.3): its directory from the end of the file, each file when it
 * is asked for. Nothing of it leaves the computer before somebody has confirmed what to send.
 */

export interface ZipEntry {
  path: string
  /** Unpacked, as the directory says. */
  size: number
  /** Unpacks the file; fails when it is not what the directory says. */
  read(): Promise<Blob>
}

export type ZipFault = 'broken' | 'too-many' | 'too-large' | 'locked' | 'unknown-kind'

export class ZipProblem extends Error {
  constructor(readonly fault: ZipFault) {
    super(fault)
  }
}

const mostEntries = 20_000
const largestTogether = 4 * 1024 ** 3
const largestDirectory = 16 * 1024 ** 2
const endLength = 22
const longestComment = 65_535

export async function readZip(zip: Blob): Promise<ZipEntry[]> {
  const { start, size, count } = await findDirectory(zip)
  const view = new DataView(await zip.slice(start, start + size).arrayBuffer())
  const entries: ZipEntry[] = []
  let together = 0
  let at = 0
  for (let seen = 0; seen < count; seen++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) fail('broken')
    const flags = view.getUint16(at + 8, true)
    const method = view.getUint16(at + 10, true)
    const crc = view.getUint32(at + 16, true)
    const packed = view.getUint32(at + 20, true)
    const unpacked = view.getUint32(at + 24, true)
    const nameLength = view.getUint16(at + 28, true)
    const header = view.getUint32(at + 42, true)
    const next =
      at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > view.byteLength) fail('broken')
    const path = nameIn(new Uint8Array(view.buffer, at + 46, nameLength), (flags & 0x800) !== 0)
    at = next
    if (/[/\\]$/.test(path)) continue
    if (flags & 1) fail('locked')
    if (header === 0xffffffff || packed === 0xffffffff || unpacked === 0xffffffff) {
      fail('too-large')
    }
    together += unpacked
    if (together > largestTogether) fail('too-large')
    entries.push({
      path,
      size: unpacked,
      read: () => unpack(zip, { method, crc, packed, unpacked, header }),
    })
  }
  return entries
}

function fail(fault: ZipFault): never {
  throw new ZipProblem(fault)
}

async function findDirectory(zip: Blob) {
  const from = Math.max(0, zip.size - endLength - longestComment)
  const view = new DataView(await zip.slice(from).arrayBuffer())
  for (let at = view.byteLength - endLength; at >= 0; at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue
    const count = view.getUint16(at + 10, true)
    const size = view.getUint32(at + 12, true)
    const start = view.getUint32(at + 16, true)
    if (start === 0xffffffff || size > largestDirectory) fail('too-large')
    if (count > mostEntries) fail('too-many')
    if (start + size > zip.size) fail('broken')
    return { start, size, count }
  }
  return fail('broken')
}

/** Older programs write names in the code page of their computer; Indonesian names are plain letters. */
function nameIn(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: !isUtf8 }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

interface Place {
  method: number
  crc: number
  packed: number
  unpacked: number
  header: number
}

async function unpack(zip: Blob, place: Place): Promise<Blob> {
  const local = new DataView(await zip.slice(place.header, place.header + 30).arrayBuffer())
  if (local.byteLength < 30 || local.getUint32(0, true) !== 0x04034b50) fail('broken')
  const start = place.header + 30 + local.getUint16(26, true) + local.getUint16(28, true)
  const packed = zip.slice(start, start + place.packed)
  if (place.method !== 0 && place.method !== 8) fail('unknown-kind')
  let stream: ReadableStream<Uint8Array<ArrayBuffer>> = packed.stream()
  if (place.method === 8) stream = stream.pipeThrough(new DecompressionStream('deflate-raw'))
  return checked(stream, place)
}

/** Stops at the first byte too many: a file that unpacks to more than it says is made to do harm. */
async function checked(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  place: Place,
): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  let crc = -1
  const reader = stream.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length
      if (size > place.unpacked) fail('broken')
      for (const byte of next.value) crc = (crc >>> 8) ^ crcTable[(crc ^ byte) & 0xff]!
      parts.push(next.value)
    }
  } catch {
    await reader.cancel().catch(() => undefined)
    fail('broken')
  }
  if (size !== place.unpacked || ~crc >>> 0 !== place.crc) fail('broken')
  return new Blob(parts)
}

const crcTable = Array.from({ length: 256 }, (_, start) => {
  let value = start
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})
