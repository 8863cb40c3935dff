import { readZip } from './zip'

/** A file in a folder or ZIP somebody has chosen; read only when it is needed. */
export interface FoundFile {
  /** With the folders it lies in. */
  path: string
  size: number
  open(): Promise<File>
}

const isZip = (name: string) => /\.zip$/i.test(name)

function found(file: File, path: string): FoundFile {
  return { path, size: file.size, open: () => Promise.resolve(file) }
}

/** What was picked with a button: the files of a folder, or one ZIP. */
export async function filesOf(chosen: Iterable<File>): Promise<FoundFile[]> {
  const files = [...chosen]
  const only = files.length === 1 ? files[0] : undefined
  if (only && isZip(only.name)) return inZip(only)
  return files.map((it) => found(it, it.webkitRelativePath || it.name))
}

async function inZip(zip: File): Promise<FoundFile[]> {
  const entries = await readZip(zip)
  return entries.map((it) => ({
    path: it.path,
    size: it.size,
    open: async () => new File([await it.read()], it.path.replace(/^.*[/\\]/, '')),
  }))
}

/** What was dropped: folders with all that is in them, files, ZIPs. */
export async function filesDropped(data: DataTransfer): Promise<FoundFile[]> {
  // The list is empty after the first pause: everything is taken out of it at once.
  const entries = [...data.items].map((it) => it.webkitGetAsEntry?.()).filter((it) => it != null)
  if (!entries.length) return filesOf(data.files)
  const all: FoundFile[] = []
  for (const entry of entries) await walk(entry, all)
  return all
}

async function walk(entry: FileSystemEntry, into: FoundFile[]): Promise<void> {
  if (entry.isDirectory) {
    const reader = (entry as FileSystemDirectoryEntry).createReader()
    // Browsers hand out a folder in pieces, the last of which is empty.
    for (;;) {
      const some = await new Promise<FileSystemEntry[]>((done, failed) =>
        reader.readEntries(done, failed),
      )
      if (!some.length) return
      for (const it of some) await walk(it, into)
    }
  }
  const file = await new Promise<File>((done, failed) =>
    (entry as FileSystemFileEntry).file(done, failed),
  )
  if (isZip(file.name)) into.push(...(await inZip(file)))
  else into.push(found(file, entry.fullPath.replace(/^\//, '')))
}

/** Larger files are not read a second time just to find copies; the server finds them anyway. */
const largestHashed = 256 * 1024 ** 2

/** The SHA-256 of a file in hex; null where the browser cannot work it out. */
export async function sha256(file: FoundFile): Promise<string | null> {
  if (!globalThis.crypto?.subtle || file.size > largestHashed) return null
  const bytes = await (await file.open()).arrayBuffer()
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map((it) => it.toString(16).padStart(2, '0')).join('')
}
