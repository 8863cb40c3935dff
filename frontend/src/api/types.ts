/** What the server sends and takes. Points travel as decimal strings; dates as ISO 8601. */

export type Uuid = string
/** A decimal number as text, exact as the server computed it. */
export type Decimal = string
/** A calendar day, `2026-01-14`. */
export type Day = string
/** A moment, `2026-01-14T02:41:00Z`. */
export type Instant = string

export type Role =
  | 'UNIT_COORDINATOR'
  | 'AREA_COORDINATOR'
  | 'TPI_MEMBER'
  | 'TPI_LEAD'
  | 'TPI_CONTROLLER'
  | 'INSTITUTION_ADMIN'
  | 'LEADERSHIP'

export type Stage =
  | 'DRAFT'
  | 'SUBMITTED'
  | 'UNDER_REVIEW'
  | 'WITH_LEAD'
  | 'WITH_CONTROLLER'
  | 'RETURNED'
  | 'ACCEPTED'
  | 'CLOSED'
  | 'NOMINATED'
  | 'SELECTION_PASSED'
  | 'SELECTION_NOTED'
  | 'SELECTION_FAILED'
  | 'APPEALED'
  | 'DESK_EVALUATION'
  | 'FIELD_EVALUATION'
  | 'AWARDED'
  | 'NOT_AWARDED'
  | 'MONITORED'
  | 'EXTENDED'
  | 'REVOKED'

export type Award = 'wbk' | 'wbbm'

export interface Page<T> {
  items: T[]
  next: string | null
}

export interface Named {
  id: Uuid
  name: string
}

/* Who and where */

export interface Configuration {
  issuer: string
  clientId: string
  demo: boolean
  malwareScan: boolean
  localAccounts: boolean
  maxUploadBytes: number
}

export interface RoleAssignment {
  role: Role
  unitId: Uuid | null
  unitName?: string | null
  areas: string[]
}

export interface Me {
  id: Uuid
  name: string
  email: string
  institution: Named | null
  roles: RoleAssignment[]
  homeUnitId: Uuid | null
  judgesUnits: boolean
  language: string | null
}

export interface Institution {
  id?: Uuid
  name: string
  kind: string
  address: string
  revision: number
}

export interface WorkUnit {
  id: Uuid
  parentId: Uuid | null
  name: string
  shortName: string
  kind: string
  active: boolean
  revision: number
}

export interface Period {
  id: Uuid
  name: string
  year: number
  instrumentId: string
  instrumentVersion: string
  instrumentTitle: string
  opensOn: Day | null
  unitDeadline: Day | null
  reviewDeadline: Day | null
  nominationDeadline: Day | null
  rounds: ReviewRound[]
  repairDays: number | null
  repairInWorkingDays: boolean
  appealFrom: Day | null
  appealUntil: Day | null
  /** Whether answers lock when the deadline of the unit has passed. */
  closesAutomatically: boolean
  /** Whether a controller must see a sheet before it is accepted. */
  withController: boolean
  revision: number
}

/** A round in which the assessors judge; both days belong to it. */
export interface ReviewRound {
  name: string
  from: Day
  until: Day
}

export type CalendarEntry =
  | 'OPENING'
  | 'UNIT_DEADLINE'
  | 'REVIEW_ROUND'
  | 'REVIEW_DEADLINE'
  | 'NOMINATION_DEADLINE'
  | 'REPAIR_WINDOW'
  | 'APPEAL_WINDOW'

/** An opening has `from`, a deadline `until`, a round or window both, the repair window a length. */
export interface EntryValue {
  from: Day | null
  until: Day | null
  days: number | null
  workingDays: boolean | null
}

export interface Letter {
  number: string
  date: Day
}

/** One move of one entry of a calendar, by letter. */
export interface MovedEntry {
  at: Instant
  byName: string
  entry: CalendarEntry
  round: string | null
  before: EntryValue
  after: EntryValue
  letter: Letter
  reason: string
}

/** More time for one unit; without a day, the end of an earlier extension. */
export interface Extension {
  at: Instant
  byName: string
  unitId: Uuid
  until: Day | null
  reason: string
  letter: Letter | null
}

export interface Person {
  id: Uuid
  name: string
  email: string
  username: string
  active: boolean
  homeUnitId: Uuid | null
  roles: RoleAssignment[]
  lastSeen: Instant | null
  revision: number
}

export interface Invitation {
  link: string
  expiresAt: Instant
}

