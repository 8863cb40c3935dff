import { beforeEach, describe, expect, it, vi } from 'vitest'
import { anyDraft, anySource } from '../../../testing/drafts'
import { serverWith } from '../../../testing/fixtures'
import {
  accessibilityFaults,
  buttonNamed,
  click,
  render,
  settle,
  type,
} from '../../../testing/render'
import { withRoles } from '../../../testing/reviews'
import { api } from '../../api/client'
import { Problem } from '../../api/problem'
import { welcome } from '../../api/session'
import type { InstrumentDraft } from '../../api/types'
import { toasts } from '../../ui/toasts'
import ComparisonPage from './ComparisonPage.vue'
import DraftPage from './DraftPage.vue'

const teamKey = 'tree/0/children/0'
const question = `${teamKey}/questions/0`

async function open(draft: InstrumentDraft = anyDraft(), query = '') {
  vi.spyOn(api, 'get').mockImplementation(serverWith({ '/instrument-drafts/d1': draft }))
  if (!vi.isMockFunction(api.put)) savingServer()
  return render(
    DraftPage,
    { draftId: 'd1' },
    { path: `/admin/instrumen/rancangan/d1${query && `?${query}`}` },
  )
}

/** The server takes what it is sent and finds nothing wrong. */
function savingServer(changes: Partial<InstrumentDraft> = {}) {
  let revision = 3
  return vi.spyOn(api, 'put').mockImplementation(async (_, body) => {
    const { source } = structuredClone(body) as Pick<InstrumentDraft, 'source'>
    return anyDraft({ source, revision: ++revision, ...changes }) as never
  })
}
/** What waits is sent at once when somebody leaves the tab. */
async function leaveTab() {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  document.dispatchEvent(new Event('visibilitychange'))
  await settle()
  await settle()
}
const labeled = (name: string) => {
  const label = [...document.querySelectorAll('label')].find(
    (it) => it.textContent?.replace(/\(.*/, '').trim() === name,
  )
  return document.getElementById(label?.htmlFor ?? '') as HTMLInputElement
}
const row = (name: string) =>
  [...document.querySelectorAll<HTMLElement>('[role=treeitem]')].find((it) =>
    it.textContent?.includes(name),
  )!
async function press(element: Element, key: string, more: KeyboardEventInit = {}) {
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }))
  await settle()
}
const dialog = () => document.querySelector('dialog')!

beforeEach(() => welcome(withRoles('INSTITUTION_ADMIN')))

