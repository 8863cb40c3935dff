import { beforeEach, describe, expect, it, vi } from 'vitest'
import { anyCoordinator, anySummary, serverWith } from '../../../testing/fixtures'
import { accessibilityFaults, buttonNamed, click, render, type } from '../../../testing/render'
import { anyFinding, anyPlan, someoneWith } from '../../../testing/together'
import { api } from '../../api/client'
import { Problem } from '../../api/problem'
import { welcome } from '../../api/session'
import OpenFindings from '../../ui/findings/OpenFindings.vue'
import QuestionFindings from '../../ui/findings/QuestionFindings.vue'
import FindingsPage from './FindingsPage.vue'

const page = (...items: unknown[]) => ({ items, next: null })
const people = [{ id: 'p1', name: 'Sari Wulandari', roles: ['UNIT_COORDINATOR'] }]

function serve(...findings: unknown[]) {
  vi.spyOn(api, 'get').mockImplementation(
    serverWith({
      '/findings': page(...findings),
      '/evidence/readers': people,
      '/assessments/a1/findings': findings,
      '/assessments/a1/earlier-findings': [],
    }),
  )
  vi.spyOn(api, 'all').mockResolvedValue([anySummary({ stage: 'SUBMITTED' })])
}

beforeEach(() => welcome(anyCoordinator()))

