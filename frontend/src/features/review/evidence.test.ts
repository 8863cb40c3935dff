import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  anyAnswer,
  anyAssessment,
  anyEvidence,
  anyInquiry,
  anyInstrument,
  anyPreview,
  serverWith,
} from '../../../testing/fixtures'
import {
  accessibilityFaults,
  buttonNamed,
  click,
  render,
  settle,
  type,
} from '../../../testing/render'
import { anyLead, anyReview, anyVerdict } from '../../../testing/reviews'
import { api } from '../../api/client'
import { welcome } from '../../api/session'
import type { Inquiry, Review } from '../../api/types'
import { changeWords } from './changes'
import ReviewPage from './ReviewPage.vue'

const changed = anyVerdict('A.1.a', 'B', {
  revision: 3,
  evidenceChanges: [{ evidenceId: 'e1', seen: 1, now: 2 }],
})
const newer = () => {
  const [first] = anyEvidence().versions
  return anyEvidence({ versions: [first!, { ...first!, number: 2, fileName: 'rencana2.xlsx' }] })
}
const reviewWith = (...verdicts: Review['voices'][number]['verdicts']) =>
  anyReview({
    voices: [{ voice: 'LEAD', person: { id: 'p9', name: 'Ratna Dewi' }, mine: true, verdicts }],
    may: ['SEE_REVIEW', 'JUDGE', 'RETURN', 'ACCEPT', 'ASK_FOR_EVIDENCE'],
  })

function serve(review: Review, inquiries: Inquiry[] = []) {
  vi.spyOn(api, 'get').mockImplementation(
    serverWith({
      '/assessments/a1': anyAssessment({
        stage: 'UNDER_REVIEW',
        answers: [anyAnswer('A.1.a', 'B')],
        may: ['SEE_ASSESSMENT'],
      }),
      '/assessments/a1/review': review,
      '/instruments/contoh/1': anyInstrument(),
      '/evidence/e1/versions/1/preview': anyPreview(),
      '/evidence/e1/versions/2/preview': anyPreview(),
      '/assessments/a1/evidence': [{ code: 'A.1.a', evidence: [newer()] }],
      '/assessments/a1/inquiries': inquiries,
    }),
  )
}
async function open() {
  const page = await render(ReviewPage, { assessmentId: 'a1', code: 'A.1.a' })
  await settle()
  return page
}

beforeEach(() => welcome(anyLead()))

describe('evidence that changed after it was judged', () => {
  it('is told beside the verdict and in the list', async () => {
    serve(reviewWith(changed))

    const { root } = await open()

    expect(root.textContent).toContain(
      'Bukti berubah setelah dinilai: Rencana Aksi ZI 2026 kini v2 (dinilai v1)',
    )
    expect(root.textContent).toContain('baru sejak Anda menilai')
    expect(root.textContent).toContain('Bukti berubah (1)')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('can be confirmed without changing the verdict', async () => {
    serve(reviewWith(changed))
    const kept = anyVerdict('A.1.a', 'B', { revision: 4, evidenceChanges: [] })
    const put = vi.spyOn(api, 'put').mockResolvedValue({ verdict: kept, result: anyReview() })
    const { root } = await open()

    await click(buttonNamed('Sudah saya lihat, putusan tetap'))

    expect(put.mock.calls[0]?.[1]).toMatchObject({
      value: 'B',
      seen: [{ evidenceId: 'e1', version: 2 }],
    })
    expect(put.mock.calls[0]?.[2]).toEqual({ revision: 3 })
    expect(root.textContent).not.toContain('Bukti berubah setelah dinilai')
  })

  it('names what came and what went', () => {
    const words = changeWords(
      [
        { evidenceId: 'e1', seen: null, now: 1 },
        { evidenceId: 'gone', seen: 2, now: null },
      ],
      [anyEvidence()],
    )

    expect(words).toBe('Rencana Aksi ZI 2026 baru; satu bukti dilepas')
  })
})

describe('asking for a document', () => {
  it('needs words and a day, and is sent to the unit', async () => {
    serve(reviewWith())
    const post = vi.spyOn(api, 'post').mockResolvedValue(anyInquiry())
    await open()
    await click(buttonNamed('Minta dokumen'))
    await click(buttonNamed('Kirim permintaan'))
    expect(document.querySelector('dialog')!.textContent).toContain('Paling lambat wajib diisi')
    expect(await accessibilityFaults()).toEqual([])

    await type(document.getElementById('inquiry-text')!, 'SK Tim Kerja')
    await type(document.getElementById('inquiry-due')!, '2099-12-01')
    await click(buttonNamed('Kirim permintaan'))

    expect(post.mock.calls[0]).toEqual([
      '/assessments/a1/inquiries',
      { code: 'A.1.a', text: 'SK Tim Kerja', due: '2099-12-01' },
    ])
  })

  it('shows how each request stands and takes an open one back', async () => {
    const answered = anyInquiry({
      id: 'q2',
      state: 'ANSWERED',
      answer: { evidenceId: 'e1', title: 'SK Tim Kerja', version: 2 },
      closedBy: { id: 'p1', name: 'Sari Wulandari' },
      closedAt: '2026-11-22T02:41:00Z',
      may: [],
    })
    serve(reviewWith(), [anyInquiry({ may: ['WITHDRAW'] }), answered])
    const remove = vi.spyOn(api, 'delete').mockResolvedValue(undefined)
    const { root } = await open()
    expect(root.textContent).toContain('Menunggu unit')
    expect(root.textContent).toContain('SK Tim Kerja (v2), Sari Wulandari, 22 Nov 2026')
    expect(await accessibilityFaults()).toEqual([])

    await click(buttonNamed('Tarik permintaan'))

    expect(remove.mock.calls[0]?.[0]).toBe('/inquiries/q1')
  })
})
