import { beforeEach, describe, expect, it, vi } from 'vitest'
import { serverWith } from '../../../testing/fixtures'
import { accessibilityFaults, buttonNamed, click, render, type } from '../../../testing/render'
import { withRoles } from '../../../testing/reviews'
import { api } from '../../api/client'
import { welcome } from '../../api/session'
import type { TrailLine } from '../../api/types'
import TrailPage from './TrailPage.vue'
import { changeWords } from './trailWords'

const hash = 'ab'.repeat(32)
const unit = '16fd2706-8baf-433b-82eb-8c7fada847da'
const line = (changes: Partial<TrailLine> = {}): TrailLine => ({
  seq: 12,
  at: '2026-03-10T02:15:30.120Z',
  recorded: '2026-03-10T02:15:30.145Z',
  by: { id: 'p1', name: 'Siti Aminah' },
  address: '10.1.2.3',
  unit: { id: unit, name: 'Dinas Kesehatan' },
  kind: 'assessment',
  subject: 'a1',
  subjectName: null,
  deed: 'CHANGED',
  changes: [{ field: 'answer:A.I.1.i.a', before: 'B', after: 'A' }],
  hash,
  ...changes,
})
const server = (items: TrailLine[], next: string | null = null) =>
  serverWith({
    '/trail': { items, next },
    '/people': { items: [], next: null },
  })

beforeEach(() => {
  welcome(withRoles('INSTITUTION_ADMIN'))
  vi.spyOn(api, 'all').mockResolvedValue([{ id: unit, name: 'Dinas Kesehatan' }] as never)
})

describe('the trail', () => {
  it('says in a sentence who changed what from where', async () => {
    vi.spyOn(api, 'get').mockImplementation(server([line()]))

    const { root } = await render(TrailPage)

    const row = root.querySelector('tbody tr')?.textContent ?? ''
    expect(row).toContain('Siti Aminah')
    expect(row).toContain('dari 10.1.2.3')
    expect(row).toContain('mengubah lembar penilaian Dinas Kesehatan')
    expect(row).toContain('jawaban A.I.1.i.a: B → A')
    expect(root.querySelector('select')?.textContent).toContain('Dinas Kesehatan')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('has words for nobody, for stages, roles, units and what it may not show', () => {
    const names = new Map([[unit, 'Dinas Kesehatan']])

    expect(changeWords({ field: 'stage', before: 'DRAFT', after: 'SUBMITTED' }, names)).toBe(
      'tahap: Sedang diisi → Dikirim',
    )
    expect(
      changeWords({ field: `role:TPI_LEAD:${unit}`, before: null, after: '*' }, names),
    ).toMatch(/^peran .+ Dinas Kesehatan: – → semua$/)
    expect(changeWords({ field: 'title', before: '•••', after: '•••' }, names)).toBe(
      'judul: ••• → •••',
    )
    expect(changeWords({ field: 'unknown:x', before: 'a', after: null }, names)).toBe(
      'unknown x: a → –',
    )
  })

  it('asks for what is filtered, and for one thing alone', async () => {
    const get = vi.spyOn(api, 'get').mockImplementation(server([line()]))
    const { root } = await render(TrailPage)

    await type(root.querySelector('input[type=date]')!, '2026-03-01')
    await click(buttonNamed('Tampilkan'))
    await click(buttonNamed(/^Hanya ini/))

    const queries = get.mock.calls.filter(([path]) => path === '/trail').map(([, it]) => it?.query)
    expect(queries[1]?.from).toBe(new Date('2026-03-01T00:00:00').toISOString())
    expect(queries[2]?.subject).toBe('a1')
  })

  it('goes on where the page ended', async () => {
    const get = vi.spyOn(api, 'get').mockImplementation(server([line()], '12'))
    await render(TrailPage)

    await click(buttonNamed('Muat lebih banyak'))

    expect(get.mock.calls.at(-1)?.[1]?.query?.cursor).toBe('12')
  })

  it('proves the chain and names its head', async () => {
    vi.spyOn(api, 'get').mockImplementation(server([line()]))
    const post = vi.spyOn(api, 'post').mockResolvedValue({
      count: 12,
      hash,
      recorded: '2026-03-10T02:15:30.145Z',
      firstBreak: null,
      notedFits: true,
    })
    const { root } = await render(TrailPage)

    await type(root.querySelector('input[spellcheck=false]')!, `5:${hash}`)
    await click(buttonNamed('Periksa rantai'))

    expect(post).toHaveBeenCalledWith('/trail/verification', { seq: 5, hash })
    expect(root.textContent).toContain('Rantai utuh: 12 catatan')
    expect(root.textContent).toContain(`12:${hash}`)
    expect(root.textContent).toContain('Ujung yang Anda catat ada di rantai ini.')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('names the first broken entry', async () => {
    vi.spyOn(api, 'get').mockImplementation(server([line()]))
    vi.spyOn(api, 'post').mockResolvedValue({
      count: 6,
      hash,
      recorded: '2026-03-10T02:15:30.145Z',
      firstBreak: { seq: 7, why: 'GAP' },
      notedFits: null,
    })
    const { root } = await render(TrailPage)

    await click(buttonNamed('Periksa rantai'))

    expect(root.textContent).toContain('Rantai putus di catatan 7. Catatan itu tidak ada.')
  })

  it('refuses a head that is none before asking', async () => {
    vi.spyOn(api, 'get').mockImplementation(server([line()]))
    const post = vi.spyOn(api, 'post')
    const { root } = await render(TrailPage)

    await type(root.querySelector('input[spellcheck=false]')!, 'bukan ujung')
    await click(buttonNamed('Periksa rantai'))

    expect(post).not.toHaveBeenCalled()
    expect(root.textContent).toContain('Tulis nomor, titik dua')
  })
})