/** What the units of the institution may upload. */
export interface UploadLimits {
  /** The institution's own limit; null follows the server's. */
  maxFileBytes: number | null
  largestFileBytes: number
  ceilingFileBytes: number
  maxTotalBytes: number | null
  usedBytes: number
  types: string[]
  allTypes: string[]
  revision: number
}

/** How the checks of uploaded files go. */
export interface FileChecks {
  scanner: 'OFF' | 'ANSWERING' | 'SILENT'
  waiting: number
  tooLargeToScan: number
  waitingSince: Instant | null
  /** Number of the signatures; null if the scanner says none. */
  database: number | null
  /** Open files that have not been held against these signatures yet. */
  toRescan: number
  infected: InfectedFile[]
}

export interface InfectedFile {
  sha256: string
  malware: string
  foundAt: Instant
  database: number | null
  size: number
  uses: { evidenceId: Uuid; title: string; unitId: Uuid; unitName: string; fileName: string }[]
}

/** A file that the checks refused; its bytes are not kept. */
export interface RejectedFile {
  id: Uuid
  unitId: Uuid
  unitName: string
  fileName: string
  size: number
  sha256: string
  by: { id: Uuid; name: string } | null
  at: Instant
  /** Slug of the problem that the sender was told. */
  problem: string
  reason: string | null
}

/* Instruments */

export interface InstrumentSummary {
  id: string
  version: string
  title: string
  regulation: string | { name: string }
  questions: number
  hash: string
  /** Made by this institution, not shipped with the program. */
  own: boolean
  /** No longer offered for new periods; running sheets stay on it. */
  retired: boolean
  retirementReason?: string | null
  publishedAt?: Instant | null
}

export interface InstrumentRef {
  id: string
  version: string
}

/** One thing that keeps a draft from being published, by the code of what it concerns. */
export interface DraftProblem {
  code: string
  line: number
  message: string
}

export interface DraftSummary {
  id: Uuid
  instrumentId: string
  version: string
  title: string
  basedOn: InstrumentRef | null
  updatedAt: Instant
  updatedBy: Named | null
  problems: number
}

export interface ExampleFailure {
  what: string
  expected: string
  actual: string
  difference: string | null
}

/** How a worked example came out when the draft was last saved. */
export interface ExampleResult {
  id: string
  title: string
  ok: boolean
  failures: ExampleFailure[]
}

export interface InstrumentDraft {
  id: Uuid
  revision: number
  basedOn: InstrumentRef | null
  /** The whole instrument with the keys of its YAML. */
  source: Record<string, unknown>
  problems: DraftProblem[]
  examples: ExampleResult[]
  publishable: boolean
  updatedAt: Instant
  updatedBy: Named | null
}

export interface InstrumentChange {
  code: string
  field: string
  before: string | null
  after: string | null
}

export interface InstrumentComparison {
  from: { title: string; ref: string }
  to: { title: string; ref: string }
  changes: InstrumentChange[]
}

export interface Choice {
  value: string
  label: string
  score: Decimal
}

export interface AnswerType {
  kind: 'choice' | 'number' | 'ratio' | 'checklist' | 'text' | 'date'
  choices?: Choice[] | null
  unit?: string | null
  min?: Decimal | null
  max?: Decimal | null
  decimals?: number | null
  counts?: { name: string; label: string }[] | null
  /** Names of the counts that add up to what is divided by. */
  divisor?: string[] | null
  /** False for numbers that bring no points. */
  scored?: boolean
  /** What may be ticked in a checklist. */
  items?: { name: string; label: string }[] | null
  /** The rule in words. */
  rule?: string | null
}

export interface InstrumentNode {
  code: string
  label: string
  weight: Decimal | null
  rule?: string | null
  children?: InstrumentNode[] | null
  type?: AnswerType | null
  guidance?: string | null
  evidence?: string[] | null
  confidentiality?: 'public' | 'internal' | 'secret' | null
  source?: string | null
}

export interface GateDefinition {
  id: string
  label: string
  unit: string
  required: Decimal | null
  atLeast: boolean
  nodes?: string[]
}

export interface Area {
  code: string
  label: string
  nodes: string[]
}

export interface Instrument {
  id: string
  version: string
  title: string
  regulation: { name: string; part?: string | null; year?: number | null }
  hash: string
  areas: Area[]
  tree: InstrumentNode[]
  gates: Record<Award, GateDefinition[]>
}

export interface Thresholds {
  wbk: Record<string, Decimal | null>
  wbbm: Record<string, Decimal | null>
  revision: number
}

/* Scores */

