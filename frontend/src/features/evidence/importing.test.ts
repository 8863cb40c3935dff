import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  anyAssessment,
  anyCoordinator,
  anyEvidence,
  anyInstrument,
  anySummary,
  serverWith,
} from '../../../testing/fixtures'
import { accessibilityFaults, buttonNamed, click, render, settle } from '../../../testing/render'
import { api } from '../../api/client'
import { Problem } from '../../api/problem'
import { welcome } from '../../api/session'
import type { Proposal } from '../../api/types'
import { uploads } from '../../ui/document/uploads'
import { filesOf } from './folder'
import ImportPage from './ImportPage.vue'
import ImportTable from './ImportTable.vue'
import { rowOf, startImport, type ImportRow } from './importing'
import { readZip } from './zip'

const sent = vi.hoisted(() => vi.fn())
vi.mock('../../api/upload', () => ({ upload: sent, withdraw: vi.fn() }))

function anyProposal(changes: Partial<Proposal> = {}): Proposal {
  return {
    path: 'AREA 1/A.1.a SK TIM.pdf',
    code: 'A.1.a',
    certainty: 'CERTAIN',
    others: [],
    title: 'SK TIM',
    docType: 'decree',
    date: '2026-01-14',
    leaveOut: null,
    existing: null,
    sameAs: null,
    ...changes,
  }
}

