import { beforeEach, describe, expect, it, vi } from 'vitest'
import { pass, useClock } from '../../../testing/clock'
import { anyAssessment, anyCoordinator, anyInstrument, serverWith } from '../../../testing/fixtures'
import {
  accessibilityFaults,
  buttonNamed,
  click,
  render,
  settle,
  type,
} from '../../../testing/render'
import { anyExplanation, anyGate, anyPath } from '../../../testing/scores'
import { api } from '../../api/client'
import { Problem } from '../../api/problem'
import { welcome } from '../../api/session'
import type { AnswerResult, Assessment, CheapestPath } from '../../api/types'
import NearestPath from '../../ui/scores/NearestPath.vue'
import ExplanationPage from './ExplanationPage.vue'
import TryPage from './TryPage.vue'

useClock()
const words = (root: Element) => (root.textContent ?? '').replace(/\s+/g, ' ')

function serve(replies: Record<string, unknown> = {}) {
  return vi.spyOn(api, 'get').mockImplementation(
    serverWith({
      '/assessments/a1': anyAssessment({ may: ['SEE_ASSESSMENT', 'SEE_REVIEW'] }),
      '/instruments/contoh/1': anyInstrument(),
      '/assessments/a1/explanation': anyExplanation(),
      '/assessments/a1/cheapest-path': anyPath(),
      ...replies,
    }),
  )
}

beforeEach(() => welcome(anyCoordinator()))

