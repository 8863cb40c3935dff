import type { document as source } from '../id/document'

export const document: Record<keyof typeof source, string> = {
  'document.label': 'Document {title}',
  'document.opening': 'Opening the document…',
  'document.page': 'Page {page} of {pages}',
  'document.pages': '{pages} pages',
  'document.version': 'Version',
  'document.smaller': 'Smaller',
  'document.larger': 'Larger',
  'document.picture': 'Evidence picture: {title}',
  'document.noPreview':
    'This kind of file cannot be shown in the page. Download it to open it on your computer.',
  'file.state.AVAILABLE': 'Available',
  'file.state.CHECKING': 'Being checked',
  'file.state.QUARANTINED': 'Quarantined',
  'file.state.REJECTED': 'Rejected',
  'file.explain.AVAILABLE': 'The file can be opened.',
  'file.explain.CHECKING':
    'The file is being checked. This usually takes a few seconds; the page updates by itself.',
  'file.explain.QUARANTINED':
    'The file is held back and nobody can open it until its check is done. Your answer is unchanged.',
  'file.explain.REJECTED':
    'The file did not pass the check and does not count as evidence. Upload another file as a new version.',
  'file.reason.malware': 'contains malware',
  'file.reason.scanner-unreachable': 'the malware scanner cannot be reached yet',
  'file.reason.broken': 'the content is damaged',
  'file.reason.type-refused': 'kind of file not accepted',
  'problem.unreadable-document.title': 'The document cannot be shown',
  'problem.unreadable-document.text':
    'The original file is stored intact. Download it to open it on your computer; if that fails too, ask the unit for a new version.',
}