export type ScoreMap = Record<string, Decimal>

export interface Scores<T = Decimal> {
  official: T
  strict: T
  best: T
}

export interface GateView {
  id: string
  label: string
  unit: string
  required: Decimal | null
  atLeast: boolean
  actual: Decimal | null
  met: boolean | null
  missing: Decimal | null
  /** The conditions of which all or any must hold, counted in required and actual. */
  parts?: GateView[] | null
}

export interface Warning {
  code: string
  message: string
}

/* Assessments */

export interface AssessmentSummary {
  id: Uuid
  unit: { id: Uuid; name: string; shortName: string }
  period: { id: Uuid; name: string; year: number; unitDeadline: Day }
  instrument: { id: string; version: string; title: string }
  stage: Stage
  answered: number
  total: number
  scores: Scores
  due: Day | null
  late: number
  updatedAt: Instant
}

export interface Answer {
  code: string
  value: string | null
  note: string | null
  revision: number
  by: Named | null
  at: Instant | null
}

export interface ReturnedQuestion {
  code: string
  reason: string
  due: Day | null
}

export interface AreaProgress {
  area: string
  answered: number
  total: number
}

export interface HistoryEntry {
  at: Instant
  by: Named | null
  from: Stage | null
  to: Stage
  reason: string | null
}

export type StepName =
  | 'SUBMIT'
  | 'TAKE_UP'
  | 'HAND_TO_LEAD'
  | 'HAND_TO_CONTROLLER'
  | 'BACK_TO_MEMBERS'
  | 'BACK_TO_LEAD'
  | 'RETURN'
  | 'ACCEPT'
  | 'CLOSE'
  | 'REOPEN'
  | 'NOMINATE'
  | 'PASS_SELECTION'
  | 'PASS_SELECTION_WITH_NOTES'
  | 'FAIL_SELECTION'
  | 'APPEAL'
  | 'BEGIN_DESK_EVALUATION'
  | 'BEGIN_FIELD_EVALUATION'
  | 'GRANT_AWARD'
  | 'REFUSE_AWARD'
  | 'MONITOR'
  | 'EXTEND'
  | 'REVOKE'
  | 'WITHDRAW'

export type StepField = 'REASON' | 'LETTER' | 'DUE' | 'AWARD' | 'YEAR' | 'RESULT' | 'EVIDENCE'

export type Requirement =
  | 'NOTHING_MISSING'
  | 'ALL_JUDGED'
  | 'MARKED_OR_SAID'
  | 'CONTROLLER_IN_PERIOD'
  | 'CONTROLLER_REACHED'
  | 'GATES_MET'
  | 'PRECONDITIONS_MET'

/** One requirement of a step and how it stands. */
export interface StepRequirement {
  requirement: Requirement
  award: Award | null
  met: boolean
  /** Whether nothing can make up for it. */
  binding: boolean
  missing: string[]
}

/** A step that the caller may take, with what it still requires. */
export interface OfferedStep {
  step: StepName
  to: Stage
  /** Where it is taken, below the address of the assessment. */
  path: string
  ready: boolean
  requirements: StepRequirement[]
  needed: StepField[]
  optional: StepField[]
  suggestedDue: Day | null
}

/** One step of the history of an assessment. */
export interface TakenStep {
  at: Instant
  by: Named
  from: Stage | null
  to: Stage
  step: StepName | null
  reason: string | null
  letterNumber: string | null
  letterDate: Day | null
  due: Day | null
  award: Award | null
  year: number | null
  result: string | null
  evidenceId: Uuid | null
}

/** Where an assessment stands, what the caller may do next, and how it came here. */
export interface Steps {
  stage: Stage
  revision: number
  steps: OfferedStep[]
  history: TakenStep[]
}

export interface Assessment {
  id: Uuid
  unit: { id: Uuid; name: string; shortName: string }
  period: {
    id: Uuid
    name: string
    year: number
    opensOn: Day
    unitDeadline: Day
    reviewDeadline: Day
    nominationDeadline: Day
  }
  instrument: { id: string; version: string; title: string; hash: string }
  stage: Stage
  revision: number
  answers: Answer[]
  returned: ReturnedQuestion[]
  /** The questions that may be answered now; null means all. */
  openCodes: string[] | null
  scores: Scores<ScoreMap>
  gates: Record<Award, GateView[]>
  progress: AreaProgress[]
  warnings: Warning[]
  history: HistoryEntry[]
  /** By when whoever has it now should be done. */
  due?: Day | null
  may: string[]
  /** What the caller may do next with the whole. */
  steps?: OfferedStep[]
}