describe('findings', () => {
  it('tell what was found and how it stands; overdue ones stand out', async () => {
    serve(anyFinding({ state: 'IN_PROGRESS', plan: anyPlan(), isLate: true }))

    const { root } = await render(FindingsPage)

    expect(root.textContent).toContain('Hasil monev belum ditindaklanjuti')
    expect(root.textContent).toContain('Sedang ditindaklanjuti')
    expect(root.textContent).toContain('Lewat batas waktu')
    expect(root.textContent).toContain('Kasubag Umum, sampai 15 Des 2026')
    expect(root.querySelector('a[href="/lembar/a1/A.1.a"]')).not.toBeNull()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('can be narrowed to the overdue ones', async () => {
    serve(anyFinding())
    const { root } = await render(FindingsPage)

    await click(root.querySelector('input[type=checkbox]')!)

    expect(root.textContent).toContain('Tidak ada temuan yang cocok')
  })

  it('are answered with a plan: action, person and day are required', async () => {
    serve(anyFinding())
    const planned = anyFinding({ state: 'IN_PROGRESS', plan: anyPlan(), revision: 2 })
    const put = vi.spyOn(api, 'put').mockResolvedValue(planned)
    const { root } = await render(FindingsPage)
    await click(buttonNamed('Isi rencana aksi'))

    await click(buttonNamed('Simpan'))
    expect(document.querySelector('dialog')!.textContent).toContain('Periksa 3 isian berikut')
    expect(await accessibilityFaults()).toEqual([])

    await type(document.getElementById('plan-action')!, 'Menyusun matriks')
    await type(document.getElementById('plan-owner')!, 'p1')
    await type(document.getElementById('plan-due')!, '2026-12-15')
    await click(buttonNamed('Simpan'))

    expect(put.mock.calls[0]).toEqual([
      '/findings/f1/plan',
      {
        action: 'Menyusun matriks',
        ownerId: 'p1',
        owner: null,
        due: '2026-12-15',
        progress: null,
        evidenceIds: [],
        done: false,
      },
      { revision: 1 },
    ])
    expect(root.textContent).toContain('Sedang ditindaklanjuti')
  })

  it('keep what was typed when somebody else was faster', async () => {
    serve(anyFinding({ plan: anyPlan() }))
    vi.spyOn(api, 'put').mockRejectedValue(new Problem('changed-meanwhile', 412))
    await render(FindingsPage)
    await click(buttonNamed('Perbarui rencana aksi'))
    await type(document.getElementById('plan-action')!, 'Teks saya')

    await click(buttonNamed('Simpan'))

    const field = document.getElementById('plan-action') as HTMLTextAreaElement
    expect(field.value).toBe('Teks saya')
    expect(document.querySelector('dialog [role=alert]')).not.toBeNull()
  })

  it('are recorded on a sheet by those who lead', async () => {
    welcome(someoneWith('TPI_LEAD'))
    serve()
    const post = vi.spyOn(api, 'post').mockResolvedValue(anyFinding({ may: [] }))
    const { root } = await render(FindingsPage)
    await click(buttonNamed('Catat temuan'))

    await click(buttonNamed('Simpan'))
    expect(document.querySelector('dialog')!.textContent).toContain('Periksa 2 isian berikut')
    await type(document.getElementById('finding-sheet')!, 'a1')
    await type(document.getElementById('finding-text')!, 'Notulen belum ditandatangani')
    expect(await accessibilityFaults()).toEqual([])
    await click(buttonNamed('Simpan'))

    expect(post.mock.calls[0]?.[0]).toBe('/assessments/a1/findings')
    expect(root.textContent).toContain('Hasil monev')
  })

  it('are confirmed or sent back with a reason', async () => {
    welcome(someoneWith('TPI_LEAD'))
    serve(anyFinding({ state: 'DONE', plan: anyPlan(), may: ['CONFIRM', 'SEND_BACK'] }))
    const post = vi
      .spyOn(api, 'post')
      .mockResolvedValueOnce(anyFinding({ state: 'DONE', plan: anyPlan(), may: ['SEND_BACK'] }))
      .mockResolvedValue(anyFinding({ state: 'SENT_BACK', plan: anyPlan(), may: [] }))
    const { root } = await render(FindingsPage)

    await click(buttonNamed('Konfirmasi tuntas'))
    expect(post.mock.calls[0]).toEqual(['/findings/f1/confirmation', undefined, { revision: 1 }])
    await click(buttonNamed('Kembalikan ke unit'))
    const dialog = document.querySelector('dialog')!
    await click(buttonNamed('Kembalikan ke unit', dialog))
    expect(dialog.textContent).toContain('Apa yang masih kurang wajib diisi')
    await type(dialog.querySelector('textarea')!, 'Belum ada tanda tangan')
    expect(await accessibilityFaults()).toEqual([])
    await click(buttonNamed('Kembalikan ke unit', dialog))

    expect(post.mock.calls[1]?.[1]).toEqual({ reason: 'Belum ada tanda tangan' })
    expect(root.textContent).toContain('Dikembalikan TPI')
  })
})

describe('findings at a question', () => {
  it('show this year, last year, and those of the unit as a whole', async () => {
    const last = anyFinding({ id: 'f0', year: 2025, period: 'Periode 2025', text: 'SK lama' })
    const whole = anyFinding({ id: 'f9', code: null, text: 'Dokumen tersebar' })
    const { root } = await render(QuestionFindings, {
      assessmentId: 'a1',
      code: 'A.1.a',
      found: [anyFinding(), anyFinding({ id: 'f2', code: 'B.1', text: 'Bukan di sini' })],
      earlier: [
        { finding: last, codes: ['A.1.a'] },
        { finding: whole, codes: [] },
      ],
      mayRecord: true,
    })

    expect(root.textContent).toContain('Temuan tahun ini')
    expect(root.textContent).toContain('SK lama')
    expect(root.textContent).toContain('Temuan tahun lalu pada unit ini (1)')
    expect(root.textContent).not.toContain('Bukan di sini')
    expect(buttonNamed('Catat temuan')).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('remind before submission without standing in the way', async () => {
    serve(anyFinding(), anyFinding({ id: 'f2', state: 'CONFIRMED', text: 'Sudah tuntas' }))

    const { root } = await render(OpenFindings, { assessmentId: 'a1' })

    expect(root.textContent).toContain('1 temuan belum tuntas')
    expect(root.textContent).toContain('lembar tetap dapat dikirim')
    expect(root.textContent).not.toContain('Sudah tuntas')
    expect(await accessibilityFaults()).toEqual([])
  })
})
