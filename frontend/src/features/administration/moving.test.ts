import { beforeEach, describe, expect, it, vi } from 'vitest'
import { anySummary, plainCalendar, serverWith } from '../../../testing/fixtures'
import { accessibilityFaults, buttonNamed, click, render, type } from '../../../testing/render'
import { withRoles } from '../../../testing/reviews'
import { api } from '../../api/client'
import { Problem } from '../../api/problem'
import { welcome } from '../../api/session'
import type { AssessmentSummary, GateView, MovePreview, Period } from '../../api/types'
import MovePage from './MovePage.vue'

const period: Period = {
  id: 'p1',
  name: 'Periode 2026',
  year: 2026,
  instrumentId: 'contoh',
  instrumentVersion: '1',
  instrumentTitle: 'Instrumen contoh',
  opensOn: null,
  unitDeadline: null,
  reviewDeadline: null,
  nominationDeadline: null,
  ...plainCalendar,
  revision: 2,
}
const instruments = ['1', '2', '3'].map((version) => ({
  id: 'contoh',
  version,
  title: 'Instrumen contoh',
  regulation: 'Peraturan contoh',
  questions: 3,
  retired: version === '3',
  hash: version.padEnd(64, '0'),
}))
const sheet = (id: string, changes: Partial<AssessmentSummary> = {}) =>
  anySummary({ id, unit: { id: `u-${id}`, name: `Bagian ${id}`, shortName: id }, ...changes })

const gate = (met: boolean): GateView => ({
  id: 'total',
  label: 'Nilai total',
  unit: 'points',
  required: '70',
  atLeast: true,
  actual: met ? '87.5' : '65',
  met,
  missing: met ? '0' : '5',
})
function anyPreview(changes: Partial<MovePreview> = {}): MovePreview {
  return {
    revision: 7,
    from: { id: 'contoh', version: '1', title: 'Instrumen contoh', hash: instruments[0]!.hash },
    to: { id: 'contoh', version: '2', title: 'Instrumen contoh', hash: instruments[1]!.hash },
    kept: [
      { code: 'A.1', label: 'Tetap', value: 'Ya', changes: [] },
      {
        code: 'A.2',
        label: 'Diubah',
        value: 'B',
        changes: [{ field: 'bobot', before: '25', after: '40' }],
      },
    ],
    restored: [],
    lost: [
      { code: 'A.4', label: 'Dihapus', value: 'Ya', note: 'lihat SK', reason: 'QUESTION_GONE' },
    ],
    added: [{ code: 'A.5', label: 'Baru' }],
    evidence: [{ code: 'A.4', label: 'Dihapus', count: 2 }],
    verdicts: [],
    before: {
      scores: { official: '88', strict: '87.5', best: '90' },
      gates: { wbk: [gate(true)], wbbm: [] },
      answered: 3,
      total: 3,
    },
    after: {
      scores: { official: '70', strict: '65', best: '95' },
      gates: { wbk: [gate(false)], wbbm: [] },
      answered: 2,
      total: 3,
    },
    ...changes,
  }
}

function serve(sheets: AssessmentSummary[], previews: Record<string, unknown>) {
  vi.spyOn(api, 'get').mockImplementation(
    serverWith({
      '/periods/p1': period,
      '/instruments': instruments,
      ...Object.fromEntries(
        Object.entries(previews).map(([id, it]) => [`/assessments/${id}/move`, it]),
      ),
    }),
  )
  vi.spyOn(api, 'all').mockResolvedValue(sheets as never)
}
async function look() {
  const { root } = await render(MovePage, { periodId: 'p1' })
  await type(root.querySelector('select')!, 'contoh@2')
  await click(buttonNamed('Lihat akibatnya'))
  return root
}
const dialog = () => document.querySelector('dialog')!

beforeEach(() => welcome(withRoles('INSTITUTION_ADMIN')))

