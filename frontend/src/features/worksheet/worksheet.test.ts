import { beforeEach, describe, expect, it, vi } from 'vitest'
import { pass, useClock } from '../../../testing/clock'
import {
  anyActivity,
  anyAnswer,
  anyAssessment,
  anyCoordinator,
  anyEvidence,
  anyInquiry,
  anyInstrument,
  anyOffer,
  anySummary,
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
import { api } from '../../api/client'
import { itemsOf } from '../../api/instrument'
import { Problem } from '../../api/problem'
import { welcome } from '../../api/session'
import type { Assessment, Crosswalk, Offer } from '../../api/types'
import PairsPage from './PairsPage.vue'
import SheetsPage from './SheetsPage.vue'
import { isOpen, matching } from './sheet'
import SubmissionPage from './SubmissionPage.vue'
import WorksheetPage from './WorksheetPage.vue'

const result = (value: Assessment) => ({
  scores: value.scores,
  gates: value.gates,
  progress: value.progress,
  warnings: [],
  answered: 2,
  total: 3,
})

function serve(assessment = anyAssessment(), more: Record<string, unknown> = {}) {
  vi.spyOn(api, 'get').mockImplementation(
    serverWith({
      '/assessments/a1': assessment,
      '/instruments/contoh/1': anyInstrument(),
      '/assessments/a1/evidence': [{ code: 'A.1.a', evidence: [anyEvidence()] }],
      ...more,
    }),
  )
}

async function openQuestion(code: string) {
  const page = await render(WorksheetPage, { assessmentId: 'a1', code })
  await settle()
  return page
}

useClock()

beforeEach(() => welcome(anyCoordinator()))

describe('what else bears on the proofs', () => {
  const locked = anyAssessment({ stage: 'UNDER_REVIEW', may: ['SEE_ASSESSMENT'] })

  it('shows a request of an assessor on a locked sheet, with the ways to answer', async () => {
    serve(locked, { '/assessments/a1/inquiries': [anyInquiry()] })
    const { root } = await openQuestion('A.1.a')
    expect(root.textContent).toContain('SK Tim Kerja yang sudah ditandatangani')
    expect(root.textContent).toContain('Diminta Budi Santoso')
    expect(await accessibilityFaults()).toEqual([])

    const put = vi.spyOn(api, 'put').mockResolvedValue(anyInquiry({ state: 'ANSWERED' }))
    serve(locked, { '/evidence': { items: [anyEvidence()], next: null } })
    await click(buttonNamed('Pakai bukti yang ada', root))
    await click(buttonNamed('Pakai: Rencana Aksi ZI 2026'))

    expect(put.mock.calls[0]).toEqual(['/inquiries/q1/answer', { evidenceId: 'e1' }])
  })

  it('shows an activity with what is missing in it', async () => {
    serve(anyAssessment(), { '/assessments/a1/activities': [anyActivity()] })

    const { root } = await openQuestion('A.1.a')

    expect(root.textContent).toContain('Kegiatan yang membuktikan')
    expect(root.textContent).toContain('Belum ada: Daftar hadir')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('does not offer to remove what an activity brings', async () => {
    const link = { assessmentId: 'a1', code: 'A.1.a', direct: false, activityIds: ['k1'] }
    const evidence = [{ code: 'A.1.a', evidence: [anyEvidence({ links: [link] })] }]
    serve(anyAssessment(), { '/assessments/a1/evidence': evidence })

    const { root } = await openQuestion('A.1.a')

    expect(root.textContent).toContain('lewat kegiatan')
    expect(() => buttonNamed(/^Lepaskan Rencana/)).toThrow()
  })

  it('offers evidence of last year, one by one and many at once, and links nothing by itself', async () => {
    const stale = anyOffer({
      code: 'A.1.b',
      stale: true,
      evidence: anyEvidence({ id: 'e8', title: 'SK lama', links: [] }),
    })
    serve(anyAssessment(), { '/assessments/a1/carry-over': [anyOffer(), stale] })
    const post = vi
      .spyOn(api, 'post')
      .mockResolvedValue([{ evidenceId: 'e9', code: 'A.1.a', problem: null }])
    const { root } = await openQuestion('A.1.a')
    expect(root.textContent).toContain('dari Periode 2025')
    expect(post).not.toHaveBeenCalled()
    expect(await accessibilityFaults()).toEqual([])

    await click(buttonNamed('Bukti tahun sebelumnya (2)'))
    expect(document.querySelector('dialog')!.textContent).toContain('masa berlaku habis')
    await click(buttonNamed('Pilih semua yang masih berlaku'))
    expect(await accessibilityFaults()).toEqual([])
    await click(buttonNamed('Konfirmasi 1 bukti'))

    expect(post.mock.calls[0]).toEqual([
      '/assessments/a1/carry-over',
      { offers: [{ evidenceId: 'e9', code: 'A.1.a' }] },
    ])
  })
})

describe('a request whose answer is lost', () => {
  it('is open again and says why', async () => {
    const lost = { title: 'SK Tim', reason: 'malware', at: '2026-11-25T02:00:00Z' }
    serve(anyAssessment(), { '/assessments/a1/inquiries': [anyInquiry({ lost })] })

    const { root } = await openQuestion('A.1.a')

    expect(root.textContent).toContain('Dibuka lagi 25 Nov 2026.')
    expect(root.textContent).toContain('“SK Tim” yang menjawabnya ternyata mengandung program')
    expect(await accessibilityFaults()).toEqual([])
  })
})

describe('an offer that does not bear on the question', () => {
  it('of an earlier year goes out of sight, with a way back', async () => {
    let isDismissed = false
    serve()
    const reply = vi.mocked(api.get).getMockImplementation()!
    vi.mocked(api.get).mockImplementation(async (path: string, options) =>
      path === '/assessments/a1/carry-over'
        ? ([anyOffer({ isDismissed })] as never)
        : reply(path, options),
    )
    const put = vi.spyOn(api, 'put').mockImplementation(async () => {
      isDismissed = true
      return undefined as never
    })
    const away = vi.spyOn(api, 'delete').mockImplementation(async () => {
      isDismissed = false
      return undefined as never
    })
    const { root } = await openQuestion('A.1.a')

    await click(buttonNamed('Tidak relevan: SK Tim Kerja 2025', root))

    expect(put).toHaveBeenCalledWith('/assessments/a1/dismissed-offers/e9/A.1.a')
    expect(root.textContent).not.toContain('SK Tim Kerja 2025')
    await click(buttonNamed('Tampilkan yang disembunyikan (1)', root))
    expect(await accessibilityFaults()).toEqual([])

    await click(buttonNamed('Tawarkan lagi: SK Tim Kerja 2025', root))

    expect(away).toHaveBeenCalledWith('/assessments/a1/dismissed-offers/e9/A.1.a')
    expect(root.textContent).toContain('SK Tim Kerja 2025')
    expect(root.textContent).not.toContain('disembunyikan (1)')
  })

  it('of another instrument stays out of sight after a reload', async () => {
    serve(anyAssessment(), { '/evidence/offers': [{ ...offer, isDismissed: true }] })

    const { root } = await openQuestion('A.1.b')

    expect(root.textContent).not.toContain('SK Pakta Integritas')
    await click(buttonNamed('Tampilkan yang disembunyikan (1)', root))
    expect(buttonNamed('Tawarkan lagi: SK Pakta Integritas', root)).toBeDefined()
    expect(await accessibilityFaults()).toEqual([])
  })
})

describe('the worksheet', () => {
  it('shows a question with its choices, their points, its evidence and the gates', async () => {
    serve()

    const { root } = await openQuestion('A.1.a')

    expect(root.querySelector('h1')?.textContent).toBe('Rencana memuat target')
    expect(root.textContent).toContain('Sebagian relevan')
    expect(root.textContent).toContain('15,00')
    expect(root.textContent).toContain('Rencana Aksi ZI 2026')
    expect(root.textContent).toContain('kurang 60,00')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('saves a choice by itself and says so', async () => {
    serve()
    const put = vi.spyOn(api, 'put').mockResolvedValue({
      answer: anyAnswer('A.1.a', 'A', 2),
      result: result(anyAssessment()),
    })
    const { root } = await openQuestion('A.1.a')

    await click(root.querySelector('input[value=A]')!)
    expect(root.textContent).toContain('Menyimpan…')
    await pass(350)

    expect(put).toHaveBeenCalledWith(
      '/assessments/a1/answers/A.1.a',
      { value: 'A', note: null },
      { revision: 1 },
    )
    expect(root.textContent).toMatch(/Tersimpan \d\d\.\d\d/)
  })

  it('does not send a ratio before all its counts are there', async () => {
    serve()
    const put = vi.spyOn(api, 'put').mockResolvedValue({
      answer: anyAnswer('A.1.b', 'agents=8;changes=6'),
      result: result(anyAssessment()),
    })
    const { root } = await openQuestion('A.1.b')
    const [agents, changes] = root.querySelectorAll<HTMLInputElement>('.numbers input')

    await type(agents!, '8')
    await pass(1_000)
    expect(put).not.toHaveBeenCalled()
    expect(root.textContent).toContain('Lengkapi semua isian')

    await type(changes!, '6')
    await pass(1_000)
    expect(put).toHaveBeenCalledWith(
      '/assessments/a1/answers/A.1.b',
      { value: 'agents=8;changes=6', note: null },
      { revision: 0 },
    )
  })

  it('refuses a number out of range beside the field', async () => {
    serve()
    const { root } = await openQuestion('B.1')

    await type(root.querySelector('.numbers input')!, '5,1')

    expect(root.textContent).toContain('paling besar 4')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('lets somebody choose between two versions of the same answer', async () => {
    serve()
    const put = vi
      .spyOn(api, 'put')
      .mockRejectedValueOnce(
        new Problem('answer-changed', 412, '', {
          theirs: { ...anyAnswer('A.1.a', 'C', 5), by: { id: 'y', name: 'Budi' } },
        }),
      )
      .mockResolvedValue({ answer: anyAnswer('A.1.a', 'A', 6), result: result(anyAssessment()) })
    const { root } = await openQuestion('A.1.a')

    await click(root.querySelector('input[value=A]')!)
    await pass(350)

    const dialog = document.querySelector('dialog')!
    expect(dialog.textContent).toContain('A. Semua relevan')
    expect(dialog.textContent).toContain('Versi Budi')
    expect(dialog.textContent).toContain('C. Tidak ada')
    expect(await accessibilityFaults()).toEqual([])

    await click(buttonNamed('Pakai versi saya', dialog))
    await pass(50)
    expect(put).toHaveBeenLastCalledWith(
      '/assessments/a1/answers/A.1.a',
      { value: 'A', note: null },
      { revision: 5 },
    )
  })

  it('opens only what the assessors returned, and says why', async () => {
    const returned = [{ code: 'A.1.a', reason: 'Belum ditandatangani.', due: null }]
    serve(anyAssessment({ stage: 'RETURNED', returned, openCodes: ['A.1.a'] }))

    const open = await openQuestion('A.1.a')
    expect(open.root.textContent).toContain('Belum ditandatangani.')
    expect(open.root.querySelector('fieldset')?.disabled).toBe(false)
    open.unmount()

    const closed = await openQuestion('B.1')
    expect(closed.root.querySelector('fieldset')?.disabled).toBe(true)
    expect(closed.root.textContent).toContain('tetap terkunci')
  })

  it('says that the deadline locked the answers, and still lets the sheet be sent', async () => {
    serve(anyAssessment({ openCodes: [] }))

    const { root } = await openQuestion('A.1.a')

    expect(root.textContent).toContain('Jawaban terkunci, tetapi lembar tetap dapat dikirim')
    expect(root.textContent).not.toContain('milik koordinator area lain')
    expect(root.querySelector('a[href="/kirim/a1"]')).not.toBeNull()
  })

  it('shows the way of the sheet beside it', async () => {
    const begun = {
      at: '2026-01-10T02:00:00Z',
      by: { id: 'p', name: 'Sari' },
      from: null,
      to: 'DRAFT',
      step: null,
      reason: null,
      letterNumber: null,
      letterDate: null,
      due: null,
      award: null,
      year: null,
      result: null,
      evidenceId: null,
    }
    const steps = { stage: 'DRAFT', revision: 1, steps: [], history: [begun] }
    serve(anyAssessment(), { '/assessments/a1/steps': steps })

    const { root } = await openQuestion('A.1.a')

    expect(root.textContent).toContain('Perjalanan lembar ini')
    expect(root.textContent).toContain('oleh Sari')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('is moved through and answered from the keyboard', async () => {
    serve()
    vi.spyOn(api, 'put').mockResolvedValue({
      answer: anyAnswer('A.1.a', 'C', 2),
      result: result(anyAssessment()),
    })
    const { root, router } = await openQuestion('A.1.a')

    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '3', bubbles: true }))
    await settle()
    expect(root.querySelector<HTMLInputElement>('input[value=C]')?.checked).toBe(true)

    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))
    await settle()
    expect(router.currentRoute.value.path).toBe('/lembar/a1/A.1.b')
  })

  it('says what happened when the sheet cannot be loaded', async () => {
    serve(anyAssessment(), { '/assessments/a1': new Problem('not-there', 404) })

    const { root } = await openQuestion('A.1.a')

    expect(root.textContent).toContain('Data tidak ditemukan')
  })
})

describe('the questions of a sheet', () => {
  const items = itemsOf(anyInstrument())

  it('come in the order of the areas, with the points of a full answer', () => {
    expect(items.map((it) => [it.code, it.most])).toEqual([
      ['A.1.a', 30],
      ['A.1.b', 30],
      ['B.1', 40],
    ])
  })

  it('are found by words and by what is missing', () => {
    const marks = {
      blank: new Set(['B.1']),
      unproven: new Set<string>(),
      returned: new Set<string>(),
    }

    expect(matching(items, 'target rencana', 'all', marks).map((it) => it.code)).toEqual(['A.1.a'])
    expect(matching(items, '', 'blank', marks).map((it) => it.code)).toEqual(['B.1'])
  })

  it('are open to an area coordinator in the own areas only', () => {
    const roles = [{ role: 'AREA_COORDINATOR' as const, unitId: 'u1', areas: ['hasil'] }]

    expect(items.map((it) => isOpen(anyAssessment(), it, roles))).toEqual([false, false, true])
  })
})

describe('submitting', () => {
  const check = {
    blank: [{ code: 'B.1', label: 'Survei anti korupsi' }],
    unproven: [{ code: 'A.1.b', label: 'Agen membuat perubahan' }],
    warnings: [],
    ready: false,
  }

  it('lists what is missing, asks, and shows the locked sheet afterwards', async () => {
    serve(anyAssessment(), { '/assessments/a1/submission-check': check })
    const post = vi
      .spyOn(api, 'post')
      .mockResolvedValue(anyAssessment({ stage: 'SUBMITTED', may: ['SEE_ASSESSMENT'] }))
    const { root } = await render(SubmissionPage, { assessmentId: 'a1' })

    expect(root.textContent).toContain('2 hal belum lengkap')
    expect(root.querySelector('a[href="/lembar/a1/B.1"]')).not.toBeNull()
    expect(buttonNamed('Kirim ke TPI').disabled).toBe(true)
    expect(await accessibilityFaults()).toEqual([])

    await click(root.querySelector('input[type=checkbox]')!)
    await click(buttonNamed('Kirim ke TPI'))
    await click(buttonNamed('Kirim ke TPI', document.querySelector('dialog')!))

    expect(post).toHaveBeenCalledWith('/assessments/a1/submission', { acceptGaps: true })
    expect(root.textContent).toContain('sudah dikirim dan terkunci')
    expect(await accessibilityFaults()).toEqual([])
  })
})

describe('the list of sheets', () => {
  it('offers to begin where a unit has no sheet in a period', async () => {
    vi.spyOn(api, 'all').mockResolvedValue([anySummary()])
    vi.spyOn(api, 'get').mockImplementation(
      serverWith({
        '/periods': [
          { id: 'p1', name: 'Periode 2026' },
          { id: 'p2', name: 'Periode 2027', unitDeadline: '2027-03-31' },
        ],
      }),
    )
    const post = vi.spyOn(api, 'post').mockResolvedValue(anyAssessment({ id: 'a9' }))
    const { root, router } = await render(SheetsPage)

    expect(root.textContent).toContain('Bagian Organisasi')
    expect(await accessibilityFaults()).toEqual([])

    await click(buttonNamed('Mulai mengisi'))

    expect(post).toHaveBeenCalledWith('/assessments', { unitId: 'u1', periodId: 'p2' })
    expect(router.currentRoute.value.path).toBe('/lembar/a9')
  })
})

const offer: Offer = {
  match: 'FULL',
  evidence: anyEvidence({
    id: 'e7',
    title: 'SK Pakta Integritas',
    links: [{ assessmentId: 'a2', code: 'P.1.a', direct: true, activityIds: [] }],
  }),
  uses: [
    {
      assessmentId: 'a2',
      instrument: 'Zona Integritas 60/2012',
      period: 'Periode 2025',
      code: 'P.1.a',
      label: 'Pakta integritas ditandatangani',
      match: 'FULL',
    },
  ],
  isDismissed: false,
}

describe('evidence of another instrument', () => {
  it('is offered beside the question and taken with one click', async () => {
    serve(anyAssessment(), { '/evidence/offers': [offer] })
    const taken = { ...offer.evidence, links: [{ assessmentId: 'a1', code: 'A.1.b' }] }
    const put = vi.spyOn(api, 'put').mockResolvedValue(taken)
    const { root } = await openQuestion('A.1.b')

    expect(root.textContent).toContain('Ditawarkan dari Zona Integritas 60/2012 P.1.a')
    expect(root.textContent).toContain('cocok penuh')
    expect(await accessibilityFaults()).toEqual([])

    await click(buttonNamed('Pakai: SK Pakta Integritas', root))

    expect(put).toHaveBeenCalledWith('/evidence/e7/links/a1/A.1.b')
  })

  it('comes first where evidence is picked', async () => {
    serve(anyAssessment(), {
      '/evidence/offers': [offer],
      '/evidence': { items: [anyEvidence()], next: null },
    })
    const { root } = await openQuestion('A.1.b')

    await click(buttonNamed('pakai bukti yang sudah ada', root))

    const titles = [...document.querySelectorAll('dialog .title')].map((it) => it.textContent)
    expect(titles).toEqual(['SK Pakta Integritas', 'Rencana Aksi ZI 2026'])
    expect(await accessibilityFaults()).toEqual([])
  })

  it('is not offered where nothing may be changed', async () => {
    const get = vi.spyOn(api, 'get')
    serve(anyAssessment({ stage: 'SUBMITTED', may: ['SEE_ASSESSMENT'] }))

    await openQuestion('A.1.b')

    expect(get).not.toHaveBeenCalledWith('/evidence/offers', expect.anything())
  })
})

describe('two instruments side by side', () => {
  const crosswalk: Crosswalk = {
    from: { id: 'lama', version: '1' },
    to: { id: 'contoh', version: '1' },
    note: 'Tetap harus dinilai sendiri.',
    pairs: [
      { from: 'A.1', to: ['A.1.b', 'B'], match: 'PARTIAL', note: null },
      { from: 'B.1', to: [], match: 'NONE', note: 'Tercermin dalam prasyarat' },
      { from: 'Z', to: ['B'], match: 'FULL', note: null },
    ],
  }
  const old = { id: 'lama', version: '1', title: 'Instrumen lama', hash: 'cd' }
  const totals = (strict: string) => ({ TOTAL: strict })

  function serveBoth(sheets = [anySummary(), anySummary({ id: 'a2', instrument: old })]) {
    vi.spyOn(api, 'all').mockResolvedValue(sheets)
    serve(anyAssessment(), {
      '/crosswalks': [crosswalk],
      '/assessments/a2': anyAssessment({
        id: 'a2',
        instrument: old,
        scores: { official: totals('50'), strict: totals('40'), best: totals('60') },
      }),
      '/instruments/lama/1': { ...anyInstrument(), id: 'lama', title: 'Instrumen lama' },
      '/assessments/a2/evidence': [{ code: 'A.1.a', evidence: [anyEvidence({ id: 'e2' })] }],
    })
  }

  it('keeps both totals apart and shows answers and documents of each pair', async () => {
    serveBoth()

    const { root } = await render(PairsPage)
    await settle()

    const said = (root.textContent ?? '').replace(/\s+/g, ' ')
    expect(said).toContain('40,00')
    expect(said).toContain('15,00')
    expect(said).not.toContain('55,00')
    expect(said).toContain('tidak dijumlahkan')
    expect(said).toContain('1 dari 2 dijawab')
    expect(said).toContain('cocok sebagian')
    expect(said).toContain('bukti baru di satu sisi')
    expect(said).toContain('Tercermin dalam prasyarat')
    expect(root.querySelectorAll('tbody > tr')).toHaveLength(2)
    expect(await accessibilityFaults()).toEqual([])
  })

  it('narrows to the pairs that wait for evidence', async () => {
    serveBoth()
    const { root } = await render(PairsPage)
    await settle()

    await type(root.querySelector('select')!, 'oneSided')

    expect(root.querySelectorAll('tbody > tr')).toHaveLength(1)
  })

  it('says so when a unit fills in one instrument only', async () => {
    serveBoth([anySummary()])

    const { root } = await render(PairsPage)

    expect(root.textContent).toContain('Belum ada dua lembar')
    expect(await accessibilityFaults()).toEqual([])
  })
})
