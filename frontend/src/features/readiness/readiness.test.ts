import { beforeEach, describe, expect, it, vi } from 'vitest'
import { anyAssessment, anyInstrument, plainCalendar, serverWith } from '../../../testing/fixtures'
import { accessibilityFaults, buttonNamed, click, render, type } from '../../../testing/render'
import { anyGap, anyRow, withRoles } from '../../../testing/reviews'
import { api } from '../../api/client'
import { welcome } from '../../api/session'
import type { Period, Readiness, ReadinessRow } from '../../api/types'
import ReadinessPage from './ReadinessPage.vue'
import { headlineOf, narrowed, nearestToWbbm, ordered, stumblingBlocks } from './standing'
import UnitReadinessPage from './UnitReadinessPage.vue'

const period: Period = {
  id: 'p1',
  name: 'Periode 2026',
  year: 2026,
  instrumentId: 'contoh',
  instrumentVersion: '1',
  instrumentTitle: 'Instrumen contoh',
  opensOn: '2026-01-05',
  unitDeadline: '2026-11-20',
  reviewDeadline: '2026-12-20',
  nominationDeadline: '2099-05-31',
  ...plainCalendar,
  revision: 1,
}
const ready = anyRow('Utara')
const near = anyRow('Selatan', {
  tpi: null,
  basis: 'UNIT',
  wbk: { ready: false, missing: [anyGap('Survei Anti Korupsi')], unset: 0, preconditions: [] },
})
const late = anyRow('Timur', {
  stage: 'DRAFT',
  scores: { official: '36', strict: '20', best: '80' },
  tpi: null,
  lateDays: 6,
  wbk: {
    ready: false,
    missing: [anyGap('Nilai total'), anyGap('Area 2')],
    unset: 0,
    preconditions: [],
  },
  wbbm: {
    ready: false,
    missing: [anyGap('Nilai total'), anyGap('Area 2')],
    unset: 0,
    preconditions: [],
  },
})
const notBegun = anyRow('Barat', {
  assessmentId: null,
  stage: null,
  scores: null,
  tpi: null,
  areas: [],
  wbk: null,
  wbbm: null,
  answered: 0,
  total: 0,
})
const rows = [late, notBegun, near, ready]

function readinessOf(
  units: ReadinessRow[],
  changes: Partial<Readiness['headline']> = {},
): Readiness {
  return {
    period,
    asOf: '2026-11-23T02:40:00Z',
    headline: { readyWbk: 1, oneShortWbk: 1, readyWbbm: 0, late: 1, ...changes },
    units,
    blockers: [{ gate: 's', label: 'Survei Anti Korupsi', units: 7 }],
    evidence: { available: 1284, unavailable: 1, expiring: 37, expired: 2, bytes: 3_100_000 },
  }
}

function serve(readiness: Readiness | null) {
  const instrument = anyInstrument()
  instrument.gates.wbk = [
    { id: 'total', label: 'Nilai total', unit: 'points', required: '75', atLeast: true },
  ]
  vi.spyOn(api, 'get').mockImplementation(
    serverWith({
      '/periods': readiness ? [period] : [],
      '/readiness': readiness,
      '/instruments/contoh/1': instrument,
    }),
  )
}

beforeEach(() => welcome(withRoles('LEADERSHIP')))

describe('the sentence', () => {
  it.each([
    [{ readyWbk: 2 }, 'Dua unit siap diusulkan WBK hari ini'],
    [{ readyWbk: 14 }, '14 unit siap diusulkan WBK hari ini'],
    [{ readyWbk: 0, oneShortWbk: 3 }, 'Belum ada unit yang siap WBK; tiga kurang satu syarat'],
    [{ readyWbk: 0, oneShortWbk: 0 }, 'Belum ada unit yang siap diusulkan WBK'],
  ])('says the answer for %o', (head, sentence) => {
    expect(headlineOf(readinessOf(rows, head))).toBe(sentence)
  })

  it('calls nobody ready or unready while thresholds are unset', () => {
    const unknown = anyRow('Utara', {
      wbk: { ready: null, missing: [], unset: 9, preconditions: [] },
    })

    const sentence = headlineOf(readinessOf([unknown], { readyWbk: 0, oneShortWbk: 0 }))

    expect(sentence).toBe('Kesiapan belum dapat dinilai')
  })
})

