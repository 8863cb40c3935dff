import { t } from '../../messages/messages'
import type {
  AskedPrecondition,
  Award,
  PreconditionRecord,
  PreconditionTerms,
} from '../../api/types'

/** What a period asks for, once for each fact, whichever award asks for it. */
export interface Fact {
  id: string
  label: string
  scope: AskedPrecondition['scope']
  kind: AskedPrecondition['kind']
  choices: string[]
  peopleJudge: boolean
  source: string | null
  verified: boolean
  /** By the awards that ask for it now. */
  asked: Partial<Record<Award, AskedPrecondition>>
}

export const awards: readonly Award[] = ['wbk', 'wbbm']
/** The two values of a yes-no precondition, as they are stored. */
export const yesNo = ['Ya', 'Tidak'] as const

export function factsOf(terms: PreconditionTerms): Fact[] {
  const facts = new Map<string, Fact>()
  for (const award of awards) {
    for (const it of terms[award]) {
      if (!it.asked) continue
      const { id, label, scope, kind, choices, peopleJudge, source, verified } = it
      const known = facts.get(id)
      const fact = known ?? {
        id,
        label,
        scope,
        kind,
        choices,
        peopleJudge,
        source,
        verified,
        asked: {},
      }
      fact.asked[award] = it
      facts.set(id, fact)
    }
  }
  return [...facts.values()]
}

export const blankRecord = (preconditionId: string): PreconditionRecord => ({
  preconditionId,
  value: null,
  fulfilled: null,
  number: null,
  date: null,
  note: null,
  evidenceId: null,
  by: null,
  at: null,
  revision: 0,
})

export const recordOf = (records: readonly PreconditionRecord[], fact: Fact) =>
  records.find((it) => it.preconditionId === fact.id) ?? blankRecord(fact.id)

/** The values to choose from; none for a free text. */
export const choicesOf = (fact: Fact): readonly string[] =>
  fact.kind === 'yes-no' ? yesNo : fact.choices

/** A value as the screen says it; what is chosen from is stored in Indonesian. */
export function shownValue(fact: Fact, value: string): string {
  if (fact.kind !== 'yes-no') return value
  return t(value === yesNo[0] ? 'preconditions.yes' : 'preconditions.no')
}

/** What an award accepts, in words. */
export function acceptedOf(asked: AskedPrecondition): string {
  if (asked.kind === 'yes-no') return t('preconditions.yes')
  if (!asked.accepted.length) return t('preconditions.terms.kind.judged')
  return asked.accepted.join(', ')
}

/** Whether a record fulfils an award; null while nothing fitting is recorded. */
export function isMet(asked: AskedPrecondition, record: PreconditionRecord): boolean | null {
  if (record.value === null) return null
  if (asked.kind === 'yes-no') return record.value === yesNo[0]
  if (asked.kind === 'choice' && !asked.choices.includes(record.value)) return null
  return asked.accepted.length ? asked.accepted.includes(record.value) : record.fulfilled === true
}

export const pathOf = (periodId: string, unitId: string | null, id: string) =>
  `/periods/${periodId}/preconditions/${unitId ? `units/${unitId}` : 'institution'}/${encodeURIComponent(id)}`