describe('the explanation of a score', () => {
  it('shows three scores, the rule with numbers, and parts that add up', async () => {
    serve()

    const { root } = await render(ExplanationPage, { assessmentId: 'a1', code: 'A.1' })

    expect(root.querySelector('h1')?.textContent).toBe('Manajemen Perubahan')
    expect(words(root)).toContain('(0,5 + 0) ÷ 2 × 60 = 15')
    const parts = [...root.querySelectorAll('table')].find((it) => it.querySelector('tfoot'))!
    expect(words(parts)).toContain('tidak dihitung')
    expect(words(parts.querySelector('tfoot')!)).toContain('15,00')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('names who answered and when, the gates, the voice, and the instrument with its hash', async () => {
    serve()

    const { root } = await render(ExplanationPage, { assessmentId: 'a1', code: 'A.1' })

    const said = words(root)
    expect(said).toContain('1 dari 2 pertanyaan punya jawaban')
    expect(said).toContain('B. Sebagian relevan')
    expect(said).toContain('Sari Wulandari')
    expect(said).toContain('WBK: Nilai total')
    expect(said).toContain('lewat Nilai total')
    expect(said).toContain('contoh@1')
    expect(said).toContain('ab12cd')
    expect(said).toContain('perubahan ke-7')
  })

  it('leads down and up the tree and to the other voice', async () => {
    serve()

    const { root } = await render(ExplanationPage, { assessmentId: 'a1', code: 'A.1' })

    const links = [...root.querySelectorAll('a')].map((it) => it.getAttribute('href'))
    expect(links).toContain('/lembar/a1/penjelasan')
    expect(links).toContain('/lembar/a1/penjelasan/A')
    expect(links).toContain('/lembar/a1/penjelasan/A.1.b')
    expect(links).toContain('/lembar/a1/penjelasan/A.1?suara=tpi')
  })

  it('begins with the whole sheet', async () => {
    const get = serve({
      '/assessments/a1/explanation': anyExplanation({
        code: 'TOTAL',
        label: null,
        weight: null,
        path: [],
      }),
    })

    const { root } = await render(ExplanationPage, { assessmentId: 'a1', code: '' })

    expect(get).toHaveBeenCalledWith(
      '/assessments/a1/explanation',
      expect.objectContaining({ query: { node: 'TOTAL' } }),
    )
    expect(root.querySelector('h1')?.textContent).toBe('Nilai total')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('explains the verdicts of the assessors from their own side', async () => {
    const inputs = [{ ...anyExplanation().inputs[0]!, capacity: 'LEAD' as const }]
    const get = serve({
      '/assessments/a1/review/explanation': anyExplanation({ voice: 'TPI', inputs }),
    })

    const { root } = await render(
      ExplanationPage,
      { assessmentId: 'a1', code: 'A.1' },
      { path: '/lembar/a1/penjelasan/A.1?suara=tpi' },
    )

    expect(get).toHaveBeenCalledWith(
      '/assessments/a1/review/explanation',
      expect.objectContaining({ query: { node: 'A.1' } }),
    )
    expect(words(root)).toContain('Putusan TPI')
    expect(words(root)).toContain('ketua TPI')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('shows the counts behind a ratio, and why a blank question counts as it does', async () => {
    serve({
      '/assessments/a1/explanation': anyExplanation({
        code: 'A.1.b',
        label: 'Agen membuat perubahan',
        weight: null,
        parts: [],
        inputs: [],
        questions: 1,
        counts: [{ name: 'agents', label: 'Jumlah agen', value: 1200 }],
        gates: [],
      }),
    })

    const { root } = await render(ExplanationPage, { assessmentId: 'a1', code: 'A.1.b' })

    expect(words(root)).toContain('Jumlah agen1.200')
    expect(words(root)).toContain('Belum ada jawaban di bagian ini.')
    expect(words(root)).toContain('Tidak ada syarat yang memakai nilai ini.')
    expect(root.querySelector('a[href="/lembar/a1/A.1.b"]')).not.toBeNull()
    expect(await accessibilityFaults()).toEqual([])
  })
})

const nearest = { assessmentId: 'a1', instrument: { id: 'contoh', version: '1' }, award: 'wbk' }

describe('the shortest path', () => {
  it('lists the questions with what is needed, the gain, and ties', async () => {
    serve()

    const { root } = await render(NearestPath, nearest)

    const said = words(root)
    expect(said).toContain('2 pertanyaan, 5 langkah, menambah 60,00 poin')
    expect(said).toContain('B. Sebagian relevan')
    expect(said).toContain('A. Semua relevan')
    expect(said).toContain('nilai jawaban paling sedikit 75%')
    expect(said).toContain('Sama baiknya: 1 pertanyaan lain')
    expect(root.querySelector('a[href="/lembar/a1/A.1.a"]')).not.toBeNull()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('is looked for again without a question that is out of reach, and remembers it', async () => {
    const get = serve()
    const { root, unmount } = await render(NearestPath, nearest)

    await click(buttonNamed('Tidak dapat dicapai tahun ini: A.1.b', root))

    const asked = () => get.mock.calls.filter(([path]) => path.endsWith('/cheapest-path')).at(-1)
    expect(asked()?.[1]?.query).toEqual({ award: 'wbk', outOfReach: 'A.1.b' })
    expect(words(root)).toContain('Ditandai tidak dapat dicapai tahun ini')

    unmount()
    const again = await render(NearestPath, nearest)
    await click(buttonNamed('Perhitungkan lagi A.1.b', again.root))
    expect(asked()?.[1]?.query).toEqual({ award: 'wbk', outOfReach: '' })
  })

  it.each<[string, Partial<CheapestPath>, string]>([
    ['nothing is missing', { improvements: [] }, 'Semua syarat WBK sudah terpenuhi'],
    [
      'thresholds are unset',
      { improvements: [], unset: [{ id: 'p', label: 'Nilai proses' }] },
      'ambangnya belum ditetapkan: Nilai proses.',
    ],
    [
      'there is no path',
      { outcome: 'IMPOSSIBLE', improvements: [], unreachable: [{ id: 's', label: 'Survei' }] },
      'jawaban terbaik pun belum cukup untuk:Survei',
    ],
    ['the gates overlap', { outcome: 'NOT_SUPPORTED', improvements: [] }, 'belum dapat dihitung'],
  ])('says so when %s', async (_, changes, expected) => {
    serve({ '/assessments/a1/cheapest-path': anyPath(changes) })

    const { root } = await render(NearestPath, nearest)

    expect(words(root)).toContain(expected)
    expect(await accessibilityFaults()).toEqual([])
  })

  it('shows the beginning of a far way, and all of it when asked', async () => {
    const step = anyPath().improvements[0]!
    const improvements = Array.from({ length: 12 }, (_, at) => ({ ...step, code: `A.1.${at}` }))
    serve({ '/assessments/a1/cheapest-path': anyPath({ improvements }) })
    const { root } = await render(NearestPath, nearest)
    expect(root.querySelectorAll('.step')).toHaveLength(8)

    await click(buttonNamed('Tampilkan semua (12)', root))

    expect(root.querySelectorAll('.step')).toHaveLength(12)
  })

  it('says which questions are locked at this stage', async () => {
    serve()

    const { root } = await render(NearestPath, { ...nearest, openCodes: ['A.1.a'] })

    expect(words(root).match(/terkunci pada tahap ini/g)).toHaveLength(1)
  })

  it('can be tried', async () => {
    serve()
    const { root, router } = await render(NearestPath, nearest)

    await click(buttonNamed('Coba jalan ini', root))
    await settle()

    expect(router.currentRoute.value.path).toBe('/lembar/a1/coba')
    serveTrial()
    const { root: trial } = await render(TryPage, { assessmentId: 'a1' })
    expect(words(trial)).toContain('2 jawaban dicoba')
  })
})

const triedScores = { TOTAL: '80.000000' }
const result: AnswerResult = {
  scores: { official: triedScores, strict: triedScores, best: { TOTAL: '95.000000' } },
  gates: { wbk: [anyGate({ actual: '80.000000', met: true, missing: '0' })], wbbm: [] },
  progress: [],
  warnings: [],
  answered: 3,
  total: 3,
}

function serveTrial(sheet: Assessment = anyAssessment()) {
  serve({ '/assessments/a1': sheet })
  return vi.spyOn(api, 'post').mockResolvedValue(result)
}

describe('trying answers', () => {
  it('moves scores and gates against today, and says that nothing is saved', async () => {
    const post = serveTrial()
    const put = vi.spyOn(api, 'put')
    const { root } = await render(TryPage, { assessmentId: 'a1' })
    expect(words(root)).toContain('Tidak disimpan')

    await click(buttonNamed(/A\.1\.a Rencana/, root))
    await click(root.querySelector('input[value=A]')!)
    await pass(300)

    expect(post).toHaveBeenCalledWith(
      '/assessments/a1/what-if',
      { answers: [{ code: 'A.1.a', value: 'A' }] },
      expect.anything(),
    )
    expect(put).not.toHaveBeenCalled()
    const said = words(root)
    expect(said).toContain('80,00')
    expect(said).toContain('+65,00')
    expect(said).toContain('menjadi terpenuhi')
    expect(said).toContain('1 dari 1 terpenuhi, hari ini 0')
    expect(said).toContain('1 jawaban dicoba')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('works on a locked sheet as well', async () => {
    serveTrial(anyAssessment({ stage: 'SUBMITTED', may: ['SEE_ASSESSMENT'] }))
    const { root } = await render(TryPage, { assessmentId: 'a1' })

    await click(buttonNamed(/A\.1\.a Rencana/, root))

    expect(root.querySelector('fieldset')?.disabled).toBe(false)
  })

  it('keeps what was tried over a reload, undoes one, and removes all', async () => {
    serveTrial()
    const first = await render(TryPage, { assessmentId: 'a1' })
    await click(buttonNamed('Isi dengan jalan ke WBK', first.root))
    expect(words(first.root)).toContain('2 jawaban dicoba')
    first.unmount()

    const { root } = await render(TryPage, { assessmentId: 'a1' })
    expect(words(root)).toContain('2 jawaban dicoba')
    await click(buttonNamed('Batalkan A.1.b', root))
    expect(words(root)).toContain('1 jawaban dicoba')
    await click(buttonNamed('Hapus semua', root))
    expect(words(root)).toContain('Belum ada yang dicoba')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('does not send an answer that is not whole', async () => {
    const post = serveTrial()
    const { root } = await render(TryPage, { assessmentId: 'a1' })
    await click(buttonNamed(/A\.1\.b Agen/, root))

    await type(root.querySelector('.numbers input')!, '8')
    await pass(300)

    expect(post).not.toHaveBeenCalled()
    expect(words(root)).toContain('Lengkapi isian supaya ikut dihitung.')
  })

  it('finds questions by words', async () => {
    serveTrial()
    const { root } = await render(TryPage, { assessmentId: 'a1' })

    await type(root.querySelector('input[type=search]')!, 'survei')

    expect(words(root)).toContain('1 pertanyaan')
    expect(words(root)).not.toContain('Agen membuat perubahan')
  })

  it('says what happened when it cannot be reckoned', async () => {
    serveTrial()
    vi.spyOn(api, 'post').mockRejectedValue(new Problem('no-connection', 0))
    const { root } = await render(TryPage, { assessmentId: 'a1' })

    await click(buttonNamed('Isi dengan jalan ke WBK', root))
    await pass(300)

    expect(root.querySelector('[role=alert]')).not.toBeNull()
  })
})
