import type {
  Conversation,
  ConversationLine,
  Finding,
  Me,
  PlannedWork,
  Programme,
  ProgrammeProgress,
  TalkMessage,
} from '../src/api/types'

/** What unit and assessors do together: conversations, findings, and the plan of the year. */

export function anyMessage(changes: Partial<TalkMessage> = {}): TalkMessage {
  return {
    id: 'm1',
    by: { id: 'p8', name: 'Budi Santoso' },
    side: 'TPI',
    at: '2026-11-20T02:41:00Z',
    text: 'Di mana SK Tim Kerja?',
    mentions: [],
    revision: 1,
    editedAt: null,
    removed: false,
    may: [],
    ...changes,
  }
}

export function anyConversation(changes: Partial<Conversation> = {}): Conversation {
  return {
    id: 'c1',
    assessmentId: 'a1',
    unitId: 'u1',
    code: 'A.1.a',
    label: 'Rencana memuat target',
    state: 'OPEN',
    messages: [anyMessage()],
    revision: 1,
    waitsForMe: true,
    may: ['WRITE'],
    ...changes,
  }
}

export function anyConversationLine(changes: Partial<ConversationLine> = {}): ConversationLine {
  return {
    id: 'c1',
    assessmentId: 'a1',
    unitId: 'u1',
    unitName: 'Bagian Organisasi',
    instrument: 'Instrumen contoh',
    period: 'Periode 2026',
    stage: 'UNDER_REVIEW',
    code: 'A.1.a',
    label: 'Rencana memuat target',
    state: 'OPEN',
    side: 'TPI',
    startedBy: { id: 'p8', name: 'Budi Santoso' },
    first: 'Di mana SK Tim Kerja?',
    lastBy: { id: 'p8', name: 'Budi Santoso' },
    last: 'Di mana SK Tim Kerja?',
    lastAt: '2026-11-20T02:41:00Z',
    messages: 1,
    waitsForMe: true,
    ...changes,
  }
}

export function anyFinding(changes: Partial<Finding> = {}): Finding {
  return {
    id: 'f1',
    assessmentId: 'a1',
    unitId: 'u1',
    unitName: 'Bagian Organisasi',
    instrument: 'Instrumen contoh',
    period: 'Periode 2026',
    year: 2026,
    code: 'A.1.a',
    label: 'Rencana memuat target',
    text: 'Hasil monev belum ditindaklanjuti',
    recommendation: 'Susun matriks tindak lanjut',
    severity: 'MEDIUM',
    state: 'OPEN',
    plan: null,
    decision: null,
    recordedBy: { id: 'p9', name: 'Dewi Lestari' },
    recordedAt: '2026-11-20T02:41:00Z',
    isLate: false,
    revision: 1,
    may: ['PLAN'],
    ...changes,
  }
}

export function anyPlan(): NonNullable<Finding['plan']> {
  return {
    action: 'Menyusun matriks tindak lanjut',
    ownerId: null,
    owner: 'Kasubag Umum',
    due: '2026-12-15',
    progress: 'Draf selesai',
    evidence: [{ id: 'e1', title: 'Matriks tindak lanjut' }],
    withheld: 0,
    by: { id: 'p1', name: 'Sari Wulandari' },
    at: '2026-11-21T02:41:00Z',
  }
}

export function anyWork(changes: Partial<PlannedWork> = {}): PlannedWork {
  return {
    id: 'w1',
    unitId: 'u1',
    year: 2026,
    title: 'Monev rencana aksi',
    periodId: 'p1',
    area: '1',
    areaLabel: '1 Manajemen Perubahan',
    month: null,
    personId: null,
    person: 'Kasubag Umum',
    questions: [{ code: 'A.1.a', label: 'Rencana memuat target' }],
    output: 'Laporan monev',
    activities: [],
    quarters: [
      { quarter: 1, state: 'LATE', note: null, doneBy: null, doneAt: null },
      {
        quarter: 3,
        state: 'DONE',
        note: 'Rapat 12 September',
        doneBy: { id: 'p1', name: 'Sari Wulandari' },
        doneAt: '2026-09-12T02:41:00Z',
      },
    ],
    state: 'LATE',
    revision: 2,
    ...changes,
  }
}

export function anyProgramme(changes: Partial<Programme> = {}): Programme {
  return {
    unitId: 'u1',
    unitName: 'Bagian Organisasi',
    year: 2026,
    works: [anyWork()],
    mayChange: true,
    lastYear: 0,
    ...changes,
  }
}

export function anyProgress(changes: Partial<ProgrammeProgress> = {}): ProgrammeProgress {
  const none = { planned: 0, done: 0, late: 0 }
  return {
    unitId: 'u1',
    unitName: 'Bagian Organisasi',
    parentId: null,
    works: 1,
    done: 0,
    late: 1,
    quarters: [
      { quarter: 1, planned: 1, done: 0, late: 1 },
      { quarter: 2, ...none },
      { quarter: 3, planned: 1, done: 1, late: 0 },
      { quarter: 4, ...none },
    ],
    ...changes,
  }
}

export function someoneWith(role: Me['roles'][number]['role']): Me {
  return {
    id: 'p9',
    name: 'Dewi Lestari',
    email: 'dewi@contoh.example',
    institution: { id: 'i1', name: 'Kabupaten Contoh' },
    roles: [{ role, unitId: null, areas: [] }],
    homeUnitId: null,
    judgesUnits: true,
    language: 'id',
  }
}
