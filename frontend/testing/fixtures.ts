import type {
  Activity,
  Answer,
  Assessment,
  AssessmentSummary,
  CarryOverOffer,
  Evidence,
  EvidenceUses,
  Inquiry,
  Instrument,
  Me,
  SheetName,
  Preview,
  RejectedFile,
} from '../src/api/types'

/** A small instrument with every kind of question, and a sheet on it. */

const unit = { id: 'u1', name: 'Bagian Organisasi', shortName: 'Organisasi' }
const period = {
  id: 'p1',
  name: 'Periode 2026',
  year: 2026,
  opensOn: '2026-01-05',
  unitDeadline: '2099-12-15',
  reviewDeadline: '2100-01-20',
  nominationDeadline: '2100-05-31',
}

/** A period with nothing in its calendar but its four dates. */
export const plainCalendar = {
  rounds: [],
  repairDays: null,
  repairInWorkingDays: false,
  appealFrom: null,
  appealUntil: null,
  closesAutomatically: false,
  withController: false,
}

export function anyInstrument(): Instrument {
  return {
    id: 'contoh',
    version: '1',
    title: 'Instrumen contoh',
    regulation: { name: 'Contoh' },
    hash: 'ab',
    areas: [
      { code: '1', label: '1 Manajemen Perubahan', nodes: ['A.1'] },
      { code: 'hasil', label: 'Hasil', nodes: ['B'] },
    ],
    tree: [
      {
        code: 'A',
        label: 'Pengungkit',
        weight: '60',
        rule: 'sum',
        children: [
          {
            code: 'A.1',
            label: 'Manajemen Perubahan',
            weight: '60',
            rule: 'mean',
            children: [
              {
                code: 'A.1.a',
                label: 'Rencana memuat target',
                weight: null,
                guidance: 'Lihat rencana aksi.',
                evidence: ['Rencana aksi'],
                confidentiality: 'internal',
                type: {
                  kind: 'choice',
                  choices: [
                    { value: 'A', label: 'Semua relevan', score: '1' },
                    { value: 'B', label: 'Sebagian relevan', score: '0.5' },
                    { value: 'C', label: 'Tidak ada', score: '0' },
                  ],
                },
              },
              {
                code: 'A.1.b',
                label: 'Agen membuat perubahan',
                weight: null,
                type: {
                  kind: 'ratio',
                  rule: 'perubahan ÷ agen',
                  counts: [
                    { name: 'agents', label: 'Jumlah agen' },
                    { name: 'changes', label: 'Jumlah perubahan' },
                  ],
                  divisor: ['agents'],
                },
              },
            ],
          },
        ],
      },
      {
        code: 'B',
        label: 'Hasil',
        weight: '40',
        rule: 'sum',
        children: [
          {
            code: 'B.1',
            label: 'Survei anti korupsi',
            weight: '40',
            source: 'BPS',
            type: { kind: 'number', unit: 'index', min: '0', max: '4', decimals: 2 },
          },
        ],
      },
    ],
    gates: { wbk: [], wbbm: [] },
  }
}

export function anyAnswer(code: string, value: string | null, revision = 1): Answer {
  return { code, value, note: null, revision, by: { id: 'x', name: 'Sari' }, at: null }
}

export function anyAssessment(changes: Partial<Assessment> = {}): Assessment {
  const scores = { TOTAL: '15.000000', 'A.1.b': '22.500000' }
  return {
    id: 'a1',
    unit,
    period,
    instrument: { id: 'contoh', version: '1', title: 'Instrumen contoh', hash: 'ab' },
    stage: 'DRAFT',
    revision: 1,
    answers: [anyAnswer('A.1.a', 'B')],
    returned: [],
    openCodes: null,
    scores: { official: scores, strict: scores, best: { TOTAL: '85.000000' } },
    gates: {
      wbk: [
        {
          id: 'total',
          label: 'Nilai total',
          unit: 'points',
          required: '75',
          atLeast: true,
          actual: '15',
          met: false,
          missing: '60',
        },
      ],
      wbbm: [],
    },
    progress: [
      { area: '1', answered: 1, total: 2 },
      { area: 'hasil', answered: 0, total: 1 },
    ],
    warnings: [],
    history: [],
    may: ['SEE_ASSESSMENT', 'ANSWER', 'SUBMIT'],
    ...changes,
  } as Assessment
}

export function anySummary(changes: Partial<AssessmentSummary> = {}): AssessmentSummary {
  return {
    id: 'a1',
    unit,
    period: { id: 'p1', name: 'Periode 2026', year: 2026, unitDeadline: '2099-12-15' },
    instrument: { id: 'contoh', version: '1', title: 'Instrumen contoh' },
    stage: 'DRAFT',
    answered: 1,
    total: 3,
    scores: { official: '30', strict: '15', best: '85' },
    due: '2099-12-15',
    late: 0,
    updatedAt: '2026-11-20T02:41:00Z',
    ...changes,
  } as AssessmentSummary
}

