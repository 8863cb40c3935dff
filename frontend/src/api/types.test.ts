import { expect, it } from 'vitest'
import type { components } from './schema'
import type {
  Answer,
  AnswerType,
  AreaReadiness,
  Assessment,
  AwardReadiness,
  Blocker,
  Configuration,
  Disagreement,
  Evidence,
  EvidenceHealth,
  EvidenceVersion,
  GateView,
  Institution,
  Instrument,
  InstrumentNode,
  Me,
  Period,
  Person,
  Readiness,
  ReadinessRow,
  ReturnMark,
  Review,
  ReviewSummary,
  SubmissionCheck,
  Thresholds,
  UnitReadiness,
  Verdict,
  VoiceView,
  WorkUnit,
} from './types'

type Server = components['schemas']

/** Names that our type reads but the server does not send; `never` when there are none. */
type Unsent<Ours, Theirs> = Exclude<keyof Ours, keyof Theirs>
type None<T extends never> = T

/** Compiles only while every name read here is in docs/api/openapi.yaml. */
export type Checked = [
  None<Unsent<Answer, Server['AnswerBody']>>,
  None<Unsent<AnswerType, Server['TypeView']>>,
  None<Unsent<Assessment, Server['AssessmentBody']>>,
  None<Unsent<Configuration, Server['Configuration']>>,
  None<Unsent<Evidence, Server['EvidenceResponse']>>,
  None<Unsent<EvidenceVersion, Server['VersionResponse']>>,
  None<Unsent<GateView, Server['GateView']>>,
  None<Unsent<Institution, Server['InstitutionResponse']>>,
  None<Unsent<Instrument, Server['InstrumentResponse']>>,
  None<Unsent<InstrumentNode, Server['NodeView']>>,
  None<Unsent<Me, Server['MeResponse']>>,
  None<Unsent<Period, Server['PeriodResponse']>>,
  None<Unsent<Person, Server['PersonResponse']>>,
  None<Unsent<SubmissionCheck, Server['SubmissionCheckBody']>>,
  None<Unsent<WorkUnit, Server['UnitResponse']>>,
  None<Unsent<Thresholds, Server['ThresholdsView']>>,
  None<Unsent<ReviewSummary, Server['Item']>>,
  None<Unsent<Review, Server['ReviewBody']>>,
  None<Unsent<VoiceView, Server['VoiceBody']>>,
  None<Unsent<Verdict, Server['VerdictBody']>>,
  None<Unsent<Disagreement, Server['DisagreementBody']>>,
  None<Unsent<ReturnMark, Server['MarkBody']>>,
  None<Unsent<Readiness, Server['Readiness']>>,
  None<Unsent<ReadinessRow, Server['UnitReadiness']>>,
  None<Unsent<AreaReadiness, Server['AreaReadiness']>>,
  None<Unsent<AwardReadiness, Server['AwardReadiness']>>,
  None<Unsent<Blocker, Server['Blocker']>>,
  None<Unsent<UnitReadiness, Server['UnitPage']>>,
  None<Unsent<EvidenceHealth, Server['EvidenceHealth']>>,
]

it('reads nothing that the server does not send', () => {
  // The compiler has said so already; see Checked.
  expect(true).toBe(true)
})
