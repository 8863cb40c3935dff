import type { Evidence, EvidenceChange, Review } from '../../api/types'
import { t } from '../../messages/messages'

/** What has become different about the evidence of a question since a verdict on it was given. */

export const changesOf = (it: { evidenceChanges?: EvidenceChange[] } | undefined) =>
  it?.evidenceChanges ?? []

/** The questions on which some verdict was given on other evidence than there is now. */
export const changedCodes = (review: Review): ReadonlySet<string> =>
  new Set(
    review.voices.flatMap((voice) =>
      voice.verdicts.filter((it) => changesOf(it).length > 0).map((it) => it.code),
    ),
  )

/** "SK Tim kini v2 (dinilai v1); Notulen baru". */
export function changeWords(
  changes: readonly EvidenceChange[],
  evidence: readonly Evidence[],
): string {
  const parts = changes.map(({ evidenceId, seen, now }) => {
    const title =
      evidence.find((it) => it.id === evidenceId)?.title ?? t('review.evidenceChanged.unnamed')
    if (now === null) return t('review.evidenceChanged.removed')
    if (seen === null) return t('review.evidenceChanged.added', { title })
    return t('review.evidenceChanged.newer', { title, now, seen })
  })
  return parts.join('; ')
}