function anyRow(changes: Partial<Proposal> = {}, key = 0, sha256: string | null = null): ImportRow {
  const proposal = anyProposal(changes)
  const file = new File(['isi'], proposal.path.replace(/^.*\//, ''))
  return rowOf(
    key,
    { path: proposal.path, size: 3, open: () => Promise.resolve(file) },
    sha256,
    proposal,
  )
}

const target = { unitId: 'u1', assessmentId: 'a1' }

beforeEach(() => {
  welcome(anyCoordinator())
  uploads.splice(0)
  sent.mockReset()
})

function everythingArrives() {
  sent.mockImplementation((file: File) => ({
    done: Promise.resolve({
      evidence: anyEvidence({
        id: `e-${file.name}`,
        title: 'awal',
        docType: null,
        documentDate: null,
      }),
      alreadyThere: false,
    }),
    pause: () => undefined,
  }))
}

async function finished(run: { isRunning: boolean }) {
  await vi.waitFor(() => expect(run.isRunning).toBe(false))
}

describe('an import', () => {
  it('sends each file for its question and writes down what was confirmed', async () => {
    everythingArrives()
    const put = vi.spyOn(api, 'put').mockResolvedValue(anyEvidence())

    const run = startImport([anyRow()], target)
    await finished(run)

    expect(run.done).toBe(1)
    expect(sent.mock.calls[0]![1].metadata).toMatchObject({
      unit: 'u1',
      assessment: 'a1',
      question: 'A.1.a',
    })
    expect(put.mock.calls[0]![0]).toBe('/evidence/e-A.1.a SK TIM.pdf')
    expect(put.mock.calls[0]![1]).toMatchObject({
      title: 'SK TIM',
      docType: 'decree',
      documentDate: '2026-01-14',
    })
    expect(uploads).toEqual([])
  })

  it('sends the same content once and links it to the second question', async () => {
    everythingArrives()
    const put = vi.spyOn(api, 'put').mockResolvedValue(anyEvidence({ id: 'e9' }))
    const rows = [anyRow({}, 0, 'ff'), anyRow({ path: 'b.pdf', code: 'A.1.b' }, 1, 'ff')]

    const run = startImport(rows, target)
    await finished(run)

    expect(sent).toHaveBeenCalledTimes(1)
    expect(run.linked).toBe(1)
    expect(put.mock.calls.map((it) => it[0])).toContain('/evidence/e9/links/a1/A.1.b')
  })

  it('links what the unit has already instead of sending it', async () => {
    const put = vi.spyOn(api, 'put').mockResolvedValue(undefined)
    const existing = { id: 'e5', title: 'SK TIM', codes: [] }

    const run = startImport([anyRow({ existing })], target)
    await finished(run)

    expect(sent).not.toHaveBeenCalled()
    expect(put).toHaveBeenCalledWith('/evidence/e5/links/a1/A.1.a')
  })

  it('goes on after a file that was refused, and says which', async () => {
    sent.mockImplementation((file: File) => ({
      done: file.name.startsWith('buruk')
        ? Promise.reject(new Problem('type-refused', 415, '', { reason: 'macros' }))
        : Promise.resolve({ evidence: anyEvidence(), alreadyThere: true }),
      pause: () => undefined,
    }))

    const run = startImport([anyRow({ path: 'buruk.docm' }), anyRow({}, 1)], target)
    await finished(run)

    expect(run.done).toBe(1)
    expect(run.failed.map((it) => it.row.file.path)).toEqual(['buruk.docm'])
    expect(uploads).toEqual([])
  })
})

describe('the table of an import', () => {
  it('shows what each file seems to be and why some are left out', async () => {
    const { itemsOf } = await import('../../api/instrument')
    const rows = [
      anyRow(),
      anyRow({ certainty: 'LIKELY', others: ['A.1.b'] }, 1),
      anyRow({ code: null, certainty: 'NONE', path: 'scan.pdf' }, 2),
      anyRow({ leaveOut: 'system-file', path: 'Thumbs.db', code: null }, 3),
      anyRow({ existing: { id: 'e1', title: 'Lama', codes: ['A.1.a'] } }, 4),
      anyRow({ sameAs: 0 }, 5),
    ]

    const { root } = await render(ImportTable, { rows, questions: itemsOf(anyInstrument()) })

    const text = root.textContent!
    expect(text).toContain('Kode cocok')
    expect(text).toContain('Periksa pilihannya')
    expect(text).toContain('Pilih pertanyaan')
    expect(text).toContain('Berkas sistem, bukan bukti')
    expect(text).toContain('Sudah ada dan sudah terhubung: Lama')
    expect(text).toContain('dikirim sekali')
    expect(rows[3]!.include).toBe(false)
    expect(rows[4]!.include).toBe(false)
    expect(await accessibilityFaults()).toEqual([])
  })

  it('draws a page of two thousand files only', async () => {
    const rows = Array.from({ length: 2_000 }, (_, key) =>
      anyRow({ path: `berkas ${key}.pdf` }, key),
    )

    const { root } = await render(ImportTable, { rows, questions: [] })

    expect(root.querySelectorAll('tbody tr')).toHaveLength(25)
    await click(buttonNamed('Berikutnya'))
    expect(root.textContent).toContain('Halaman 2 dari 80')
    expect(root.textContent).toContain('berkas 25.pdf')
  })

  it('keeps a row in sight while it is being settled', async () => {
    const rows = [anyRow({ code: null, certainty: 'NONE' }), anyRow({}, 1)]
    const { root } = await render({
      components: { ImportTable },
      data: () => ({ rows }),
      template: '<ImportTable :rows="rows" :questions="[]" />',
    })
    await click(root.querySelectorAll('input[type=radio]')[1]!)
    expect(root.querySelectorAll('tbody tr')).toHaveLength(1)

    await click(root.querySelector('tbody input[type=checkbox]')!)

    expect(root.querySelectorAll('tbody tr')).toHaveLength(1)
  })
})

describe('the page for folders', () => {
  it('asks what the files of a folder seem to be, and sends nothing by itself', async () => {
    vi.spyOn(api, 'all').mockResolvedValue([anySummary()])
    vi.spyOn(api, 'get').mockImplementation(
      serverWith({ '/assessments/a1': anyAssessment(), '/instruments/contoh/1': anyInstrument() }),
    )
    const post = vi.spyOn(api, 'post').mockResolvedValue([anyProposal()])
    const { root } = await render(ImportPage)
    expect(await accessibilityFaults()).toEqual([])

    const file = new File(['isi'], 'A.1.a SK TIM.pdf')
    Object.defineProperty(file, 'webkitRelativePath', { value: 'AREA 1/A.1.a SK TIM.pdf' })
    const input = root.querySelector<HTMLInputElement>('input[webkitdirectory]')!
    Object.defineProperty(input, 'files', { value: [file], configurable: true })
    input.dispatchEvent(new Event('change'))
    await vi.waitFor(() => expect(root.querySelector('table')).not.toBeNull())
    await settle()

    expect(post.mock.calls[0]![1]).toMatchObject({
      assessmentId: 'a1',
      files: [{ path: 'AREA 1/A.1.a SK TIM.pdf', size: 3 }],
    })
    expect(root.textContent).toContain('1 dari 1 berkas akan diambil')
    expect(buttonNamed('Ambil 1 berkas').disabled).toBe(false)
    expect(sent).not.toHaveBeenCalled()
    expect(await accessibilityFaults()).toEqual([])
  })
})

describe('a ZIP', () => {
  // Made by a common program: a stored file in a folder, and a packed one.
  const zip = zipOf([
    { path: 'AREA 1/1.i.a SK.pdf', content: 'isi berkas' },
    { path: 'AREA 1/', content: '' },
  ])

  it('gives the files in it with their folders', async () => {
    const files = await filesOf([new File([zip], 'bukti.zip')])

    expect(files.map((it) => it.path)).toEqual(['AREA 1/1.i.a SK.pdf'])
    const file = await files[0]!.open()
    expect(file.name).toBe('1.i.a SK.pdf')
    expect(await file.text()).toBe('isi berkas')
  })

  it('that is cut, locked or lies about its content is refused', async () => {
    await expect(readZip(zip.slice(0, zip.size - 30))).rejects.toThrow('broken')
    const locked = zipOf([{ path: 'a.pdf', content: 'x', flags: 1 }])
    await expect(readZip(locked)).rejects.toThrow('locked')
    const lying = zipOf([{ path: 'a.pdf', content: 'xyz', claims: 1 }])
    await expect((await readZip(lying))[0]!.read()).rejects.toThrow('broken')
    const changed = zipOf([{ path: 'a.pdf', content: 'xyz', crc: 7 }])
    await expect((await readZip(changed))[0]!.read()).rejects.toThrow('broken')
  })
})

interface Made {
  path: string
  content: string
  flags?: number
  claims?: number
  crc?: number
}

/** A ZIP with stored files (APPNOTE 4.3.7, 4.3.12, 4.3.16). */
function zipOf(files: Made[]): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const directory: Uint8Array<ArrayBuffer>[] = []
  let at = 0
  const bytes = (text: string) => new Uint8Array(new TextEncoder().encode(text))
  function record(length: number, write: (view: DataView) => void) {
    const view = new DataView(new ArrayBuffer(length))
    write(view)
    return new Uint8Array(view.buffer)
  }
  for (const { path, content, flags = 0, claims, crc } of files) {
    const name = bytes(path)
    const data = bytes(content)
    const sum = crc ?? crc32(data)
    const common = (view: DataView, from: number) => {
      view.setUint16(from, 0x800 | flags, true)
      view.setUint32(from + 8, sum, true)
      view.setUint32(from + 12, data.length, true)
      view.setUint32(from + 16, claims ?? data.length, true)
      view.setUint16(from + 20, name.length, true)
    }
    const local = record(30, (view) => {
      view.setUint32(0, 0x04034b50, true)
      common(view, 6)
    })
    const central = record(46, (view) => {
      view.setUint32(0, 0x02014b50, true)
      common(view, 8)
      view.setUint32(42, at, true)
    })
    parts.push(local, name, data)
    directory.push(central, name)
    at += 30 + name.length + data.length
  }
  const size = directory.reduce((sum, it) => sum + it.length, 0)
  const end = record(22, (view) => {
    view.setUint32(0, 0x06054b50, true)
    view.setUint16(8, files.length, true)
    view.setUint16(10, files.length, true)
    view.setUint32(12, size, true)
    view.setUint32(16, at, true)
  })
  return new Blob([...parts, ...directory, end])
}

function crc32(bytes: Uint8Array): number {
  let crc = -1
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return ~crc >>> 0
}
