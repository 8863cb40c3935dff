import { beforeEach, describe, expect, it, vi } from 'vitest'
import { anyActivity, anyCoordinator, anyInstrument, serverWith } from '../../../testing/fixtures'
import { accessibilityFaults, buttonNamed, click, render, type } from '../../../testing/render'
import { anyProgramme, anyProgress, anyWork, someoneWith } from '../../../testing/together'
import { api } from '../../api/client'
import { Problem } from '../../api/problem'
import { welcome } from '../../api/session'
import ProgrammePage from './ProgrammePage.vue'

const period = {
  id: 'p1',
  name: 'Periode ini',
  year: new Date().getFullYear(),
  instrumentId: 'contoh',
  instrumentVersion: '1',
}

function serve(more: Record<string, unknown> = {}) {
  return vi.spyOn(api, 'get').mockImplementation(
    serverWith({
      '/periods': [period],
      '/programmes': anyProgramme(),
      '/programmes/progress': [anyProgress()],
      '/instruments/contoh/1': anyInstrument(),
      '/activities': { items: [anyActivity()], next: null },
      '/evidence/readers': [{ id: 'p1', name: 'Sari Wulandari', roles: ['UNIT_COORDINATOR'] }],
      ...more,
    }),
  )
}

beforeEach(() => welcome(anyCoordinator()))

describe('the plan of a unit', () => {
  it('stands by quarter, with what is late and what was done', async () => {
    serve()

    const { root } = await render(ProgrammePage)

    const columns = [...root.querySelectorAll('.column')].map((it) => it.textContent)
    expect(columns).toHaveLength(4)
    expect(columns[0]).toContain('Terlambat')
    expect(columns[1]).toContain('Tidak ada kegiatan')
    expect(columns[2]).toContain('Rapat 12 September')
    expect(root.textContent).toContain('Melayani A.1.a')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('is reported quarter by quarter', async () => {
    serve()
    const put = vi.spyOn(api, 'put').mockResolvedValue(anyWork())
    await render(ProgrammePage)

    await click(buttonNamed('Tandai selesai: Monev rencana aksi, Triwulan I'))
    await type(document.querySelector('dialog textarea')!, 'Rapat 3 Maret')
    expect(await accessibilityFaults()).toEqual([])
    await click(buttonNamed('Tandai selesai', document.querySelector('dialog')!))
    await click(buttonNamed('Belum selesai: Monev rencana aksi, Triwulan III'))

    expect(put.mock.calls[0]).toEqual([
      '/planned-work/w1/quarters/1',
      { done: true, note: 'Rapat 3 Maret' },
      { revision: 2 },
    ])
    expect(put.mock.calls[1]?.[1]).toEqual({ done: false, note: 'Rapat 12 September' })
  })

  it('takes new work with quarter, person and questions', async () => {
    serve({ '/programmes': anyProgramme({ works: [] }) })
    const post = vi.spyOn(api, 'post').mockResolvedValue(anyWork())
    const { root } = await render(ProgrammePage)
    expect(root.textContent).toContain('Belum ada rencana untuk tahun ini')
    await click(buttonNamed('Tambah kegiatan'))

    await click(buttonNamed('Simpan'))
    const dialog = document.querySelector('dialog')!
    expect(dialog.textContent).toContain('Periksa 3 isian berikut')
    expect(await accessibilityFaults()).toEqual([])

    await type(document.getElementById('work-title')!, 'Sosialisasi')
    await click(document.getElementById('work-quarter-2')!)
    expect(dialog.textContent).toContain('April')
    await type(document.getElementById('work-person')!, 'p1')
    await click(dialog.querySelector('input[value="A.1.a"]')!)
    await click(buttonNamed('Simpan'))

    expect(post.mock.calls[0]?.[1]).toMatchObject({
      title: 'Sosialisasi',
      periodId: 'p1',
      quarters: [2],
      month: null,
      personId: 'p1',
      codes: ['A.1.a'],
    })
  })

  it('keeps what was typed when somebody else was faster', async () => {
    serve()
    vi.spyOn(api, 'put').mockRejectedValue(new Problem('changed-meanwhile', 412))
    await render(ProgrammePage)
    await click(buttonNamed('Ubah: Monev rencana aksi'))
    await type(document.getElementById('work-title')!, 'Nama saya')

    await click(buttonNamed('Simpan'))

    expect((document.getElementById('work-title') as HTMLInputElement).value).toBe('Nama saya')
    expect(document.querySelector('dialog [role=alert]')).not.toBeNull()
  })

  it('is copied from last year', async () => {
    serve({ '/programmes': anyProgramme({ works: [], lastYear: 7 }) })
    const post = vi.spyOn(api, 'post').mockResolvedValue({ added: 7 })
    await render(ProgrammePage)

    await click(buttonNamed(/^Salin dari tahun \d+ \(7 kegiatan\)$/))

    expect(post.mock.calls[0]?.[0]).toBe('/programmes/copy')
  })

  it('loses work only after a question', async () => {
    serve()
    const remove = vi.spyOn(api, 'delete').mockResolvedValue(undefined)
    await render(ProgrammePage)

    await click(buttonNamed('Hapus kegiatan: Monev rencana aksi'))
    expect(remove).not.toHaveBeenCalled()
    await click(buttonNamed('Hapus kegiatan'))

    expect(remove.mock.calls[0]).toEqual(['/planned-work/w1', { revision: 2 }])
  })
})

describe('for leadership', () => {
  beforeEach(() => welcome(someoneWith('LEADERSHIP')))

  it('units stand in a table with their progress, and each opens its plan', async () => {
    const other = anyProgress({ unitId: 'u2', unitName: 'Bagian Hukum', works: 0, quarters: [] })
    const get = serve({
      '/programmes/progress': [anyProgress(), other],
      '/programmes': anyProgramme({ mayChange: false }),
    })

    const { root } = await render(ProgrammePage)

    expect(root.querySelector('table')!.textContent).toContain('1 terlambat')
    expect(root.textContent).toContain('belum ada rencana')
    expect(await accessibilityFaults()).toEqual([])
    await click(buttonNamed('Bagian Organisasi'))
    expect(get.mock.calls.some((it) => it[1]?.query?.unit === 'u1')).toBe(true)
    expect(root.querySelectorAll('.column')).toHaveLength(4)
    expect(root.querySelectorAll('.column button')).toHaveLength(0)
  })
})