describe('the editor of a draft', () => {
  it('shows the tree and what is chosen in it', async () => {
    const { root } = await open(anyDraft(), `di=${teamKey}`)

    expect(root.querySelector('h1')?.textContent).toBe('Checklist contoh')
    expect(root.textContent).toContain('Rancangan contoh versi 1.1')
    expect(row('Tim kerja').getAttribute('aria-selected')).toBe('true')
    expect(labeled('Nama').value).toBe('Tim kerja')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('adds up the weights while one types, exactly and with a comma', async () => {
    const { root } = await open()

    expect(root.textContent).toContain('bobot anak 5 dari 5')
    await type(root.querySelector('[aria-label="Bobot A.1"]')!, '1,5')

    expect(root.textContent).toContain('bobot anak 4,5 dari 5')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('saves what was typed and shows that it did', async () => {
    const put = savingServer()
    const { root } = await open(anyDraft(), `di=${question}`)

    await type(labeled('Kalimat pertanyaan'), 'Tim kerja ')
    expect(root.textContent).toContain('Menyimpan…')
    expect(localStorage.getItem('zitrack.instrument/d1')).toContain('Tim kerja')
    await leaveTab()

    expect(put.mock.calls[0]?.[2]).toEqual({ revision: 3 })
    const sent = JSON.stringify(put.mock.calls[0]?.[1])
    expect(sent).toContain('"label":{"id":"Tim kerja"}')
    expect(root.textContent).toContain('Tersimpan')
    expect(localStorage.length).toBe(0)
  })

  it('keeps what the server did not get, for the next time', async () => {
    vi.spyOn(api, 'put').mockRejectedValue(new Problem('no-connection', 0))
    const first = await open(anyDraft(), `di=${question}`)
    await type(labeled('Kalimat pertanyaan'), 'Ditulis tanpa sambungan')
    await leaveTab()
    expect(first.root.textContent).toContain('Belum tersimpan')
    first.unmount()
    first.root.remove()

    const put = savingServer()
    await open(anyDraft(), `di=${question}`)
    await leaveTab()

    expect(labeled('Kalimat pertanyaan').value).toBe('Ditulis tanpa sambungan')
    expect(JSON.stringify(put.mock.lastCall?.[1])).toContain('Ditulis tanpa sambungan')
    expect(localStorage.length).toBe(0)
  })

  it('takes steps back and does them again', async () => {
    await open(anyDraft(), `di=${question}`)
    const field = () => labeled('Kalimat pertanyaan')

    await type(field(), 'Satu')
    await type(field(), 'Satu dua')
    await click(buttonNamed('Urungkan'))
    expect(field().value).toBe('Tim kerja sudah dibentuk')
    await click(buttonNamed('Ulangi'))

    expect(field().value).toBe('Satu dua')
    expect(buttonNamed('Ulangi').disabled).toBe(true)
  })

  it('walks the tree with arrow keys and moves with Alt', async () => {
    await open(anyDraft(), `di=${teamKey}`)

    await press(row('Tim kerja'), 'ArrowRight')
    await press(row('Tim kerja'), 'ArrowDown')
    expect(document.activeElement?.textContent).toContain('A.1.a')
    await press(row('A.1.a'), 'ArrowDown', { altKey: true })

    const codes = [...document.querySelectorAll('[role=treeitem] .code')].map(
      (it) => it.textContent,
    )
    expect(codes).toEqual(['A', 'A.1', 'A.1.b', 'A.1.a', 'A.2'])
    expect(document.activeElement?.textContent).toContain('A.1.a')
    await press(row('A.1.a'), 'ArrowLeft')
    expect(document.activeElement?.textContent).toContain('Tim kerja')
  })

  it('finds by code or wording', async () => {
    const { root } = await open()

    await type(root.querySelector('[type=search]')!, 'survei')

    const rows = [...root.querySelectorAll('[role=treeitem] .code')].map((it) => it.textContent)
    expect(rows).toEqual(['A', 'A.2', 'A.2.a'])
  })

  it('adds a question with the next code and opens it', async () => {
    const { router } = await open(anyDraft(), `di=${teamKey}`)

    await click(buttonNamed(/Tambah pertanyaan/))

    expect(router.currentRoute.value.query.di).toBe(`${teamKey}/questions/2`)
    expect(labeled('Kode').value).toBe('A.1.c')
    expect(labeled('Kalimat pertanyaan').value).toBe('')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('removes a group, says which thresholds still name it, and brings it back', async () => {
    await open(anyDraft(), `di=${teamKey}`)

    await click(buttonNamed('Hapus'))
    const message = toasts.value.at(-1)!
    expect(message.text).toBe('A.1 dihapus. Ambang ini masih menyebutnya: Tim')
    expect(row('Tim kerja')).toBeUndefined()
    message.action!.run()
    await settle()

    expect(row('Tim kerja')).toBeDefined()
  })

  it('refuses a code that is taken and changes every mention of another', async () => {
    const put = savingServer()
    const { root } = await open(anyDraft(), `di=${teamKey}`)

    await type(labeled('Kode'), 'A.2')
    expect(root.textContent).toContain('Kode A.2 sudah dipakai')
    await type(labeled('Kode'), 'A.7')
    await leaveTab()

    expect(JSON.stringify(put.mock.calls.at(-1)?.[1])).toContain('"nodes":["A.7","A.2"]')
  })

  it('asks for English only when somebody wants it', async () => {
    const put = savingServer()
    await open(anyDraft(), `di=${question}`)

    expect(labeled('Kalimat pertanyaan (Inggris)')).toBeNull()
    await click(document.querySelector('.under input[type=checkbox]')!)
    await type(
      document.getElementById(`${labeled('Kalimat pertanyaan').id}-en`)!,
      'There is a team',
    )
    await leaveTab()

    expect(JSON.stringify(put.mock.calls[0]?.[1])).toContain('"en":"There is a team"')
  })

  it('leads from a problem to where it is, and says why it cannot be published', async () => {
    const problems = [
      { code: 'A.1.b', line: 40, message: 'petunjuk belum diisi' },
      { code: 'wbk/tim', line: 70, message: 'kelompok tidak ada' },
    ]
    const { root, router } = await open(anyDraft({ problems, examples: [], publishable: false }))

    expect(root.textContent).toContain('2 masalah perlu diperbaiki sebelum terbit')
    expect(root.textContent).toContain('Belum dapat diterbitkan: 2 masalah')
    await click(buttonNamed('Terbitkan'))
    expect(document.querySelector('dialog')).toBeNull()
    await click([...root.querySelectorAll('.problems a')].find((it) => it.textContent === 'A.1.b')!)

    expect(router.currentRoute.value.query.di).toBe(`${teamKey}/questions/1`)
    expect(row('Agen').textContent).toContain('1 masalah')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('says what publishing means before it happens', async () => {
    const post = vi.spyOn(api, 'post').mockResolvedValue({ title: 'Checklist', version: '1.1' })
    const { router } = await open()

    await click(buttonNamed('Terbitkan'))
    expect(dialog().textContent).toContain('tidak dapat diubah lagi')
    expect(dialog().textContent).toContain('tetap memakai versinya sekarang')
    expect(await accessibilityFaults()).toEqual([])
    await click(buttonNamed('Terbitkan', dialog()))

    expect(post).toHaveBeenCalledWith('/instrument-drafts/d1/publication', undefined, {
      revision: 3,
    })
    expect(router.currentRoute.value.path).toBe('/admin/instrumen')
  })

  it('shows why the server did not publish and keeps the draft', async () => {
    vi.spyOn(api, 'post').mockRejectedValue(new Problem('instrument-version-taken', 409))
    await open()

    await click(buttonNamed('Terbitkan'))
    await click(buttonNamed('Terbitkan', dialog()))

    expect(dialog().textContent).toContain('Versi ini sudah terbit')
  })

  it('shows both versions when somebody else has changed the draft', async () => {
    const theirSource = anySource()
    theirSource.tree[0]!.children[0]!.weight = '2.5'
    const current = anyDraft({ revision: 8, source: theirSource })
    const put = vi
      .spyOn(api, 'put')
      .mockRejectedValueOnce(new Problem('changed-meanwhile', 412, '', { current }))
      .mockResolvedValue(anyDraft({ revision: 9 }))
    const { root } = await open(anyDraft(), `di=${question}`)

    await type(labeled('Kalimat pertanyaan'), 'Tim kerja ada')
    await leaveTab()
    expect(dialog().textContent).toContain('A.1 bobot')
    expect(dialog().textContent).toContain('A.1.a nama')
    expect(dialog().textContent).toContain('Tim kerja ada')
    expect(await accessibilityFaults()).toEqual([])
    await click(buttonNamed('Simpan isian saya'))
    await leaveTab()

    expect(put.mock.calls[1]?.[2]).toEqual({ revision: 8 })
    expect(root.textContent).toContain('Tersimpan')
  })

  it('takes what the other has saved and can still bring back mine', async () => {
    const current = anyDraft({ revision: 8 })
    vi.spyOn(api, 'put').mockRejectedValueOnce(
      new Problem('changed-meanwhile', 412, '', { current }),
    )
    await open(anyDraft(), `di=${question}`)
    await type(labeled('Kalimat pertanyaan'), 'Milik saya')
    await leaveTab()

    await click(buttonNamed('Pakai yang tersimpan'))
    expect(labeled('Kalimat pertanyaan').value).toBe('Tim kerja sudah dibentuk')
    const put = savingServer()
    await click(buttonNamed('Urungkan'))
    await leaveTab()

    expect(labeled('Kalimat pertanyaan').value).toBe('Milik saya')
    expect(put.mock.lastCall?.[2]).toEqual({ revision: 8 })
  })

  it('opens all of a question: its choices, its ratio, its evidence', async () => {
    const { root } = await open(anyDraft(), `di=${teamKey}/questions/1`)

    expect(root.textContent).toContain('Nilai = Jumlah perubahan ÷ (Jumlah agen)')
    expect(labeled('Bukti 1').value).toBe('Laporan')
    expect(await accessibilityFaults()).toEqual([])
    await type(labeled('Jenis jawaban'), 'yes-no')

    expect(root.textContent).not.toContain('Nilai =')
    expect(root.textContent).toContain('Jelaskan setiap pilihan')
  })

  it.each(['head', 'types', 'areas', 'gates', 'preconditions', 'examples'])(
    'has an accessible part for %s',
    async (part) => {
      const { root } = await open(anyDraft(), `bagian=${part}`)
      for (const details of root.querySelectorAll<HTMLDetailsElement>('.card')) {
        details.open = true
        details.dispatchEvent(new Event('toggle'))
      }
      await settle()

      expect(root.querySelector('nav [aria-current=page]')).not.toBeNull()
      expect(await accessibilityFaults()).toEqual([])
    },
  )

  it('shows where a worked example goes wrong and by how much', async () => {
    const failures = [{ what: 'A.1', expected: '1.5', actual: '1.25', difference: '-0.25' }]
    const examples = [{ id: 'semua', title: 'Semua terisi', ok: false, failures }]
    const { root } = await open(anyDraft({ examples, publishable: false }), 'bagian=examples')

    const details = root.querySelector<HTMLDetailsElement>('details.card')!
    details.open = true
    details.dispatchEvent(new Event('toggle'))
    await settle()

    expect(root.textContent).toContain('1 tidak cocok')
    expect(root.textContent).toContain('seharusnya 1,5, hasilnya 1,25, selisih -0,25')
    expect(root.textContent).toContain('Belum dapat diterbitkan: 1 contoh hitungan tidak cocok')
  })

  it('adds a threshold and leaves it unset', async () => {
    const put = savingServer()
    const { root } = await open(anyDraft(), 'bagian=gates')

    await click(buttonNamed(/Tambah ambang WBBM/))
    expect(root.textContent).toContain('belum ditetapkan · TOTAL')
    await type(labeled('Ambang'), '4,5')
    await leaveTab()

    expect(JSON.stringify(put.mock.calls[0]?.[1])).toContain('"atLeast":"4.5"')
  })
})

describe('combined conditions', () => {
  it('are made of a simple one and read in one line', async () => {
    const put = savingServer()
    const { root } = await open(anyDraft(), 'bagian=gates')
    const details = root.querySelector<HTMLDetailsElement>('details.card')!
    details.open = true
    details.dispatchEvent(new Event('toggle'))
    await settle()

    await type(labeled('Bentuk syarat'), 'any')
    expect(details.textContent).toContain('≥ 3,5 poin · TOTAL atau ≥ 0 poin · TOTAL')
    expect(await accessibilityFaults()).toEqual([])
    await leaveTab()
    expect(JSON.stringify(put.mock.lastCall?.[1])).toContain(
      '"any":[{"measure":{"points":["TOTAL"]},"atLeast":"3.5"}',
    )

    await type(labeled('Bentuk syarat'), 'limit')
    expect(details.querySelector('summary')?.textContent).toContain('≥ 3,5 poin · TOTAL')
  })
})

describe('comparing two versions', () => {
  const change = (code: string, field: string, before: string | null, after: string | null) => ({
    code,
    field,
    before,
    after,
  })
  const changes = [
    change('A.1', 'bobot', '2', '2.5'),
    change('A.3', 'ada', null, 'Survei baru'),
    change('A.2', 'ada', 'Survei', null),
    change('wbk/total', 'syarat', '≥ 75', '≥ 76'),
  ]
  const published = {
    id: 'contoh',
    version: '1',
    title: 'Checklist contoh',
    regulation: 'Contoh',
    questions: 3,
    hash: 'ab',
  }
  async function compare(comparison: unknown, query = '?from=contoh@1&to=draft:d1') {
    vi.spyOn(api, 'get').mockImplementation(
      serverWith({
        '/instruments': [published],
        '/instrument-drafts': [],
        '/instrument-comparison': comparison,
      }),
    )
    return render(ComparisonPage, {}, { path: `/admin/instrumen/banding${query}` })
  }
  const both = { from: { title: 'Lama', ref: 'a' }, to: { title: 'Baru', ref: 'b' } }

  it('lists the changes by code, and only one kind when asked', async () => {
    const { root } = await compare({ ...both, changes })

    expect(root.querySelector('h1')?.textContent).toBe('4 perubahan')
    expect(root.querySelectorAll('tbody tr')).toHaveLength(4)
    expect(await accessibilityFaults()).toEqual([])
    await click(root.querySelector('input[value=gone]')!)

    expect(root.querySelectorAll('tbody tr')).toHaveLength(1)
    expect(root.querySelector('tbody')?.textContent).toContain('dihapus')
  })

  it('says when nothing differs', async () => {
    const { root } = await compare({ ...both, changes: [] })

    expect(root.textContent).toContain('Tidak ada perbedaan')
  })

  it('asks for two versions first', async () => {
    const { root } = await compare({ ...both, changes }, '?from=contoh@1')

    expect(root.textContent).toContain('Pilih dua versi')
    expect(root.querySelector('table')).toBeNull()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('leads to a draft that has problems', async () => {
    await compare(new Problem('instrument-not-publishable', 422))

    const link = buttonNamed('Buka rancangan') as unknown as HTMLAnchorElement
    expect(link.getAttribute('href')).toBe('/admin/instrumen/rancangan/d1')
  })
})