export function anyEvidence(changes: Partial<Evidence> = {}): Evidence {
  return {
    id: 'e1',
    unitId: 'u1',
    title: 'Rencana Aksi ZI 2026',
    docType: 'plan',
    number: '065/112/ORG',
    documentDate: '2026-01-14',
    activityDate: null,
    periodFrom: null,
    periodUntil: null,
    signer: null,
    confidentiality: 'internal',
    note: null,
    validFrom: null,
    validUntil: null,
    readers: null,
    revision: 1,
    versions: [
      {
        number: 1,
        fileName: 'rencana.xlsx',
        size: 3_100_000,
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        sha256: '9f2c'.padEnd(64, '0'),
        state: 'AVAILABLE',
        reason: null,
        by: { id: 'x', name: 'Sari' },
        at: '2026-11-20T02:41:00Z',
      },
    ],
    links: [{ assessmentId: 'a1', code: 'A.1.a', direct: true, activityIds: [] }],
    warnings: [],
    may: ['SEE_EVIDENCE', 'CHANGE_EVIDENCE'],
    ...changes,
  } as Evidence
}

export function anySheetName(changes: Partial<SheetName> = {}): SheetName {
  return {
    assessmentId: 'a1',
    instrument: 'Instrumen contoh',
    period: 'Periode 2026',
    year: 2026,
    stage: 'DRAFT',
    ...changes,
  }
}

export function anyUses(): EvidenceUses {
  const sheet = anySheetName()
  return {
    questions: [
      { sheet, code: 'A.1.a', label: 'Rencana', direct: true, activities: [], mayUnlink: true },
      {
        sheet,
        code: 'A.1.b',
        label: 'Agen perubahan',
        direct: false,
        activities: [{ id: 'k1', title: 'Rapat tim' }],
        mayUnlink: false,
      },
    ],
    others: [{ kind: 'PRECONDITION', id: 'bpk-opinion', title: 'bpk-opinion' }],
  }
}

export function anyActivity(changes: Partial<Activity> = {}): Activity {
  const entry = {
    id: 'e1',
    title: 'Undangan rapat tim',
    fileName: 'undangan.pdf',
    day: '2026-03-10',
    state: 'AVAILABLE' as const,
    warnings: ['activity-dates-disagree'],
  }
  return {
    id: 'k1',
    unitId: 'u1',
    title: 'Rapat tim',
    date: '2026-03-10',
    until: null,
    place: 'Aula',
    note: null,
    revision: 1,
    slots: [
      { slot: 'INVITATION', evidence: [entry] },
      { slot: 'ATTENDANCE', evidence: [] },
      { slot: 'MINUTES', evidence: [] },
      { slot: 'PHOTOS', evidence: [] },
      { slot: 'REPORT', evidence: [] },
    ],
    missing: ['ATTENDANCE', 'MINUTES', 'PHOTOS', 'REPORT'],
    questions: [
      {
        sheet: anySheetName(),
        code: 'A.1.a',
        label: 'Rencana memuat target',
        isOpen: true,
        waiting: 1,
      },
    ],
    createdBy: { id: 'p1', name: 'Sari Wulandari' },
    createdAt: '2026-03-11T02:00:00Z',
    may: ['SEE_EVIDENCE', 'CHANGE_EVIDENCE'],
    ...changes,
  }
}

export function anyInquiry(changes: Partial<Inquiry> = {}): Inquiry {
  return {
    id: 'q1',
    unitId: 'u1',
    unitName: unit.name,
    sheet: anySheetName({ stage: 'UNDER_REVIEW' }),
    code: 'A.1.a',
    label: 'Rencana memuat target',
    text: 'SK Tim Kerja yang sudah ditandatangani',
    due: '2099-12-01',
    state: 'OPEN',
    askedBy: { id: 'p8', name: 'Budi Santoso' },
    askedAt: '2026-11-20T02:41:00Z',
    answer: null,
    lost: null,
    closedBy: null,
    closedAt: null,
    may: ['ANSWER'],
    ...changes,
  }
}

export function anyOffer(changes: Partial<CarryOverOffer> = {}): CarryOverOffer {
  return {
    code: 'A.1.a',
    label: 'Rencana memuat target',
    evidence: anyEvidence({ id: 'e9', title: 'SK Tim Kerja 2025', links: [] }),
    from: anySheetName({ assessmentId: 'a0', period: 'Periode 2025', year: 2025, stage: 'CLOSED' }),
    stale: false,
    isOpen: true,
    isDismissed: false,
    ...changes,
  }
}

export function anyCoordinator(): Me {
  return {
    id: 'p1',
    name: 'Sari Wulandari',
    email: 'sari@contoh.example',
    institution: { id: 'i1', name: 'Kabupaten Contoh' },
    roles: [{ role: 'UNIT_COORDINATOR', unitId: 'u1', unitName: unit.name, areas: [] }],
    homeUnitId: 'u1',
    judgesUnits: false,
    language: 'id',
  }
}

/** Answers the paths that a test names; everything else is not there. */
/** The inside of a workbook as the page shows it. */
export const anyPreview = (): Preview => ({
  sections: [
    {
      division: 'SHEET',
      name: 'Rencana',
      blocks: [{ text: null, heading: false, rows: [['Target prioritas']] }],
    },
  ],
  isCut: false,
})

export function anyRejectedFile(): RejectedFile {
  return {
    id: 'r1',
    unitId: unit.id,
    unitName: unit.name,
    fileName: 'laporan.docm',
    size: 2_000,
    sha256: 'cd'.repeat(32),
    by: { id: 'o1', name: 'Sari' },
    at: '2026-11-20T02:00:00Z',
    problem: 'type-refused',
    reason: 'macros',
  }
}

export function serverWith(replies: Record<string, unknown>) {
  return async (path: string): Promise<never> => {
    if (!(path in replies)) throw new Error(`No reply for ${path}`)
    const reply = replies[path]
    if (reply instanceof Error) throw reply
    return structuredClone(reply) as never
  }
}
