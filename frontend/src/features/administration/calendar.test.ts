import { beforeEach, describe, expect, it, vi } from 'vitest'
import { serverWith } from '../../../testing/fixtures'
import { accessibilityFaults, buttonNamed, click, render, type } from '../../../testing/render'
import { withRoles } from '../../../testing/reviews'
import { api } from '../../api/client'
import { Problem } from '../../api/problem'
import { welcome } from '../../api/session'
import type { Extension, MovedEntry, Period } from '../../api/types'
import CalendarPage from './CalendarPage.vue'

const period: Period = {
  id: 'p1',
  name: 'Periode 2026',
  year: 2026,
  instrumentId: 'contoh',
  instrumentVersion: '1',
  instrumentTitle: 'Instrumen contoh',
  opensOn: '2026-01-05',
  unitDeadline: '2026-03-31',
  reviewDeadline: null,
  nominationDeadline: null,
  rounds: [{ name: 'Putaran 1', from: '2026-04-01', until: '2026-04-10' }],
  repairDays: 3,
  repairInWorkingDays: true,
  appealFrom: null,
  appealUntil: null,
  closesAutomatically: false,
  withController: false,
  revision: 2,
}
const none = { from: null, until: null, days: null, workingDays: null }
const move: MovedEntry = {
  at: '2026-03-02T02:00:00Z',
  byName: 'Dian Permatasari',
  entry: 'UNIT_DEADLINE',
  round: null,
  before: { ...none, until: '2026-03-15' },
  after: { ...none, until: '2026-03-31' },
  letter: { number: 'B/7/2026', date: '2026-03-01' },
  reason: 'Menunggu hasil survei',
}
const extension: Extension = {
  at: '2026-03-20T02:00:00Z',
  byName: 'Dian Permatasari',
  unitId: 'u1',
  until: '2026-04-14',
  reason: 'Kantor kebanjiran',
  letter: null,
}
const unit = {
  id: 'u1',
  parentId: null,
  name: 'Bagian Hukum',
  shortName: 'Hukum',
  kind: 'bagian',
  active: true,
  revision: 0,
}

function serve(changes: Partial<Period> = {}) {
  vi.spyOn(api, 'get').mockImplementation(
    serverWith({
      '/periods/p1': { ...period, ...changes },
      '/periods/p1/moves': [move],
      '/periods/p1/extensions': [extension],
    }),
  )
  vi.spyOn(api, 'all').mockResolvedValue([unit])
}
const show = () => render(CalendarPage, { periodId: 'p1' })
const dialog = () => document.querySelector('dialog')!

beforeEach(() => welcome(withRoles('INSTITUTION_ADMIN')))