/** What changed in the reckoning after an answer was saved. */
export interface AnswerResult {
  scores: Scores<ScoreMap>
  gates: Record<Award, GateView[]>
  progress: AreaProgress[]
  warnings: Warning[]
  answered: number
  total: number
}

/** What moving a sheet to another instrument would do. */
export interface MovePreview {
  revision: number
  from: InstrumentTitle
  to: InstrumentTitle
  kept: { code: string; label: string; value: string; changes: QuestionChange[] }[]
  restored: { code: string; label: string; value: string }[]
  lost: LostAnswer[]
  added: { code: string; label: string }[]
  evidence: TiedThings[]
  verdicts: TiedThings[]
  before: MoveState
  after: MoveState
}

export interface InstrumentTitle {
  id: string
  version: string
  title: string
  hash: string
}

/** What is different about a question, in the words of the comparison of instruments. */
export interface QuestionChange {
  field: string
  before: string | null
  after: string | null
}

export interface LostAnswer {
  code: string
  label: string
  value: string | null
  note: string | null
  reason: 'QUESTION_GONE' | 'DOES_NOT_FIT'
}

export interface TiedThings {
  code: string
  label: string
  count: number
}

export interface MoveState {
  scores: Scores
  gates: Record<Award, GateView[]>
  answered: number
  total: number
}

export interface SubmissionCheck {
  blank: { code: string; label: string }[]
  unproven: { code: string; label: string }[]
  warnings: Warning[]
  ready: boolean
}

/* Scores read closer */

export type ScoreVoice = 'UNIT' | 'TPI'

export interface NodeName {
  code: string
  /** Null for the whole sheet. */
  label: string | null
}

export interface Reckoning {
  points: Decimal
  /** How the points follow, in words. */
  rule: string
  /** The same with the numbers of this sheet; decimals with a point. */
  formula: string
}

export interface Share {
  points: Decimal
  /** False where it was left out, being blank or without points. */
  counted: boolean
}

export interface ExplanationPart extends Scores<Share> {
  code: string
  label: string
  weight: Decimal | null
}

export interface ExplanationInput {
  code: string
  label: string
  value: string
  worth: Decimal | null
  /** In which capacity an assessor spoke; null for the unit. */
  capacity: Voice | null
  note: string | null
  by: Named
  at: Instant
}

export interface GateUse {
  award: Award
  /** The node the gate measures, if it is one above; null if it measures this one. */
  through: string | null
  gate: GateView
}

export interface Explanation {
  voice: ScoreVoice
  unit: { id: Uuid; name: string; shortName: string }
  period: { id: Uuid; name: string; year: number }
  instrument: { id: string; version: string; title: string; hash: string }
  code: string
  label: string | null
  weight: Decimal | null
  note: string | null
  path: NodeName[]
  views: Scores<Reckoning>
  parts: ExplanationPart[]
  inputs: ExplanationInput[]
  questions: number
  counts: { name: string; label: string; value: number }[]
  gates: GateUse[]
  answersRevision: number
  computedAt: Instant
}

export interface Improvement {
  code: string
  label: string
  from: string | null
  /** An answer that is enough; null where only its worth can be said. */
  to: string | null
  worth: Decimal | null
  steps: number
  gain: Decimal
  alternatives: { code: string; label: string }[]
}

export interface CheapestPath {
  award: Award
  outcome: 'FOUND' | 'IMPOSSIBLE' | 'NOT_SUPPORTED'
  strict: Decimal
  gain: Decimal
  steps: number
  improvements: Improvement[]
  unreachable: { id: string; label: string }[]
  unset: { id: string; label: string }[]
}

/* Evidence */

export type FileState = 'AVAILABLE' | 'CHECKING' | 'QUARANTINED'

export interface EvidenceVersion {
  number: number
  fileName: string
  size: number
  mediaType: string
  sha256: string
  state: FileState
  reason: string | null
  /** What the malware scanner found in it. */
  malware?: string | null
  by: Named | null
  at: Instant
}

export interface EvidenceDetails {
  title: string
  docType: string | null
  number: string | null
  documentDate: Day | null
  activityDate: Day | null
  periodFrom: Day | null
  periodUntil: Day | null
  signer: string | null
  confidentiality: 'public' | 'internal' | 'secret'
  note: string | null
  validFrom: Day | null
  validUntil: Day | null
}