describe('the list of units', () => {
  const names = (list: ReadinessRow[]) => list.map((it) => it.unit.shortName)

  it('begins with what is ready and ends with what has not begun', () => {
    expect(names(ordered(rows, 'missing', false))).toEqual(['Utara', 'Selatan', 'Timur', 'Barat'])
    expect(names(ordered(rows, 'unit', false))).toEqual(['Barat', 'Selatan', 'Timur', 'Utara'])
  })

  it('is narrowed by situation, stage and words', () => {
    const all = { words: '', show: 'all', stage: 'all' } as const
    expect(names(narrowed(rows, { ...all, show: 'near' }))).toEqual(['Selatan'])
    expect(names(narrowed(rows, { ...all, show: 'late' }))).toEqual(['Timur'])
    expect(names(narrowed(rows, { ...all, show: 'notBegun' }))).toEqual(['Barat'])
    expect(names(narrowed(rows, { ...all, stage: 'DRAFT' }))).toEqual(['Timur'])
    expect(names(narrowed(rows, { ...all, words: 'utara' }))).toEqual(['Utara'])
  })

  it('counts a precondition like a gate, and says when it is only not recorded', () => {
    const one = { id: 'p', label: 'Temuan', recorded: true, text: 'Temuan: Tidak; syaratnya Ya' }
    const unmet = anyRow('Tengah', {
      wbk: { ready: false, missing: [], unset: 0, preconditions: [one] },
    })
    const open = [1, 2].map((it) => ({ ...one, id: `${it}`, recorded: false }))
    const notRecorded = anyRow('Pinggir', {
      wbk: { ready: null, missing: [], unset: 0, preconditions: open },
    })

    expect(
      names(narrowed([unmet, notRecorded], { words: '', show: 'near', stage: 'all' })),
    ).toEqual(['Tengah'])
    expect(stumblingBlocks([unmet, notRecorded])).toEqual([{ label: 'Temuan', units: 1 }])
    expect(names(ordered([notRecorded, unmet, ready], 'missing', false))).toEqual([
      'Utara',
      'Tengah',
      'Pinggir',
    ])
  })

  it('knows at which gate the nearly ready stumble, and who is nearest to WBBM', () => {
    expect(stumblingBlocks(rows)).toEqual([{ label: 'Survei Anti Korupsi', units: 1 }])
    expect(nearestToWbbm(rows)?.unit.shortName).toBe('Selatan')
  })
})

