import { beforeEach, describe, expect, it, vi } from 'vitest'
import { anyInstrument, anySummary, plainCalendar, serverWith } from '../../../testing/fixtures'
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
import type { Period, Person, WorkUnit } from '../../api/types'
import InstrumentsPage from './InstrumentsPage.vue'
import PeoplePage from './PeoplePage.vue'
import PeriodsPage from './PeriodsPage.vue'
import PersonDialog from './PersonDialog.vue'
import { asTree, matchingBranches, withBelow } from './tree'
import UnitsPage from './UnitsPage.vue'

function anyUnit(id: string, changes: Partial<WorkUnit> = {}): WorkUnit {
  const name = `Bagian ${id}`
  return {
    id,
    parentId: null,
    name,
    shortName: id,
    kind: 'Bagian',
    active: true,
    revision: 3,
    ...changes,
  }
}
const setda = anyUnit('Setda')
const hukum = anyUnit('Hukum', { parentId: 'Setda' })
const lama = anyUnit('Lama', { parentId: 'Setda', active: false })
const units = [setda, hukum, lama]
const institution = {
  id: 'i1',
  name: 'Kabupaten Contoh',
  kind: 'Kabupaten',
  address: '',
  revision: 1,
}
const period: Period = {
  id: 'p1',
  name: 'Periode 2026',
  year: 2026,
  instrumentId: 'contoh',
  instrumentVersion: '1',
  instrumentTitle: 'Instrumen contoh',
  opensOn: '2026-01-05',
  unitDeadline: '2026-11-20',
  reviewDeadline: null,
  nominationDeadline: null,
  ...plainCalendar,
  revision: 2,
}
const person: Person = {
  id: 'x1',
  name: 'Sari Wulandari',
  email: 'sari@contoh.example',
  username: 'sari',
  active: true,
  homeUnitId: 'Hukum',
  roles: [{ role: 'AREA_COORDINATOR', unitId: 'Hukum', areas: ['1'] }],
  lastSeen: null,
  revision: 5,
}
const instrument = {
  id: 'contoh',
  version: '1',
  title: 'Instrumen contoh',
  regulation: 'Peraturan contoh',
  questions: 3,
  hash: '9f2c'.padEnd(64, '0'),
}

function serve(replies: Record<string, unknown> = {}, lists: Record<string, unknown[]> = {}) {
  vi.spyOn(api, 'get').mockImplementation(
    serverWith({
      '/institution': institution,
      '/periods': [period],
      '/instruments': [instrument],
      '/instruments/contoh/1': anyInstrument(),
      '/instrument-drafts': [],
      '/people': { items: [person], next: null },
      ...replies,
    }),
  )
  const all: Record<string, unknown[]> = { '/units': units, '/assessments': [], ...lists }
  vi.spyOn(api, 'all').mockImplementation(async (path: string) => all[path] as never)
}
const dialog = () => document.querySelector('dialog')!

beforeEach(() => welcome(withRoles('INSTITUTION_ADMIN')))

describe('the tree of units', () => {
  it('puts children below their parent and keeps orphans', () => {
    const orphan = anyUnit('Yatim', { parentId: 'tiada' })

    const branches = asTree([hukum, orphan, setda])

    expect(branches.map((it) => [it.unit.id, it.depth])).toEqual([
      ['Yatim', 0],
      ['Setda', 0],
      ['Hukum', 1],
    ])
  })

  it('keeps the way to what is found', () => {
    expect(matchingBranches(units, 'hukum', false).map((it) => it.unit.id)).toEqual([
      'Setda',
      'Hukum',
    ])
    expect(matchingBranches(units, '', true)).toHaveLength(3)
  })

  it('knows what a unit cannot move below', () => {
    expect([...withBelow(units, 'Setda')]).toEqual(['Setda', 'Hukum', 'Lama'])
  })
})