export interface Evidence extends EvidenceDetails {
  id: Uuid
  unitId: Uuid
  revision: number
  versions: EvidenceVersion[]
  /** The only people who may know of it beside whoever brought it; null for the usual ones. */
  readers: Named[] | null
  links: EvidenceLink[]
  warnings: string[]
  may: string[]
}

export interface EvidenceLink {
  assessmentId: Uuid
  code: string
  /** Somebody linked it here by itself; otherwise only activities bring it here. */
  direct: boolean
  activityIds: Uuid[]
}

export interface QuestionEvidence {
  code: string
  evidence: Evidence[]
}

export type Match = 'FULL' | 'PARTIAL' | 'NONE'

/** A paired question that an offered evidence proves already. */
export interface OfferUse {
  assessmentId: Uuid
  /** Title of the instrument. */
  instrument: string
  /** Name of the period. */
  period: string
  code: string
  label: string
  match: Match
}

export interface Offer {
  match: Match
  evidence: Evidence
  /** The best fit first. */
  uses: OfferUse[]
  /** Somebody has found that it does not bear on the question. */
  isDismissed: boolean
}

/** Which nodes of two instruments the same evidence can prove; groups stand for all their questions. */
export interface Crosswalk {
  from: { id: string; version: string }
  to: { id: string; version: string }
  note: string | null
  pairs: CrosswalkPair[]
}

export interface CrosswalkPair {
  from: string
  to: string[]
  match: Match
  note: string | null
}

/** A piece of a file's text with the places of the words that were looked for. */
export interface Snippet {
  text: string
  marks: { start: number; end: number }[]
}

export interface EvidenceHit {
  evidence: Evidence
  snippet: Snippet | null
}

/** The inside of a file as text and tables. */
export interface Preview {
  sections: PreviewSection[]
  isCut: boolean
}

export interface PreviewSection {
  division: 'BODY' | 'SHEET' | 'SLIDE'
  name: string
  blocks: PreviewBlock[]
}

export interface PreviewBlock {
  /** A paragraph; null for a table. */
  text: string | null
  heading: boolean
  rows: string[][] | null
}

/** What a file on somebody's computer seems to be. */
export interface Proposal {
  path: string
  code: string | null
  certainty: 'CERTAIN' | 'LIKELY' | 'GUESSED' | 'NONE'
  others: string[]
  title: string
  docType: string | null
  date: Day | null
  leaveOut: string | null
  existing: { id: Uuid; title: string; codes: string[] } | null
  /** The place of an earlier file with the same content. */
  sameAs: number | null
}

/** A sheet as lists name it. */
export interface SheetName {
  assessmentId: Uuid
  instrument: string
  period: string
  year: number
  stage: Stage
}

/** Everything that relies on an evidence. */
export interface EvidenceUses {
  questions: {
    sheet: SheetName
    code: string
    label: string
    direct: boolean
    activities: { id: Uuid; title: string }[]
    mayUnlink: boolean
  }[]
  others: { kind: 'ACTIVITY' | 'PRECONDITION' | 'FINDING'; id: string; title: string }[]
}

export interface PersonOnUnit extends Named {
  roles: Role[]
}

/* Activities */

export type Slot = 'INVITATION' | 'ATTENDANCE' | 'MINUTES' | 'PHOTOS' | 'REPORT'

export interface ActivityDetails {
  title: string
  date: Day
  /** The last of several days. */
  until: Day | null
  place: string | null
  note: string | null
}

export interface SlotEntry {
  id: Uuid
  title: string
  fileName: string
  day: Day | null
  state: FileState
  warnings: string[]
}

export interface ActivityQuestion {
  sheet: SheetName
  code: string
  label: string
  isOpen: boolean
  /** How many files in the slots do not prove it yet. */
  waiting: number
}

export interface Activity extends ActivityDetails {
  id: Uuid
  unitId: Uuid
  revision: number
  slots: { slot: Slot; evidence: SlotEntry[] }[]
  missing: Slot[]
  questions: ActivityQuestion[]
  createdBy: Named | null
  createdAt: Instant
  may: string[]
}

/* What assessors ask for */

export interface Inquiry {
  id: Uuid
  unitId: Uuid
  unitName: string
  sheet: SheetName
  code: string
  label: string
  text: string
  due: Day
  state: 'OPEN' | 'ANSWERED' | 'WITHDRAWN' | 'LAPSED'
  askedBy: Named | null
  askedAt: Instant
  answer: { evidenceId: Uuid; title: string; version: number } | null
  /** Why it is open again although it was answered; the title only for those who may know of it. */
  lost: { title: string | null; reason: string; at: Instant } | null
  closedBy: Named | null
  closedAt: Instant | null
  may: ('ANSWER' | 'WITHDRAW')[]
}

