import { beforeEach, describe, expect, it, vi } from 'vitest'
import { serverWith } from '../../../testing/fixtures'
import { accessibilityFaults, buttonNamed, click, render } from '../../../testing/render'
import { withRoles } from '../../../testing/reviews'
import { api } from '../../api/client'
import { welcome } from '../../api/session'
import type { LateSheet, LateSheets } from '../../api/types'
import LatePage from './LatePage.vue'

const period = {
  id: 'p1',
  name: 'Periode 2026',
  year: 2026,
  opensOn: null,
  unitDeadline: '2026-03-31',
  reviewDeadline: null,
  nominationDeadline: null,
}
function late(name: string, days: number, changes: Partial<LateSheet> = {}): LateSheet {
  return {
    unit: { id: name, name, shortName: name },
    assessmentId: null,
    stage: null,
    turn: 'UNIT',
    due: '2026-03-31',
    extended: false,
    days,
    ...changes,
  }
}
function serve(rows: LateSheet[]) {
  const list: LateSheets = { period, today: '2026-04-10', late: rows }
  return vi.spyOn(api, 'get').mockImplementation(serverWith({ '/readiness/late': list }))
}
const names = (root: Element) =>
  [...root.querySelectorAll('tbody th')].map((it) => it.textContent!.trim())

beforeEach(() => welcome(withRoles('LEADERSHIP')))

describe('who is late', () => {
  it('lists units and assessors with their days, the latest first, and sorts by any column', async () => {
    serve([
      late('Bagian Umum', 3, { stage: 'SUBMITTED', turn: 'TPI', assessmentId: 'a1' }),
      late('Bagian Hukum', 10),
      late('Bagian Kesra', 5, { stage: 'DRAFT', extended: true }),
    ])

    const { root } = await render(LatePage)

    expect(root.querySelector('h1')!.textContent).toBe('3 lembar terlambat')
    expect(names(root)).toEqual(['Bagian Hukum', 'Bagian Kesra', 'Bagian Umum'])
    expect(root.textContent).toContain('terlambat 10 hari')
    expect(root.textContent).toContain('sudah diperpanjang')
    expect(root.textContent).toContain('Belum mulai')
    expect(root.querySelector('[aria-sort=descending]')!.textContent).toContain('Terlambat')
    await click(buttonNamed('Urutkan menurut Unit kerja'))
    expect(names(root)).toEqual(['Bagian Hukum', 'Bagian Kesra', 'Bagian Umum'])
    await click(buttonNamed('Urutkan menurut Di tangan'))
    expect(names(root)[0]).toBe('Bagian Umum')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('asks for the period in the address and says when nobody is late', async () => {
    const get = serve([])

    const { root } = await render(LatePage, {}, { path: '/kesiapan/terlambat?periode=p1' })

    expect(get.mock.calls[0]?.[1]).toMatchObject({ query: { period: 'p1' } })
    expect(root.textContent).toContain('Tidak ada yang terlambat')
  })
})
