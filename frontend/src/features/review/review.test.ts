import { beforeEach, describe, expect, it, vi } from 'vitest'
import { pass, useClock } from '../../../testing/clock'
import {
  anyAnswer,
  anyAssessment,
  anyEvidence,
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
import { anyLead, anyReview, anySubmission, anyVerdict } from '../../../testing/reviews'
import { api } from '../../api/client'
import { itemsOf } from '../../api/instrument'
import { Problem } from '../../api/problem'
import { welcome } from '../../api/session'
import type { Assessment, OfferedStep, Review, StepName, Verdict } from '../../api/types'
import { asAnswer, matches, neighbor, standingsOf } from './judging'
import ReviewPage from './ReviewPage.vue'
import ReviewQueuePage from './ReviewQueuePage.vue'
import ReviewResultPage from './ReviewResultPage.vue'

const submitted = (changes: Partial<Assessment> = {}) =>
  anyAssessment({
    stage: 'UNDER_REVIEW',
    answers: [anyAnswer('A.1.a', 'B'), anyAnswer('A.1.b', 'agents=8;changes=6')],
    may: ['SEE_ASSESSMENT'],
    ...changes,
  })

function serve(review: Review = anyReview(), assessment = submitted()) {
  vi.spyOn(api, 'get').mockImplementation(
    serverWith({
      '/assessments/a1': assessment,
      '/assessments/a1/review': review,
      '/instruments/contoh/1': anyInstrument(),
      '/evidence/e1/versions/1/preview': anyPreview(),
      '/evidence/e1/versions/2/preview': anyPreview(),
      '/assessments/a1/evidence': [{ code: 'A.1.a', evidence: [anyEvidence()] }],
    }),
  )
}
const resultOf = ({ scores, gates, effective, judged, total }: Review) => ({
  scores,
  gates,
  effective,
  disagreements: [],
  judged,
  total,
  notJudged: [],
})
const reviewOf = (voice: Review['voices'][number]['voice'], ...verdicts: Verdict[]) =>
  anyReview({
    myVoice: voice,
    voices: [{ voice, person: { id: 'p9', name: 'Ratna Dewi' }, mine: true, verdicts }],
  })
const press = async (key: string) => {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  await settle()
}
useClock()

beforeEach(() => welcome(anyLead()))

describe('the queue', () => {
  it('puts the nearest deadline first and says how many wait', async () => {
    const early = anySubmission({
      assessmentId: 'a2',
      unit: { id: 'u2', name: 'Puskesmas', shortName: 'Puskesmas' },
      due: '2099-12-01',
      judged: 1,
      stage: 'UNDER_REVIEW',
    })
    const done = anySubmission({ assessmentId: 'a3', stage: 'ACCEPTED', due: null })
    vi.spyOn(api, 'all').mockResolvedValue([anySubmission(), early, done])

    const { root } = await render(ReviewQueuePage)

    expect(root.querySelector('h1')?.textContent).toBe('2 lembar menunggu penilaian Anda')
    const units = [...root.querySelectorAll('li h2')].map((it) => it.textContent)
    expect(units).toEqual(['Puskesmas', 'Bagian Organisasi'])
    expect(root.textContent).toContain('1 dari 2 jawaban dinilai')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('says by how many days a sheet is late, as the server counts them', async () => {
    const late = anySubmission({ due: '2099-12-20', late: 4, stage: 'WITH_LEAD' })
    vi.spyOn(api, 'all').mockResolvedValue([late])

    const { root } = await render(ReviewQueuePage)

    expect(root.textContent).toContain('terlambat 4 hari')
    expect(root.textContent).toContain('Diperiksa ketua tim')
  })

  it('says what will appear when nothing was submitted', async () => {
    vi.spyOn(api, 'all').mockResolvedValue([])

    const { root } = await render(ReviewQueuePage)

    expect(root.textContent).toContain('Belum ada lembar yang dikirim unit')
    expect(root.textContent).toContain('tidak ada yang menilai unitnya sendiri')
  })
})

describe('the steps of a review', () => {
  const offered = (step: StepName, changes: Partial<OfferedStep> = {}): OfferedStep => ({
    step,
    to: 'ACCEPTED',
    path: step === 'HAND_TO_CONTROLLER' ? 'steps/HAND_TO_CONTROLLER' : 'review/acceptance',
    ready: true,
    requirements: [],
    needed: [],
    optional: ['REASON'],
    suggestedDue: null,
    ...changes,
  })
  const controller = {
    requirement: 'CONTROLLER_REACHED' as const,
    award: null,
    met: false,
    binding: true,
    missing: [],
  }

  it('offer no acceptance before the controller has it, but handing it on', async () => {
    const accept = offered('ACCEPT', { ready: false, requirements: [controller] })
    const handOn = offered('HAND_TO_CONTROLLER')
    serve(anyReview(), submitted({ steps: [accept, handOn] }))
    const { root } = await render(ReviewPage, { assessmentId: 'a1', code: 'A.1.a' })
    expect(root.querySelector('.deeds')!.textContent).not.toContain('Terima')

    const steps = { stage: 'UNDER_REVIEW', revision: 3, steps: [accept, handOn], history: [] }
    const get = vi.mocked(api.get)
    get.mockImplementation(serverWith({ '/assessments/a1/steps': steps }))
    await click(buttonNamed('Langkah dan riwayat'))

    expect(
      buttonNamed('Serahkan ke pengendali teknis', document.querySelector('dialog')!),
    ).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('suggest the day of the repair window when a sheet goes back', async () => {
    const back = offered('RETURN', { path: 'review/return', suggestedDue: '2099-12-05' })
    serve(anyReview(), submitted({ steps: [back] }))
    await render(ReviewPage, { assessmentId: 'a1', code: 'A.1.a' })

    await click(buttonNamed(/^Kembalikan/))

    expect(document.querySelector<HTMLInputElement>('#return-due')!.value).toBe('2099-12-05')
  })
})

describe('judging', () => {
  const items = itemsOf(anyInstrument())
  const answers = new Map(submitted().answers.map((it) => [it.code, it]))

  it('knows what waits, what differs and what is marked', () => {
    const marks = [{ code: 'B.1', reason: 'x', by: { id: 'p', name: 'P' } }]
    const standings = standingsOf(anyReview({ marks }), answers, () => null)

    const codes = (filter: 'mine' | 'unjudged' | 'different' | 'marked') =>
      items.filter((it) => matches(it, filter, standings)).map((it) => it.code)
    expect(codes('mine')).toEqual(['A.1.a', 'A.1.b'])
    expect(codes('unjudged')).toEqual(['A.1.b'])
    expect(codes('different')).toEqual(['A.1.a'])
    expect(codes('marked')).toEqual(['B.1'])
  })

  it('goes to the next question that matches, from one that does not', () => {
    expect(neighbor(items, 'A.1.a', 1, (it) => it.code === 'B.1')?.code).toBe('B.1')
    expect(neighbor(items, 'B.1', 1, () => true)).toBeUndefined()
    expect(neighbor(items, 'B.1', -1, () => true)?.code).toBe('A.1.b')
  })

  it('asks anew for a verdict on an answer that the unit has changed', () => {
    expect(asAnswer(anyVerdict('A.1.a', 'B', { stale: true }), null).value).toBeNull()
  })
})

describe('the review page', () => {
  it('shows the evidence, all voices and what the disagreement costs', async () => {
    serve()

    const { root } = await render(ReviewPage, { assessmentId: 'a1', code: 'A.1.a' })

    expect(root.textContent).toContain('Rencana Aksi ZI 2026')
    expect(root.textContent).toContain('SHA-256 9f2c')
    expect(root.textContent).toContain('Budi Santoso')
    expect(root.textContent).toContain('Hanya 1 dari 5 yang relevan')
    expect(root.textContent).toContain('Ketua (Anda)')
    expect(root.textContent).toContain('beda 0,17 poin')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('lets nobody change the answer of the unit', async () => {
    serve()

    const { root } = await render(ReviewPage, { assessmentId: 'a1', code: 'A.1.a' })

    const voices = root.querySelector('dl')!
    expect(voices.querySelector('input, textarea, button')).toBeNull()
  })

  it('saves a verdict that is chosen with a number key', async () => {
    const review = anyReview()
    serve(review)
    const put = vi
      .spyOn(api, 'put')
      .mockResolvedValue({ verdict: anyVerdict('A.1.a', 'B'), result: resultOf(review) })
    const { root } = await render(ReviewPage, { assessmentId: 'a1', code: 'A.1.a' })

    await press('2')
    await pass(300)

    const path = '/assessments/a1/review/verdicts/A.1.a'
    const seen = [{ evidenceId: 'e1', version: 1 }]
    expect(put).toHaveBeenCalledWith(path, { value: 'B', remark: null, seen }, { revision: 0 })
    expect(root.textContent).toContain('Tersimpan')
    expect(root.textContent).not.toContain('beda 0,17')
  })

  it('agrees with the unit by S and goes on by J', async () => {
    const review = anyReview()
    serve(review)
    const put = vi.spyOn(api, 'put').mockResolvedValue({
      verdict: anyVerdict('A.1.b', 'agents=8;changes=6'),
      result: resultOf(review),
    })
    const { router } = await render(ReviewPage, { assessmentId: 'a1', code: 'A.1.b' })

    await press('s')
    await press('j')
    await pass(50)

    expect(put.mock.calls[0]?.[1]).toEqual({
      value: 'agents=8;changes=6',
      remark: null,
      seen: [],
    })
    expect(router.currentRoute.value.path).toBe('/penilaian/a1/B.1')
  })

  it('shows both versions when the verdict was changed in another window', async () => {
    serve()
    const current = anyVerdict('A.1.a', 'C', { remark: 'dari jendela lain', revision: 4 })
    const put = vi
      .spyOn(api, 'put')
      .mockRejectedValueOnce(new Problem('changed-meanwhile', 412, '', { current }))
      .mockResolvedValue({
        verdict: anyVerdict('A.1.a', 'A', { revision: 5 }),
        result: resultOf(anyReview()),
      })
    const { root } = await render(ReviewPage, { assessmentId: 'a1', code: 'A.1.a' })

    await press('1')
    await pass(300)
    expect(root.textContent).toContain('diubah di jendela lain')
    expect(root.textContent).toContain('dari jendela lain')
    await click(buttonNamed('Pakai yang di halaman ini'))
    await pass(50)

    expect(put.mock.calls[1]?.[2]).toEqual({ revision: 4 })
  })

  it('marks a question with a reason, and not without', async () => {
    serve()
    const put = vi.spyOn(api, 'put').mockResolvedValue(undefined)
    const { root } = await render(ReviewPage, { assessmentId: 'a1', code: 'A.1.a' })

    await press('r')
    await click(buttonNamed('Tandai', document.querySelector('dialog')!))
    expect(document.querySelector('dialog')?.textContent).toContain('wajib diisi')
    await type(document.querySelector('#mark-reason')!, 'Lampirkan SK')
    await type(document.querySelector('#mark-due')!, '2020-01-01')
    await click(buttonNamed('Tandai', document.querySelector('dialog')!))
    expect(put).not.toHaveBeenCalled()
    await type(document.querySelector('#mark-due')!, '2099-12-05')
    expect(await accessibilityFaults()).toEqual([])
    await click(buttonNamed('Tandai', document.querySelector('dialog')!))

    const path = '/assessments/a1/review/marks/A.1.a'
    expect(put).toHaveBeenCalledWith(path, { reason: 'Lampirkan SK', due: '2099-12-05' })
    expect(root.textContent).toContain('Ditandai Ratna Dewi: Lampirkan SK')
  })

  it('lets a lead say what a zero denominator is worth, with a reason', async () => {
    const zero = 'agents=0;changes=6'
    const judged = anyVerdict('A.1.b', zero, { remark: 'Belum ada agen' })
    const review = reviewOf('LEAD', judged)
    serve(review)
    const put = vi.spyOn(api, 'put').mockResolvedValue({
      verdict: { ...judged, zeroWorth: '0.5', revision: 2 },
      result: resultOf(review),
    })
    const { root } = await render(ReviewPage, { assessmentId: 'a1', code: 'A.1.b' })
    const field = root.querySelector('form input')!

    await type(field, '1,5')
    await click(buttonNamed('Tetapkan'))
    expect(root.textContent).toContain('angka dari 0 sampai 1')
    expect(await accessibilityFaults()).toEqual([])
    await type(field, '0,5')
    await click(buttonNamed('Tetapkan'))
    await settle()

    const path = '/assessments/a1/review/verdicts/A.1.b'
    const body = { value: zero, remark: 'Belum ada agen', zeroWorth: '0.5', seen: [] }
    expect(put).toHaveBeenCalledWith(path, body, { revision: 1 })
    expect(root.querySelector('dl')?.textContent).toContain('Pembagi 0 dinilai 0,5 dari 1')

    await click(buttonNamed('Kembali ke aturan instrumen'))
    expect(put.mock.calls[1]?.slice(1)).toEqual([{ ...body, zeroWorth: null }, { revision: 2 }])
  })

  it('asks for the reason before a zero denominator is worth something else', async () => {
    serve(reviewOf('CONTROLLER', anyVerdict('A.1.b', 'agents=0;changes=6')))
    const put = vi.spyOn(api, 'put')
    const { root } = await render(ReviewPage, { assessmentId: 'a1', code: 'A.1.b' })

    await type(root.querySelector('form input')!, '0,5')
    await click(buttonNamed('Tetapkan'))

    expect(root.textContent).toContain('Tulis alasannya di Catatan')
    expect(put).not.toHaveBeenCalled()
  })

  it.each([
    ['MEMBER', 'agents=0;changes=6'],
    ['LEAD', 'agents=8;changes=6'],
  ] as const)('shows no such field to a %s on %s', async (voice, value) => {
    serve(reviewOf(voice, anyVerdict('A.1.b', value)))

    const { root } = await render(ReviewPage, { assessmentId: 'a1', code: 'A.1.b' })

    expect(root.textContent).not.toContain('pembagi 0')
  })

  it('does not return a sheet without a mark or a message', async () => {
    serve()
    const post = vi.spyOn(api, 'post').mockResolvedValue(anyReview())
    await render(ReviewPage, { assessmentId: 'a1', code: 'A.1.a' })

    await click(buttonNamed('Kembalikan'))
    await click(buttonNamed('Kembalikan ke unit'))
    expect(document.querySelector('dialog')?.textContent).toContain('tulis pesan untuk unit')
    expect(await accessibilityFaults()).toEqual([])
    await type(document.querySelector('#return-message')!, 'Perbaiki area 5')
    await click(buttonNamed('Kembalikan ke unit'))

    const path = '/assessments/a1/review/return'
    expect(post).toHaveBeenCalledWith(path, { message: 'Perbaiki area 5', due: null })
  })

  it('says what is missing before a sheet can be accepted', async () => {
    serve()
    await render(ReviewPage, { assessmentId: 'a1', code: 'A.1.a' })

    await click(buttonNamed('Terima'))

    const dialog = document.querySelector('dialog')!
    expect(dialog.textContent).toContain('1 jawaban belum dinilai')
    expect(dialog.textContent).toContain('A.1.b Agen membuat perubahan')
    expect(buttonNamed('Terima lembar').disabled).toBe(true)
    expect(await accessibilityFaults()).toEqual([])
  })

  it('agrees at once only with what can be proven unless told otherwise', async () => {
    serve()
    const post = vi.spyOn(api, 'post').mockResolvedValue(anyReview())
    await render(ReviewPage, { assessmentId: 'a1', code: 'A.1.a' })

    await click(buttonNamed('Setujui sisanya'))
    expect(buttonNamed('Setujui 0 jawaban').disabled).toBe(true)
    await click(document.querySelector('dialog input[type=checkbox]')!)
    await click(buttonNamed('Setujui 1 jawaban'))

    expect(post).toHaveBeenCalledWith('/assessments/a1/review/agreement', { codes: ['A.1.b'] })
  })

  it('finds a question in the list', async () => {
    serve()
    await render(ReviewPage, { assessmentId: 'a1', code: 'A.1.a' })

    await press('/')
    await type(document.querySelector('#question-words')!, 'survei')

    const links = [...document.querySelectorAll('dialog li a')].map((it) => it.getAttribute('href'))
    expect(links).toEqual(['/penilaian/a1/B.1'])
    expect(await accessibilityFaults()).toEqual([])
  })

  it('takes up a closed sheet again only with a reason', async () => {
    serve(
      anyReview({ stage: 'CLOSED', may: ['SEE_REVIEW', 'REOPEN'] }),
      submitted({ stage: 'CLOSED' }),
    )
    const post = vi.spyOn(api, 'post').mockResolvedValue(anyReview())
    const { root } = await render(ReviewPage, { assessmentId: 'a1', code: 'A.1.a' })

    expect(root.textContent).toContain('Putusan terkunci')
    await click(buttonNamed('Buka lagi'))
    await click(buttonNamed('Buka lagi', document.querySelector('dialog')!))
    expect(post).not.toHaveBeenCalled()
    await type(document.querySelector('#reopen-reason')!, 'Sanggahan unit')
    await click(buttonNamed('Buka lagi', document.querySelector('dialog')!))

    const path = '/assessments/a1/review/reopening'
    expect(post).toHaveBeenCalledWith(path, { reason: 'Sanggahan unit' })
  })

  it('offers no verdict to those who only read', async () => {
    serve(anyReview({ myVoice: null, may: ['SEE_REVIEW'] }))

    const { root } = await render(ReviewPage, { assessmentId: 'a1', code: 'A.1.a' })

    expect(root.querySelector('textarea')).toBeNull()
    expect(root.textContent).toContain('tidak memberi putusan')
  })
})

describe('the result for the unit', () => {
  it('lists what to repair, what differs and by how much', async () => {
    const returned = [{ code: 'A.1.a', reason: 'Lampirkan SK', due: '2099-12-30' }]
    const history = [
      {
        at: '2026-11-21T02:00:00Z',
        by: { id: 'p9', name: 'Ratna Dewi' },
        from: 'UNDER_REVIEW' as const,
        to: 'RETURNED' as const,
        reason: 'Perbaiki area 1',
      },
    ]
    serve(anyReview(), submitted({ stage: 'RETURNED', returned, history }))

    const { root } = await render(ReviewResultPage, { assessmentId: 'a1' })

    expect(root.querySelector('h1')?.textContent).toContain('1 pertanyaan perlu diperbaiki')
    expect(root.textContent).toContain('Perbaiki area 1')
    expect(root.textContent).toContain('Lampirkan SK')
    expect(root.textContent).toContain('-0,17')
    // One of two answers is judged: the assessors' total would mislead.
    expect(root.textContent).toContain('1 dari 2')
    expect(root.textContent).not.toContain('Menurut TPI')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('says that the assessors are not done', async () => {
    vi.spyOn(api, 'get').mockRejectedValue(new Problem('not-in-this-stage', 409))

    const { root } = await render(ReviewResultPage, { assessmentId: 'a1' })

    expect(root.textContent).toContain('Hasil belum dibuka')
  })
})
