import type { Stage } from './types'

/** Every stage in the order in which a sheet usually passes them. */
export const allStages: readonly Stage[] = [
  'DRAFT',
  'SUBMITTED',
  'UNDER_REVIEW',
  'WITH_LEAD',
  'WITH_CONTROLLER',
  'RETURNED',
  'ACCEPTED',
  'CLOSED',
  'NOMINATED',
  'SELECTION_PASSED',
  'SELECTION_NOTED',
  'SELECTION_FAILED',
  'APPEALED',
  'DESK_EVALUATION',
  'FIELD_EVALUATION',
  'AWARDED',
  'NOT_AWARDED',
  'MONITORED',
  'EXTENDED',
  'REVOKED',
]

/** Whether the internal assessors have it, at whichever level. */
export const isWithTpi = (stage: Stage) =>
  ['SUBMITTED', 'UNDER_REVIEW', 'WITH_LEAD', 'WITH_CONTROLLER'].includes(stage)

/** Whether the sheet was closed, whatever came after. */
export const isAfterClosing = (stage: Stage) =>
  allStages.indexOf(stage) >= allStages.indexOf('CLOSED')
