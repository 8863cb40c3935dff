/** The kinds of documents that units prove their answers with. */
export const docTypes = [
  'decree',
  'invitation',
  'attendance',
  'minutes',
  'photo',
  'report',
  'plan',
  'sop',
  'register',
  'letter',
  'screenshot',
  'other',
] as const

export type DocType = (typeof docTypes)[number]