/* Evidence of earlier years */

export interface CarryOverOffer {
  code: string
  label: string
  evidence: Evidence
  from: SheetName
  stale: boolean
  isOpen: boolean
  /** Somebody has found that it does not bear on the question. */
  isDismissed: boolean
}

export interface CarryOverOutcome {
  evidenceId: Uuid
  code: string
  problem: string | null
}

/* Review */

export type Voice = 'MEMBER' | 'LEAD' | 'CONTROLLER'

export interface ReviewSummary {
  assessmentId: Uuid
  unit: { id: Uuid; name: string; shortName: string }
  period: { id: Uuid; name: string; year: number }
  instrument: { id: string; version: string; title: string }
  stage: Stage
  submittedAt: Instant | null
  due: Day | null
  /** How many days it is past `due`. */
  late?: number
  judged: number
  /** How many questions wait for a verdict: those the unit answered. */
  total: number
  myRoles: Role[]
  scores: Scores
  /** What the verdicts are worth; null before the first. */
  tpi?: Scores | null
}

export interface Verdict {
  code: string
  value: string | null
  remark: string | null
  /** What the answer is worth because it divides by zero; null for what the instrument says. */
  zeroWorth?: Decimal | null
  /** The unit has changed its answer since, so that the verdict does not count. */
  stale?: boolean
  /** What is different about the evidence since; the verdict still counts. */
  evidenceChanges?: EvidenceChange[]
  at: Instant
  revision: number
}

/** Without `seen` it came since; without `now` it proves the question no more. */
export interface EvidenceChange {
  evidenceId: Uuid
  seen: number | null
  now: number | null
}

export interface VoiceView {
  voice: Voice
  person: Named
  mine: boolean
  verdicts: Verdict[]
}

/** What follows from all voices; sent after each verdict. */
export interface ReviewResult {
  scores: Scores<ScoreMap>
  gates: Record<Award, GateView[]>
  effective: { code: string; value: string | null; voice: Voice }[]
  disagreements: Disagreement[]
  judged: number
  total: number
  /** Answered questions without a verdict. */
  notJudged: string[]
}

export interface Disagreement {
  code: string
  unit: string | null
  tpi: string | null
  /** The points that the unit loses by it; below zero if it gains. */
  cost: Decimal
}

export interface ReturnMark {
  code: string
  reason: string
  /** Until when it should be repaired; without it, the day that holds for all. */
  due?: Day | null
  by: Named
}

export interface Review extends ReviewResult {
  stage?: Stage
  voices: VoiceView[]
  myVoice: Voice | null
  marks: ReturnMark[]
  may: string[]
}

/* Readiness */

export interface MissingGate {
  id: string
  label: string
  missing: Decimal | null
  text: string
}

export interface MissingPrecondition {
  id: string
  label: string
  recorded: boolean
  text: string
}

export interface AwardReadiness {
  /** Null while a gate cannot be judged or a precondition is not recorded, and nothing else is missing. */
  ready: boolean | null
  missing: MissingGate[]
  unset?: number
  /** Those that are not met or not recorded. */
  preconditions: MissingPrecondition[]
}

export interface AreaReadiness {
  code: string
  label: string
  percent: Decimal | null
  /** Null where no minimum is set for this area. */
  tone: 'ok' | 'near' | 'missing' | null
  /** The minimum of each award in percent. */
  wbk?: Decimal | null
  wbbm?: Decimal | null
  answered?: number
  total?: number
}

export interface ReadinessRow {
  unit: { id: Uuid; name: string; shortName: string }
  parentId?: Uuid | null
  assessmentId: Uuid | null
  stage: Stage | null
  scores: Scores | null
  /** What the verdicts are worth; null until every answered question is judged. */
  tpi: Scores | null
  /** By whose answers areas and awards are judged. */
  basis?: 'UNIT' | 'TPI' | null
  areas: AreaReadiness[]
  wbk: AwardReadiness | null
  wbbm: AwardReadiness | null
  answered: number
  total: number
  lateDays: number
}

export interface PeriodDates {
  id: Uuid
  name: string
  year: number
  instrumentTitle?: string | null
  opensOn: Day | null
  unitDeadline: Day | null
  reviewDeadline: Day | null
  nominationDeadline: Day | null
}