describe('the calendar of a period', () => {
  it('shows what holds, what it was before and by which letter, and who got more time', async () => {
    serve()

    const { root } = await show()

    expect(root.textContent).toContain('Putaran TPI: Putaran 1')
    expect(root.textContent).toContain('1 Apr 2026 sampai 10 Apr 2026')
    expect(root.textContent).toContain('3 hari kerja')
    expect(root.textContent).toContain('belum ditetapkan')
    expect(root.textContent).toContain('15 Mar 2026 menjadi 31 Mar 2026')
    expect(root.textContent).toContain('Surat B/7/2026 tanggal 1 Mar 2026')
    expect(root.textContent).toContain('Bagian Hukum: sampai 14 Apr 2026')
    expect(root.textContent).toContain('Kantor kebanjiran')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('moves an entry only with letter and reason', async () => {
    serve()
    const post = vi.spyOn(api, 'post').mockResolvedValue(period)
    await show()

    await click(buttonNamed('Pindahkan Batas unit'))
    expect(dialog().textContent).toContain('Sekarang: 31 Mar 2026')
    await type(dialog().querySelector('#entry-until')!, '2026-04-15')
    await click(buttonNamed('Pindahkan', dialog()))
    expect(dialog().textContent).toContain('Nomor surat wajib diisi')
    expect(post).not.toHaveBeenCalled()
    expect(await accessibilityFaults()).toEqual([])
    await type(dialog().querySelector('#entry-letterNumber')!, 'B/9/2026')
    await type(dialog().querySelector('#entry-letterDate')!, '2026-03-20')
    await type(dialog().querySelector('#entry-reason')!, 'Surat edaran')
    await click(buttonNamed('Pindahkan', dialog()))

    expect(post).toHaveBeenCalledWith(
      '/periods/p1/moves',
      {
        entry: 'UNIT_DEADLINE',
        round: null,
        from: null,
        until: '2026-04-15',
        days: null,
        workingDays: null,
        letterNumber: 'B/9/2026',
        letterDate: '2026-03-20',
        reason: 'Surat edaran',
      },
      { revision: 2 },
    )
    expect(document.querySelector('dialog')).toBeNull()
  })

  it('sets an entry for the first time without a letter, and adds a round', async () => {
    serve()
    const put = vi.spyOn(api, 'put').mockResolvedValue(period)
    await show()

    await click(buttonNamed('Tetapkan Masa sanggah'))
    expect(dialog().querySelector('#entry-letterNumber')).toBeNull()
    await type(dialog().querySelector('#entry-from')!, '2026-07-02')
    await type(dialog().querySelector('#entry-until')!, '2026-07-01')
    await click(buttonNamed('Simpan', dialog()))
    expect(dialog().textContent).toContain('Akhir tidak boleh sebelum awal')
    await type(dialog().querySelector('#entry-until')!, '2026-07-03')
    await click(buttonNamed('Simpan', dialog()))

    expect(put.mock.calls[0]?.[1]).toMatchObject({
      appealFrom: '2026-07-02',
      appealUntil: '2026-07-03',
    })
    await click(buttonNamed('Tambah putaran TPI'))
    await type(dialog().querySelector('#entry-name')!, 'Putaran 2')
    await type(dialog().querySelector('#entry-from')!, '2026-05-01')
    await type(dialog().querySelector('#entry-until')!, '2026-05-10')
    await click(buttonNamed('Simpan', dialog()))
    expect(put.mock.calls[1]?.[1]).toMatchObject({
      rounds: [...period.rounds, { name: 'Putaran 2', from: '2026-05-01', until: '2026-05-10' }],
    })
  })

  it('gives one unit more time for a reason', async () => {
    serve()
    const post = vi.spyOn(api, 'post').mockResolvedValue(period)
    await show()

    await click(buttonNamed('Beri perpanjangan'))
    await click(buttonNamed('Simpan', dialog()))
    expect(dialog().textContent).toContain('Unit kerja wajib diisi')
    expect(dialog().textContent).toContain('Alasan wajib diisi')
    await type(dialog().querySelector('#extension-unitId')!, 'u1')
    await type(dialog().querySelector('#extension-until')!, '2026-04-20')
    await type(dialog().querySelector('#extension-reason')!, 'Kantor kebanjiran')
    expect(await accessibilityFaults()).toEqual([])
    await click(buttonNamed('Simpan', dialog()))

    expect(post).toHaveBeenCalledWith(
      '/periods/p1/extensions',
      {
        unitId: 'u1',
        until: '2026-04-20',
        reason: 'Kantor kebanjiran',
        letterNumber: null,
        letterDate: null,
      },
      { revision: 2 },
    )
  })

  it('asks again when somebody else moved a date in the meantime', async () => {
    serve()
    const theirs = { ...period, unitDeadline: '2026-04-01', revision: 3 }
    const post = vi
      .spyOn(api, 'post')
      .mockRejectedValueOnce(new Problem('changed-meanwhile', 412, '', { current: theirs }))
      .mockResolvedValue(theirs)
    await show()
    await click(buttonNamed('Pindahkan Batas unit'))
    await type(dialog().querySelector('#entry-until')!, '2026-04-15')
    await type(dialog().querySelector('#entry-letterNumber')!, 'B/9/2026')
    await type(dialog().querySelector('#entry-letterDate')!, '2026-03-20')
    await type(dialog().querySelector('#entry-reason')!, 'Surat edaran')

    await click(buttonNamed('Pindahkan', dialog()))
    expect(dialog().textContent).toContain('1 Apr 2026')
    await click(buttonNamed('Simpan isian saya', dialog()))

    expect(post.mock.calls[1]?.[2]).toEqual({ revision: 3 })
  })

  it('closes automatically only when somebody says so, and puts the box back when that fails', async () => {
    serve()
    const put = vi.spyOn(api, 'put').mockRejectedValue(new Problem('not-allowed', 403))
    const { root } = await show()
    const box = root.querySelector<HTMLInputElement>('.rule input')!
    expect(box.checked).toBe(false)

    await click(box)

    expect(put.mock.calls[0]?.[1]).toMatchObject({ closesAutomatically: true })
    expect(root.querySelector<HTMLInputElement>('.rule input')!.checked).toBe(false)
    expect(root.textContent).toContain('Anda tidak berwenang')
  })
})
