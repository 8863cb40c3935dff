import type { CheapestPath, Explanation, GateView } from '../src/api/types'

/** What explains the scores of the sheet of fixtures.ts, and what would lift it. */

export function anyGate(changes: Partial<GateView> = {}): GateView {
  return {
    id: 'total',
    label: 'Nilai total',
    unit: 'points',
    required: '75',
    atLeast: true,
    actual: '15.000000',
    met: false,
    missing: '60.000000',
    ...changes,
  }
}

export function anyExplanation(changes: Partial<Explanation> = {}): Explanation {
  const rule = 'rata-rata isinya × bobot; yang kosong dihitung 0'
  const left = { points: '0.000000', counted: false }
  return {
    voice: 'UNIT',
    unit: { id: 'u1', name: 'Bagian Organisasi', shortName: 'Organisasi' },
    period: { id: 'p1', name: 'Periode 2026', year: 2026 },
    instrument: { id: 'contoh', version: '1', title: 'Instrumen contoh', hash: 'ab12cd' },
    code: 'A.1',
    label: 'Manajemen Perubahan',
    weight: '60',
    note: null,
    path: [
      { code: 'TOTAL', label: null },
      { code: 'A', label: 'Pengungkit' },
    ],
    views: {
      strict: { points: '15.000000', rule, formula: '(0.5 + 0) ÷ 2 × 60 = 15' },
      official: { points: '30.000000', rule, formula: '(0.5) ÷ 1 × 60 = 30' },
      best: { points: '45.000000', rule, formula: '(0.5 + 1) ÷ 2 × 60 = 45' },
    },
    parts: [
      {
        code: 'A.1.a',
        label: 'Rencana memuat target',
        weight: null,
        strict: { points: '15.000000', counted: true },
        official: { points: '30.000000', counted: true },
        best: { points: '15.000000', counted: true },
      },
      {
        code: 'A.1.b',
        label: 'Agen membuat perubahan',
        weight: null,
        strict: { points: '0.000000', counted: true },
        official: left,
        best: { points: '30.000000', counted: true },
      },
    ],
    inputs: [
      {
        code: 'A.1.a',
        label: 'Rencana memuat target',
        value: 'B',
        worth: '0.500000',
        capacity: null,
        note: 'lihat SK',
        by: { id: 'x', name: 'Sari Wulandari' },
        at: '2026-11-20T02:41:00Z',
      },
    ],
    questions: 2,
    counts: [],
    gates: [{ award: 'wbk', through: 'TOTAL', gate: anyGate() }],
    answersRevision: 7,
    computedAt: '2026-11-24T02:41:00Z',
    ...changes,
  }
}

export function anyPath(changes: Partial<CheapestPath> = {}): CheapestPath {
  return {
    award: 'wbk',
    outcome: 'FOUND',
    strict: '15.000000',
    gain: '60.000000',
    steps: 5,
    improvements: [
      {
        code: 'A.1.a',
        label: 'Rencana memuat target',
        from: 'B',
        to: 'A',
        worth: '1.000000',
        steps: 1,
        gain: '15.000000',
        alternatives: [{ code: 'B.1', label: 'Survei anti korupsi' }],
      },
      {
        code: 'A.1.b',
        label: 'Agen membuat perubahan',
        from: null,
        to: 'agents=100;changes=75',
        worth: '0.750000',
        steps: 4,
        gain: '45.000000',
        alternatives: [],
      },
    ],
    unreachable: [],
    unset: [],
    ...changes,
  }
}