describe('the units page', () => {
  it('shows the tree without the inactive ones', async () => {
    serve()

    const { root } = await render(UnitsPage)

    expect(root.querySelector('h1')?.textContent).toBe('2 unit kerja aktif')
    expect(root.textContent).toContain('1 nonaktif')
    expect(root.textContent).not.toContain('Bagian Lama')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('adds a unit below another, and asks for its name first', async () => {
    serve()
    const post = vi.spyOn(api, 'post').mockResolvedValue(anyUnit('Umum'))
    await render(UnitsPage)

    await click(buttonNamed('Tambah unit di bawah Bagian Setda'))
    await click(buttonNamed('Simpan', dialog()))
    expect(dialog().textContent).toContain('Nama lengkap wajib diisi')
    expect(await accessibilityFaults()).toEqual([])
    await type(document.querySelector('#unit-name')!, 'Bagian Umum')
    await click(buttonNamed('Simpan', dialog()))

    expect(post.mock.calls[0]?.[1]).toMatchObject({ name: 'Bagian Umum', parentId: 'Setda' })
    expect(document.querySelector('dialog')).toBeNull()
  })

  it('shows both versions of a unit that somebody else has changed', async () => {
    serve()
    const current = { ...hukum, name: 'Bagian Hukum dan HAM', revision: 7 }
    const put = vi
      .spyOn(api, 'put')
      .mockRejectedValueOnce(new Problem('changed-meanwhile', 412, '', { current }))
      .mockResolvedValue(current)
    await render(UnitsPage)

    await click(buttonNamed('Ubah Bagian Hukum'))
    await type(document.querySelector('#unit-name')!, 'Bagian Hukum Baru')
    await click(buttonNamed('Simpan', dialog()))
    expect(dialog().textContent).toContain('Bagian Hukum dan HAM')
    expect(await accessibilityFaults()).toEqual([])
    await click(buttonNamed('Simpan isian saya'))

    expect(put.mock.calls.map((it) => it[2])).toEqual([{ revision: 3 }, { revision: 7 }])
  })

  it('asks before it deactivates a unit and says why it may not', async () => {
    serve()
    vi.spyOn(api, 'put').mockRejectedValue(new Problem('unit-has-active-units', 409))
    await render(UnitsPage)

    await click(buttonNamed('Nonaktifkan Bagian Setda'))
    expect(dialog().textContent).toContain('tetap tersimpan')
    await click(buttonNamed('Nonaktifkan', dialog()))

    expect(dialog().textContent).toContain('Masih ada unit aktif di bawahnya')
  })
})

describe('the people page', () => {
  it('lists who does what and where', async () => {
    serve()

    const { root } = await render(PeoplePage)

    expect(root.querySelector('h1')?.textContent).toBe('1 orang terdaftar')
    expect(root.textContent).toContain('Koordinator area, Hukum, area 1')
    expect(root.textContent).toContain('belum pernah masuk')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('wants a unit for the role of a coordinator', async () => {
    serve()
    const post = vi.spyOn(api, 'post').mockResolvedValue(person)
    await render(PeoplePage)

    await click(buttonNamed('Daftarkan orang'))
    await type(document.querySelector('#person-name')!, 'Budi')
    await type(document.querySelector('#person-email')!, 'budi@contoh.example')
    await click(buttonNamed('+ Tambah peran'))
    await click(buttonNamed('Simpan', dialog()))
    expect(dialog().textContent).toContain('Pilih unit untuk peran Koordinator unit')
    expect(await accessibilityFaults()).toEqual([])
    await type(document.querySelector('#person-roles-0-unitId')!, 'Hukum')
    await click(buttonNamed('Simpan', dialog()))

    expect(post.mock.calls[0]?.[1]).toMatchObject({
      name: 'Budi',
      email: 'budi@contoh.example',
      roles: [{ role: 'UNIT_COORDINATOR', unitId: 'Hukum', areas: [] }],
    })
  })

  it('takes the unit away from a role that is held on the whole institution', async () => {
    const put = vi.spyOn(api, 'put').mockResolvedValue(person)
    await render(PersonDialog, { person, units, areas: [{ code: '1', label: 'Area 1' }] })

    await type(document.querySelector('#person-roles-0-role')!, 'INSTITUTION_ADMIN')
    await click(buttonNamed('Simpan', dialog()))

    expect(put.mock.calls[0]?.[1]).toMatchObject({
      roles: [{ role: 'INSTITUTION_ADMIN', unitId: null, areas: [] }],
    })
    expect(put.mock.calls[0]?.[2]).toEqual({ revision: 5 })
  })
})

describe('the periods page', () => {
  it('refuses dates that are out of order', async () => {
    serve()
    const put = vi.spyOn(api, 'put')
    await render(PeriodsPage)

    await click(buttonNamed('Ubah Periode 2026'))
    await type(document.querySelector('#period-unitDeadline')!, '2026-01-01')
    await click(buttonNamed('Simpan', dialog()))

    expect(dialog().textContent).toContain('Batas unit tidak boleh sebelum Dibuka')
    expect(put).not.toHaveBeenCalled()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('starts sheets for many units and says which could not', async () => {
    const sheet = anySummary({ unit: { id: 'Setda', name: 'Setda', shortName: 'Setda' } })
    const umum = anyUnit('Umum')
    serve({}, { '/units': [...units, umum], '/assessments': [sheet] })
    vi.spyOn(api, 'post').mockImplementation(async (_, body) => {
      if ((body as { unitId: string }).unitId === 'Umum') throw new Problem('not-allowed', 403)
      return undefined as never
    })
    const { root } = await render(PeriodsPage)

    expect(root.textContent).toContain('1 lembar dimulai')
    await click(buttonNamed('Mulai lembar untuk Periode 2026'))
    expect(dialog().textContent).toContain('Pilih semua yang belum punya lembar (2)')
    await click(dialog().querySelector('.all input')!)
    await click(buttonNamed('Mulai 2 lembar'))
    await settle()

    expect(dialog().textContent).toContain('1 lembar dimulai')
    expect(dialog().textContent).toContain('Bagian Umum: Anda tidak berwenang')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('offers no retired instrument, except where it is in use', async () => {
    const retired = { ...instrument, id: 'usang', title: 'Instrumen usang', retired: true }
    serve({ '/instruments': [{ ...instrument, retired: true }, retired] })
    await render(PeriodsPage)

    await click(buttonNamed('Ubah Periode 2026'))

    const choices = dialog().querySelector('#period-instrument')!.textContent
    expect(choices).toContain(instrument.title)
    expect(choices).not.toContain('Instrumen usang')
  })

  it('says what to do first', async () => {
    serve({ '/periods': [] })

    const { root } = await render(PeriodsPage)

    expect(root.textContent).toContain('Periode menentukan instrumen dan batas waktu')
  })
})

describe('the instruments page', () => {
  const open = { wbk: { survei: null }, wbbm: { survei: null }, revision: 0 }
  const gated = () => {
    const full = anyInstrument()
    const gate = { id: 'survei', label: 'Survei', unit: 'index', required: null, atLeast: true }
    full.gates = { wbk: [gate], wbbm: [gate] }
    return { ...full, id: 'terbuka' }
  }
  const serveOpen = (replies: Record<string, unknown> = {}) =>
    serve({
      '/instruments': [{ ...instrument, id: 'terbuka' }],
      '/instruments/terbuka/1': gated(),
      '/instruments/terbuka/1/thresholds': open,
      ...replies,
    })

  it('says how many thresholds are unset', async () => {
    serveOpen()

    const { root } = await render(InstrumentsPage)

    expect(root.textContent).toContain('2 ambang belum ditetapkan')
    expect(await accessibilityFaults()).toEqual([])
  })

  const draft = {
    id: 'd1',
    instrumentId: 'terbuka',
    version: '1.1',
    title: 'Instrumen contoh',
    basedOn: { id: 'terbuka', version: '1' },
    updatedAt: '2026-11-20T02:41:00Z',
    updatedBy: { id: 'x', name: 'Rina' },
    problems: 2,
  }

  it('lists drafts with what is wrong and removes one after asking', async () => {
    serveOpen({ '/instrument-drafts': [draft] })
    const remove = vi.spyOn(api, 'delete').mockResolvedValue(undefined)
    const { root } = await render(InstrumentsPage)

    expect(root.textContent).toContain('disalin dari terbuka versi 1')
    expect(root.textContent).toContain('2 masalah')
    expect(await accessibilityFaults()).toEqual([])
    await click(buttonNamed('Hapus rancangan Instrumen contoh versi 1.1'))
    expect(dialog().textContent).toContain('tidak dapat dikembalikan')
    await click(buttonNamed('Hapus rancangan', dialog()))

    expect(remove).toHaveBeenCalledWith('/instrument-drafts/d1')
  })

  it('copies an instrument and opens the draft', async () => {
    serveOpen()
    const post = vi.spyOn(api, 'post').mockResolvedValue({ id: 'd7' })
    const { router } = await render(InstrumentsPage)

    await click(buttonNamed('Buat rancangan'))
    expect(await accessibilityFaults()).toEqual([])
    await click(buttonNamed('Buat rancangan', dialog()))

    expect(post).toHaveBeenCalledWith('/instrument-drafts', {
      basedOn: { id: 'terbuka', version: '1' },
    })
    expect(router.currentRoute.value.path).toBe('/admin/instrumen/rancangan/d7')
  })

  it('says which rows of an imported checklist are wrong', async () => {
    serveOpen()
    const problems = [{ code: 'A.1', line: 7, message: 'bobot harus angka' }]
    const post = vi
      .spyOn(api, 'post')
      .mockRejectedValue(new Problem('checklist-unreadable', 422, '', { problems }))
    await render(InstrumentsPage)

    await click(buttonNamed('Buat rancangan'))
    await click(dialog().querySelector('input[value=xlsx]')!)
    await click(buttonNamed('Buat rancangan', dialog()))
    expect(dialog().textContent).toContain('Pilih berkasnya dulu')
    const input = dialog().querySelector<HTMLInputElement>('input[type=file]')!
    Object.defineProperty(input, 'files', { value: [new File(['x'], 'isi.xlsx')] })
    input.dispatchEvent(new Event('change'))
    await click(buttonNamed('Buat rancangan', dialog()))

    expect((post.mock.calls[0]?.[1] as Blob).type).toContain('spreadsheetml')
    expect(dialog().textContent).toContain('Baris 7: A.1 bobot harus angka')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('retires an instrument with a reason, and offers it again', async () => {
    serveOpen()
    const put = vi.spyOn(api, 'put').mockResolvedValue(undefined)
    const { unmount } = await render(InstrumentsPage)

    await click(buttonNamed('Jangan tawarkan lagi'))
    expect(dialog().textContent).toContain('Lembar yang sudah berjalan tetap memakainya')
    await click(buttonNamed('Jangan tawarkan lagi', dialog()))
    expect(dialog().textContent).toContain('Alasan wajib diisi')
    expect(await accessibilityFaults()).toEqual([])
    await type(document.querySelector('#retirement-reason')!, 'Sudah diganti')
    await click(buttonNamed('Jangan tawarkan lagi', dialog()))
    expect(put).toHaveBeenCalledWith('/instruments/terbuka/1/retirement', {
      reason: 'Sudah diganti',
    })
    unmount()

    const retired = { ...instrument, id: 'terbuka', retired: true, retirementReason: 'Diganti' }
    serveOpen({ '/instruments': [retired] })
    const remove = vi.spyOn(api, 'delete').mockResolvedValue(undefined)
    const { root } = await render(InstrumentsPage)
    expect(root.textContent).toContain('alasan: Diganti')
    await click(buttonNamed('Tawarkan lagi'))

    expect(remove).toHaveBeenCalledWith('/instruments/terbuka/1/retirement')
  })

  it('takes numbers with a comma and refuses words', async () => {
    serveOpen()
    const put = vi.spyOn(api, 'put').mockResolvedValue(open)
    await render(InstrumentsPage)

    await click(buttonNamed('Tetapkan ambang Instrumen contoh'))
    await type(document.querySelector('#threshold-wbk-survei')!, 'tiga')
    await click(buttonNamed('Simpan', dialog()))
    expect(dialog().textContent).toContain('Survei, ambang WBK: tulis angka')
    expect(await accessibilityFaults()).toEqual([])
    await type(document.querySelector('#threshold-wbk-survei')!, '3,6')
    await click(buttonNamed('Simpan', dialog()))

    expect(put).toHaveBeenCalledWith(
      '/instruments/terbuka/1/thresholds',
      { wbk: { survei: '3.6' }, wbbm: { survei: null } },
      { revision: 0 },
    )
  })
})
