import type { evidence as source } from '../id/evidence'

export const evidence: Record<keyof typeof source, string> = {
  'library.title': 'Evidence of the unit',
  'library.meta': 'A file is uploaded once and used for many questions.',
  'library.upload': 'Upload evidence',
  'library.search': 'Search title, number or file name',
  'library.anyType': 'All kinds',
  'library.unit': 'Work unit',
  'library.nothing': 'No evidence matches',
  'library.nothing.text': 'Try other words, or show all kinds of documents.',
  'library.empty': 'This unit has no evidence yet',
  'library.empty.text':
    'Upload files here, or right at a question of the worksheet. Up to {limit} each.',
  'library.toSheet': 'To the worksheet',
  'library.unused': 'not used yet',
  'library.usedIn': 'Used in',
  'library.alreadyThere': 'The same file was already there: {title}',
  'library.arrived': '{title} uploaded',
  'library.delete': 'Delete the evidence',
  'library.delete.ask': 'Delete {title}?',
  'library.delete.text': 'All its versions vanish from the evidence. This cannot be undone.',
  'library.deleted': '{title} deleted',
}