describe('moving the sheets of a period', () => {
  it('shows for each sheet what stays, is lost and comes new, and the scores', async () => {
    serve([sheet('Hukum'), sheet('Umum', { stage: 'SUBMITTED' })], { Hukum: anyPreview() })

    const root = await look()

    expect(root.textContent).toContain('2 jawaban tetap')
    expect(root.textContent).toContain('1 pertanyaannya berubah')
    expect(root.textContent).toContain('1 jawaban tidak terbawa')
    expect(root.textContent).toContain('1 pertanyaan baru')
    expect(root.textContent).toMatch(/87,50 →\s*65,00/)
    expect(root.textContent).toMatch(/1\/1 →\s*0\/1/)
    expect(root.textContent).toContain('sedang di TPI atau sudah diterima')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('offers no instrument that was retired', async () => {
    serve([sheet('Hukum')], {})

    const { root } = await render(MovePage, { periodId: 'p1' })

    const choices = [...root.querySelectorAll('option')].map((it) => it.value)
    expect(choices).toEqual(['', 'contoh@1', 'contoh@2'])
  })

  it('names every question, gate and piece of evidence in the details', async () => {
    serve([sheet('Hukum')], { Hukum: anyPreview() })
    await look()

    await click(buttonNamed('Rincian pemindahan Bagian Hukum'))

    expect(dialog().textContent).toContain('pertanyaannya tidak ada di instrumen baru')
    expect(dialog().textContent).toContain('lihat SK')
    expect(dialog().textContent).toContain('bobot: 25 → 40')
    expect(dialog().textContent).toContain('2 bukti')
    expect(dialog().textContent).toContain('✕ 65,00 (≥ 70,00)')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('moves exactly what was looked at, after a confirmation', async () => {
    serve([sheet('Hukum')], { Hukum: anyPreview() })
    const post = vi.spyOn(api, 'post').mockResolvedValue({})
    const root = await look()

    await click(buttonNamed('Pindahkan lembar Bagian Hukum'))
    expect(post).not.toHaveBeenCalled()
    expect(dialog().textContent).toContain('1 jawaban tidak terbawa')
    expect(await accessibilityFaults()).toEqual([])
    await click(buttonNamed('Pindahkan', dialog()))

    expect(post.mock.calls[0]).toEqual([
      '/assessments/Hukum/move',
      { to: 'contoh@2', hash: instruments[1]!.hash, revision: 7 },
    ])
    expect(root.textContent).toContain('1 lembar dipindahkan')
  })

  it('moves all that were looked at and says which changed meanwhile', async () => {
    serve([sheet('Hukum'), sheet('Umum')], { Hukum: anyPreview(), Umum: anyPreview() })
    const current = anyPreview({ revision: 8, lost: [] })
    vi.spyOn(api, 'post').mockImplementation(async (path: string) => {
      if (path.includes('Umum')) throw new Problem('changed-meanwhile', 412, '', { current })
      return {} as never
    })
    const root = await look()

    await click(buttonNamed('Pindahkan semua yang sudah dilihat (2)'))
    await click(buttonNamed('Pindahkan', dialog()))

    expect(root.textContent).toContain('1 lembar dipindahkan')
    expect(root.textContent).toContain('berubah sejak dilihat; periksa lagi')
    expect(root.textContent).toContain('0 jawaban tidak terbawa')
  })

  it('says why a sheet cannot be looked at and offers to try again', async () => {
    serve([sheet('Hukum')], { Hukum: new Problem('busy', 503) })

    const root = await look()

    expect(root.textContent).toContain('Banyak orang sedang mengubah lembar ini')
    expect(buttonNamed('Lihat lagi akibatnya untuk Bagian Hukum')).toBeTruthy()
  })

  it('says that there is nothing to move', async () => {
    serve([], {})

    const { root } = await render(MovePage, { periodId: 'p1' })

    expect(root.textContent).toContain('Belum ada lembar pada periode ini')
  })
})