describe('the readiness page', () => {
  it('proves its sentence with figures, a table and a chart', async () => {
    serve(readinessOf(rows))

    const { root } = await render(ReadinessPage)

    expect(root.querySelector('h1')?.textContent).toBe('Satu unit siap diusulkan WBK hari ini')
    expect(root.textContent).toContain('1 tersandung Survei Anti Korupsi')
    expect(root.textContent).toContain('Timur, 6 hari')
    expect(root.textContent).toContain('2 Tatalaksana: 58%, di bawah ambang WBK')
    expect(root.textContent).toContain('7 unit')
    expect(root.textContent).toContain('1.284')
    expect(root.querySelector('svg')?.getAttribute('aria-label')).toContain('WBK 75')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('sorts by a column and says so', async () => {
    serve(readinessOf(rows))
    const { root } = await render(ReadinessPage)

    await click(buttonNamed(/^Unit kerja/))

    const first = root.querySelector('tbody th')
    expect(first?.textContent).toContain('Barat')
    expect(root.querySelector('thead th')?.getAttribute('aria-sort')).toBe('ascending')
  })

  it('offers the way back when no unit matches', async () => {
    serve(readinessOf(rows))
    const { root } = await render(ReadinessPage)

    await type(root.querySelector('input[type=search]')!, 'tidak ada')
    expect(root.textContent).toContain('Tidak ada unit yang cocok')
    await click(buttonNamed('Tampilkan semua'))

    expect(root.querySelectorAll('table')[0]?.textContent).toContain('Utara')
  })

  it('says of a unit that only records of preconditions are missing', async () => {
    const open = { id: 'p', label: 'Temuan', recorded: false, text: 'Temuan: belum dicatat' }
    const waiting = anyRow('Tengah', {
      wbk: { ready: null, missing: [], unset: 0, preconditions: [open] },
    })
    serve(readinessOf([waiting], { readyWbk: 0, oneShortWbk: 1 }))

    const { root } = await render(ReadinessPage)

    expect(root.querySelector('tbody')?.textContent).toContain('1 prasyarat belum dicatat')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('says what to do before the first period', async () => {
    serve(null)

    const { root } = await render(ReadinessPage)

    expect(root.querySelector('h1')?.textContent).toBe('Belum ada periode penilaian')
    expect(await accessibilityFaults()).toEqual([])
  })
})

describe('the page of one unit', () => {
  it('holds areas and gates against the thresholds', async () => {
    const gate = {
      id: 'total',
      label: 'Nilai total',
      unit: 'points',
      required: '75',
      atLeast: true,
      actual: '72.1',
      met: false,
      missing: '2.9',
    }
    const opinion = {
      id: 'opinion',
      label: 'Opini',
      scope: 'institution',
      required: 'WTP',
      actual: 'WTP',
      met: true,
      missing: null,
      source: null,
      verified: true,
      number: '12/LHP/2026',
      date: '2026-05-20',
      note: null,
      evidenceId: null,
      by: 'Dian',
      at: '2026-06-01T02:00:00Z',
    }
    const findings = {
      ...opinion,
      id: 'findings',
      label: 'Temuan ditindaklanjuti',
      scope: 'unit',
      required: 'Ya',
      actual: null,
      met: null,
      missing: 'belum dicatat',
    }
    const unset = { ...gate, id: 'x', label: 'Survei', required: null, met: null, missing: null }
    const history = [
      {
        at: '2026-01-10T02:00:00Z',
        by: { id: 'p', name: 'Sari' },
        from: null,
        to: 'DRAFT' as const,
        step: null,
        reason: null,
        letterNumber: null,
        letterDate: null,
        due: null,
        award: null,
        year: null,
        result: null,
        evidenceId: null,
      },
    ]
    vi.spyOn(api, 'get').mockImplementation(
      serverWith({
        '/readiness/units/Selatan': {
          period,
          row: near,
          instrument: { id: 'contoh', version: '1', title: 'Instrumen contoh' },
          gates: { wbk: [gate, unset], wbbm: [] },
          preconditions: { wbk: [opinion, findings], wbbm: [] },
        },
        '/assessments/a-Selatan': anyAssessment(),
        '/assessments/a-Selatan/steps': { stage: 'DRAFT', revision: 1, steps: [], history },
      }),
    )

    const { root } = await render(UnitReadinessPage, { unitId: 'Selatan' })

    expect(root.querySelector('h1')?.textContent).toBe(
      'Kecamatan Selatan kurang 1 syarat menuju WBK',
    )
    expect(root.textContent).toContain('2,90')
    expect(root.textContent).toContain('ambang belum ditetapkan')
    expect(root.textContent).toContain('Lembar dimulai')
    expect(root.textContent).toContain('Prasyarat WBK')
    expect(root.textContent).toContain('1 dari 2 terpenuhi')
    expect(root.textContent).toContain('No. 12/LHP/2026')
    expect(root.textContent).toContain('belum dicatat')
    expect(root.textContent).not.toContain('Prasyarat WBBM')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('says that a unit has not begun', async () => {
    vi.spyOn(api, 'get').mockImplementation(
      serverWith({
        '/readiness/units/Barat': {
          period,
          row: notBegun,
          instrument: null,
          gates: null,
          preconditions: { wbk: [], wbbm: [] },
        },
      }),
    )

    const { root } = await render(UnitReadinessPage, { unitId: 'Barat' })

    expect(root.querySelector('h1')?.textContent).toBe('Kecamatan Barat belum mulai mengisi')
  })
})
