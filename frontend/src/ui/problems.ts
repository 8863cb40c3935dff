import { configuration } from '../api/session'
import type { Problem } from '../api/problem'
import { isKey, t } from '../messages/messages'
import { bytes, date } from './format'

/** A problem in words: what happened, and what is safe and what to do. */
export function wordsFor(problem: Problem): { title: string; text: string } {
  const titleKey = `problem.${problem.slug}.title`
  const textKey = `problem.${problem.slug}.text`
  const reasonKey = `${textKey}.${String(problem.extras.reason ?? '')}`
  const limit = Number(
    problem.extras.limit ?? problem.extras.maxBytes ?? configuration.value?.maxUploadBytes ?? 0,
  )
  const { evidence, until, because } = problem.extras
  const values = {
    limit: limit ? bytes(limit) : '100 MB',
    evidence: Array.isArray(evidence) ? evidence.join(', ') : '',
    until: until ? date(String(until)) : '',
    because: String(because ?? ''),
  }
  return {
    title: t(isKey(titleKey) ? titleKey : 'problem.unexpected.title'),
    text: t(
      isKey(reasonKey) ? reasonKey : isKey(textKey) ? textKey : 'problem.unexpected.text',
      values,
    ),
  }
}

/** The number under which the server has noted an unexpected failure. */
export function incidentOf(problem: Problem): string | undefined {
  const incident = problem.extras.incident ?? problem.extras.incidentId
  return incident ? String(incident) : undefined
}
