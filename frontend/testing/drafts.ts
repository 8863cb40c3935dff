import type { InstrumentDraft } from '../src/api/types'

/** A small draft with every kind of thing that an instrument holds. */
export function anyDraft(changes: Partial<InstrumentDraft> = {}): InstrumentDraft {
  return {
    id: 'd1',
    revision: 3,
    basedOn: { id: 'contoh', version: '1' },
    source: anySource(),
    problems: [],
    examples: [{ id: 'semua', title: 'Semua terisi', ok: true, failures: [] }],
    publishable: true,
    updatedAt: '2026-11-20T02:41:00Z',
    updatedBy: { id: 'x', name: 'Rina' },
    ...changes,
  }
}

export function anySource() {
  return {
    schema: 1,
    id: 'contoh',
    version: '1.1',
    title: { id: 'Checklist contoh', en: 'Sample checklist' },
    regulation: { name: 'Peraturan contoh', year: 2026, inForce: true, sources: ['Naskah'] },
    answerTypes: {
      'yes-no': {
        kind: 'choice',
        choices: [
          { value: 'Ya', score: '1' },
          { value: 'Tidak', score: '0' },
        ],
      },
      indeks: { kind: 'number', unit: 'index', min: '0', max: '4', decimals: 2, scale: '4' },
      daftar: { kind: 'checklist', items: [{ value: 'a', label: { id: 'Ada' } }] },
    },
    tree: [
      {
        code: 'A',
        label: { id: 'Proses' },
        weight: '5',
        rule: 'sum',
        children: [
          {
            code: 'A.1',
            label: { id: 'Tim kerja' },
            weight: '2',
            rule: 'mean',
            questions: [
              {
                code: 'A.1.a',
                label: { id: 'Tim kerja sudah dibentuk' },
                type: 'yes-no',
                choices: { Ya: 'Sudah dibentuk', Tidak: 'Belum dibentuk' },
                guidance: { id: 'Lihat SK.' },
                evidence: ['SK tim kerja'],
                confidentiality: 'internal',
              },
              {
                code: 'A.1.b',
                label: { id: 'Agen membuat perubahan' },
                type: 'ratio',
                ratio: { rule: 'share', of: 'changes', per: ['agents'], cap: '1', whenZero: '0' },
                counts: { agents: { id: 'Jumlah agen' }, changes: { id: 'Jumlah perubahan' } },
                checks: [{ atMost: ['changes', ['agents']], message: { id: 'Terlalu banyak.' } }],
                guidance: { id: 'Hitung dari laporan.' },
                evidence: ['Laporan'],
                confidentiality: 'internal',
              },
            ],
          },
          {
            code: 'A.2',
            label: { id: 'Survei' },
            weight: '3',
            rule: 'sum',
            questions: [
              {
                code: 'A.2.a',
                label: { id: 'Indeks survei' },
                weight: '3',
                type: 'indeks',
                guidance: { id: 'Dari survei.' },
                evidence: ['Laporan survei'],
                confidentiality: 'public',
              },
            ],
          },
        ],
      },
    ],
    files: [],
    areas: [{ code: '1', label: { id: 'Area 1' }, nodes: ['A.1', 'A.2'] }],
    gates: {
      wbk: [
        {
          id: 'total',
          label: { id: 'Nilai total' },
          measure: { points: ['TOTAL'] },
          atLeast: '3.5',
        },
        { id: 'tim', label: { id: 'Tim' }, measure: { percent: ['A.1'] }, atLeast: null },
      ],
      wbbm: [],
    },
    preconditions: {
      wbk: [
        {
          id: 'opini',
          label: { id: 'Opini BPK' },
          kind: 'choice',
          choices: ['WTP', 'WDP'],
          accepted: ['WTP'],
          source: { id: 'Pengumuman' },
        },
      ],
      wbbm: [],
    },
    examples: [
      {
        id: 'semua',
        title: { id: 'Semua terisi' },
        answers: { 'A.1.a': 'Ya', 'A.1.b': 'agents=2;changes=1', 'A.2.a': '4' },
        expect: {
          view: 'strict',
          scores: { 'A.1': '1.5', TOTAL: '4.5' },
          gates: { wbk: { total: true } },
        },
      },
    ],
  }
}
