import type { Me, ReadinessRow, Review, ReviewSummary, Verdict } from '../src/api/types'

/** What assessors and leadership get from the server, on the sheet of fixtures.ts. */

const unit = { id: 'u1', name: 'Bagian Organisasi', shortName: 'Organisasi' }

export function anyLead(): Me {
  return {
    id: 'p9',
    name: 'Ratna Dewi',
    email: 'ratna@contoh.example',
    institution: { id: 'i1', name: 'Kabupaten Contoh' },
    roles: [{ role: 'TPI_LEAD', unitId: null, unitName: null, areas: [] }],
    homeUnitId: 'u7',
    judgesUnits: true,
    language: 'id',
  }
}

export function withRoles(...roles: Me['roles'][number]['role'][]): Me {
  const held = roles.map((role) => ({ role, unitId: null, unitName: null, areas: [] }))
  return { ...anyLead(), roles: held }
}

export function anyVerdict(code: string, value: string | null, changes: Partial<Verdict> = {}) {
  const at = '2026-11-20T02:41:00Z'
  return { code, value, remark: null, stale: false, at, revision: 1, ...changes }
}

export function anyReview(changes: Partial<Review> = {}): Review {
  return {
    stage: 'UNDER_REVIEW',
    voices: [
      {
        voice: 'MEMBER',
        person: { id: 'p8', name: 'Budi Santoso' },
        mine: false,
        verdicts: [anyVerdict('A.1.a', 'C', { remark: 'Hanya 1 dari 5 yang relevan' })],
      },
    ],
    myVoice: 'LEAD',
    effective: [{ code: 'A.1.a', value: 'C', voice: 'MEMBER' }],
    scores: { official: { TOTAL: '10' }, strict: { TOTAL: '12.5' }, best: { TOTAL: '80' } },
    gates: { wbk: [], wbbm: [] },
    disagreements: [{ code: 'A.1.a', unit: 'B', tpi: 'C', cost: '0.166667' }],
    marks: [],
    judged: 1,
    total: 2,
    notJudged: ['A.1.b'],
    may: ['SEE_REVIEW', 'JUDGE', 'RETURN', 'ACCEPT'],
    ...changes,
  }
}

export function anySubmission(changes: Partial<ReviewSummary> = {}): ReviewSummary {
  return {
    assessmentId: 'a1',
    unit,
    period: { id: 'p1', name: 'Periode 2026', year: 2026 },
    instrument: { id: 'contoh', version: '1', title: 'Instrumen contoh' },
    stage: 'SUBMITTED',
    submittedAt: '2026-11-18T02:41:00Z',
    due: '2099-12-20',
    judged: 0,
    total: 2,
    myRoles: ['TPI_LEAD'],
    scores: { official: '30', strict: '15', best: '85' },
    tpi: null,
    ...changes,
  }
}

export function anyRow(name: string, changes: Partial<ReadinessRow> = {}): ReadinessRow {
  return {
    unit: { id: name, name: `Kecamatan ${name}`, shortName: name },
    parentId: null,
    assessmentId: `a-${name}`,
    stage: 'ACCEPTED',
    scores: { official: '80', strict: '78', best: '88' },
    tpi: { official: '79', strict: '78', best: '80' },
    basis: 'TPI',
    areas: [
      {
        code: '1',
        label: '1 Manajemen Perubahan',
        percent: '88',
        tone: 'ok',
        wbk: '60',
        wbbm: '75',
      },
      { code: '2', label: '2 Tatalaksana', percent: '58', tone: 'missing', wbk: '60', wbbm: '75' },
      { code: 'hasil', label: 'Hasil', percent: '70', tone: null, wbk: null, wbbm: null },
    ],
    wbk: { ready: true, missing: [], unset: 0, preconditions: [] },
    wbbm: { ready: false, missing: [anyGap('Nilai total')], unset: 0, preconditions: [] },
    answered: 3,
    total: 3,
    lateDays: 0,
    ...changes,
  }
}

export const anyGap = (label: string) => ({
  id: label,
  label,
  missing: '2',
  text: `${label}: kurang 2,00`,
})