/** One sheet that should be further. */
export interface LateSheet {
  unit: { id: Uuid; name: string; shortName: string }
  assessmentId: Uuid | null
  stage: Stage | null
  turn: 'UNIT' | 'TPI'
  due: Day
  extended: boolean
  days: number
}

export interface LateSheets {
  period: PeriodDates
  today: Day
  late: LateSheet[]
}

export interface Blocker {
  gate: string
  label: string
  precondition?: boolean
  units: number
}

export interface Readiness {
  period: PeriodDates
  asOf: Instant
  headline: {
    units?: number
    readyWbk: number
    oneShortWbk: number
    readyWbbm: number
    late: number
  }
  units: ReadinessRow[]
  blockers: Blocker[]
  /** Null for those who do not see all units. */
  evidence?: EvidenceHealth | null
}

export interface EvidenceHealth {
  available: number
  unavailable: number
  expiring: number
  expired: number
  bytes: number
}

export interface UnitReadiness {
  period: PeriodDates
  row: ReadinessRow
  instrument: { id: string; version: string; title: string } | null
  gates: Record<Award, GateView[]> | null
  preconditions: Record<Award, JudgedPrecondition[]>
}

/* Preconditions */

/** A precondition of an award as a period asks for it. */
export interface AskedPrecondition {
  id: string
  label: string
  scope: 'institution' | 'unit'
  kind: 'choice' | 'text' | 'yes-no'
  choices: string[]
  acceptedByInstrument: string[]
  /** The values that fulfil it; none where people judge. */
  accepted: string[]
  asked: boolean
  /** Whoever records a value says whether that fulfils it. */
  peopleJudge: boolean
  source: string | null
  verified: boolean
  note: string | null
}

export interface PreconditionTerms {
  instrumentId: string
  instrumentVersion: string
  instrumentTitle: string
  wbk: AskedPrecondition[]
  wbbm: AskedPrecondition[]
  revision: number
}

/** What is recorded about a precondition; without a value nothing is. */
export interface PreconditionRecord {
  preconditionId: string
  value: string | null
  fulfilled: boolean | null
  number: string | null
  date: Day | null
  note: string | null
  evidenceId: Uuid | null
  by: Named | null
  at: Instant | null
  revision: number
}

export interface UnitRecords {
  unitId: Uuid
  parentId: Uuid | null
  name: string
  shortName: string
  records: PreconditionRecord[]
}

export interface PreconditionRecords {
  institution: PreconditionRecord[]
  units: UnitRecords[]
}

export interface PreconditionHistory {
  current: PreconditionRecord
  history: PreconditionRecord[]
}

/** How a precondition stands for a unit. */
export interface JudgedPrecondition {
  id: string
  label: string
  scope: string
  required: string
  actual: string | null
  /** Null while nothing is recorded, which is never a pass. */
  met: boolean | null
  /** Why it is not met. */
  missing: string | null
  source: string | null
  verified: boolean
  number: string | null
  date: Day | null
  note: string | null
  evidenceId: Uuid | null
  by: string | null
  at: Instant | null
}

/* Dossier */

export type DossierKind = 'pdf' | 'xlsx' | 'zip'

export interface Ticket {
  url: string
}

/* Keeping evidence */

export type KeptState = 'REMOVED' | 'HELD' | 'PURGED'

export interface KeptStep {
  kind: 'REMOVED' | 'RESTORED' | 'HELD' | 'RELEASED' | 'PURGED'
  by: string | null
  at: Instant
  reason: string
}

export interface KeptEvidence {
  id: Uuid
  unitId: Uuid
  unitName: string
  title: string
  fileName: string
  size: number
  state: KeptState
  purgeableFrom: Instant | null
  heldBecause: string | null
  history: KeptStep[]
  may: string[]
}

export interface FileUse {
  evidenceId: Uuid
  title: string
  fileName: string
  unitId: Uuid
  unitName: string
}

export interface FileAlarm {
  sha256: string
  size: number
  kind: 'DAMAGED' | 'MISSING'
  foundAt: Instant | null
  uses: FileUse[]
  hiddenUses: number
}

export interface FileOrphan {
  kind: 'BYTES' | 'RECORD'
  id: string
  size: number | null
  seenAt: Instant
}

export interface FileIntegrity {
  running: { startedAt: Instant | null; files: number; bytes: number } | null
  last: {
    startedAt: Instant
    finishedAt: Instant
    files: number
    bytes: number
    damaged: number
    missing: number
  } | null
  next: Instant | null
  recorded: number
  alarmCount: number
  alarms: FileAlarm[]
  orphanCount: number
  orphans: FileOrphan[]
}

