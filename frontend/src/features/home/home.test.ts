import { beforeEach, describe, expect, it, vi } from 'vitest'
import { anyCoordinator, anyInquiry, anySummary, serverWith } from '../../../testing/fixtures'
import { accessibilityFaults, render } from '../../../testing/render'
import { api } from '../../api/client'
import { welcome } from '../../api/session'
import type { Role } from '../../api/types'
import HomePage from './HomePage.vue'

function enter(...roles: Role[]) {
  welcome({
    ...anyCoordinator(),
    roles: roles.map((role) => ({
      role,
      unitId: role.startsWith('UNIT') ? 'u1' : null,
      areas: [],
    })),
  })
}

beforeEach(() => {
  vi.spyOn(api, 'get').mockImplementation(serverWith({ '/inquiries': [] }))
})

describe('the home page', () => {
  it('lists what assessors ask a unit for', async () => {
    enter('UNIT_COORDINATOR')
    vi.spyOn(api, 'all').mockResolvedValue([anySummary({ stage: 'UNDER_REVIEW' })])
    vi.spyOn(api, 'get').mockImplementation(serverWith({ '/inquiries': [anyInquiry()] }))

    const { root } = await render(HomePage)

    expect(root.querySelector('h1')?.textContent).toBe('1 dokumen diminta penilai')
    expect(root.textContent).toContain('SK Tim Kerja yang sudah ditandatangani')
    expect(root.querySelector('a[href="/lembar/a1/A.1.a"]')).not.toBeNull()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('tells a coordinator how many questions wait', async () => {
    enter('UNIT_COORDINATOR')
    vi.spyOn(api, 'all').mockResolvedValue([anySummary()])

    const { root } = await render(HomePage)

    expect(root.querySelector('h1')?.textContent).toBe('2 pertanyaan menunggu jawaban Anda')
    expect(root.querySelector('a[href="/lembar/a1"]')).not.toBeNull()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('says how many days a sheet is late, as the server counts them', async () => {
    enter('UNIT_COORDINATOR')
    vi.spyOn(api, 'all').mockResolvedValue([anySummary({ late: 3 })])

    const { root } = await render(HomePage)

    expect(root.querySelector('li')?.textContent).toContain('terlambat 3 hari')
  })

  it('puts a returned sheet first', async () => {
    enter('UNIT_COORDINATOR')
    vi.spyOn(api, 'all').mockResolvedValue([
      anySummary(),
      anySummary({ id: 'a2', stage: 'RETURNED' }),
    ])

    const { root } = await render(HomePage)

    expect(root.querySelector('h1')?.textContent).toContain('dikembalikan untuk diperbaiki')
    expect(root.querySelector('li')?.textContent).toContain('Dikembalikan')
  })

  it('tells an assessor what is in the queue', async () => {
    enter('TPI_LEAD')
    const summary = anySummary({ stage: 'SUBMITTED' })
    vi.spyOn(api, 'all').mockResolvedValue([
      { ...summary, assessmentId: 'a1', judged: 4, total: 9 },
    ])

    const { root } = await render(HomePage)

    expect(root.querySelector('h1')?.textContent).toBe('1 lembar menunggu penilaian Anda')
    expect(root.textContent).toContain('4 dari 9 dinilai')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('leads an administrator from step to step', async () => {
    enter('INSTITUTION_ADMIN')
    vi.spyOn(api, 'get').mockImplementation(
      serverWith({
        '/institution': { name: 'Kabupaten Contoh' },
        '/units': { items: [], next: null },
        '/people': { items: [], next: null },
        '/periods': [],
      }),
    )

    const { root } = await render(HomePage)

    expect(root.querySelector('h1')?.textContent).toBe('Langkah berikutnya: tambahkan unit kerja')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('tells leadership when there is no period yet', async () => {
    enter('LEADERSHIP')
    vi.spyOn(api, 'get').mockImplementation(serverWith({ '/periods': [] }))

    const { root } = await render(HomePage)

    expect(root.textContent).toContain('Belum ada periode penilaian')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('tells somebody without a role whom to ask', async () => {
    enter()

    const { root } = await render(HomePage)

    expect(root.textContent).toContain('Anda belum memiliki tugas di sini')
  })
})