/* Conversations */

export type Side = 'UNIT' | 'TPI'
export type ConversationState = 'OPEN' | 'ANSWERED' | 'DONE'
export type TalkDeed = 'WRITE' | 'FINISH' | 'EDIT' | 'REMOVE'

export interface TalkMessage {
  id: Uuid
  by: Named
  side: Side
  at: Instant
  text: string | null
  mentions: Named[]
  revision: number
  editedAt: Instant | null
  removed: boolean
  may: TalkDeed[]
}

export interface Conversation {
  id: Uuid
  assessmentId: Uuid
  unitId: Uuid
  code: string
  label: string
  state: ConversationState
  messages: TalkMessage[]
  revision: number
  waitsForMe: boolean
  may: TalkDeed[]
}

export interface ConversationLine {
  id: Uuid
  assessmentId: Uuid
  unitId: Uuid
  unitName: string
  instrument: string
  period: string
  stage: Stage
  code: string
  label: string
  state: ConversationState
  side: Side
  startedBy: Named
  first: string
  lastBy: Named
  last: string
  lastAt: Instant
  messages: number
  waitsForMe: boolean
}

export interface Participant {
  id: Uuid
  name: string
  side: Side
  roles: Role[]
}

/* Findings and what units do about them */

export type FindingState = 'OPEN' | 'IN_PROGRESS' | 'DONE' | 'CONFIRMED' | 'SENT_BACK'
export type FindingDeed = 'DESCRIBE' | 'REMOVE' | 'PLAN' | 'CONFIRM' | 'SEND_BACK'

export interface ActionPlan {
  action: string
  ownerId: Uuid | null
  owner: string
  due: Day
  progress: string | null
  evidence: { id: Uuid; title: string }[]
  withheld: number
  by: Named
  at: Instant
}

export interface Finding {
  id: Uuid
  assessmentId: Uuid
  unitId: Uuid
  unitName: string
  instrument: string
  period: string
  year: number
  code: string | null
  label: string | null
  text: string
  recommendation: string | null
  severity: 'LOW' | 'MEDIUM' | 'HIGH' | null
  state: FindingState
  plan: ActionPlan | null
  decision: { reason: string | null; by: Named; at: Instant } | null
  recordedBy: Named
  recordedAt: Instant
  isLate: boolean
  revision: number
  may: FindingDeed[]
}

export interface EarlierFinding {
  finding: Finding
  codes: string[]
}

/* The work a unit plans for a year */

export type WorkState = 'PLANNED' | 'DONE' | 'LATE'

export interface WorkQuarter {
  quarter: number
  state: WorkState
  note: string | null
  doneBy: Named | null
  doneAt: Instant | null
}

export interface PlannedWork {
  id: Uuid
  unitId: Uuid
  year: number
  title: string
  periodId: Uuid | null
  area: string | null
  areaLabel: string | null
  month: number | null
  personId: Uuid | null
  person: string
  questions: { code: string; label: string }[]
  output: string | null
  activities: { id: Uuid; title: string; date: Day }[]
  quarters: WorkQuarter[]
  state: WorkState
  revision: number
}

export interface Programme {
  unitId: Uuid
  unitName: string
  year: number
  works: PlannedWork[]
  mayChange: boolean
  lastYear: number
}

export interface ProgrammeProgress {
  unitId: Uuid
  unitName: string
  parentId: Uuid | null
  works: number
  done: number
  late: number
  quarters: { quarter: number; planned: number; done: number; late: number }[]
}

export interface PlannedForQuestion {
  id: Uuid
  code: string
  title: string
  quarters: number[]
  state: WorkState
}

/* The trail */

export type TrailDeed = 'CREATED' | 'CHANGED' | 'REMOVED' | 'SEEN'

export interface TrailChange {
  field: string
  before: string | null
  after: string | null
}

export interface TrailLine {
  seq: number
  at: Instant
  recorded: Instant
  /** Null for what nobody did who was signed in. */
  by: { id: Uuid; name: string | null } | null
  address: string | null
  unit: { id: Uuid; name: string | null } | null
  kind: string
  subject: string
  subjectName: string | null
  deed: TrailDeed
  changes: TrailChange[]
  hash: string
}

export interface TrailVerification {
  count: number
  hash: string
  recorded: string
  firstBreak: { seq: number; why: 'GAP' | 'CHANGED_CONTENT' | 'WRONG_LINK' } | null
  notedFits: boolean | null
}
