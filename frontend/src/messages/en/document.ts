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
  'file.reason.too-large-to-scan': 'too large for the malware scanner',
  'file.reason.scan-failed': 'the malware scan has not succeeded yet',
  'file.reason.files-inside': 'the file carries other files',
  'file.reason.not-accepted-here': 'kind of file not accepted by the institution',
  'file.explain.reason.malware':
    'The malware scanner found {malware}. Nobody can open the file, and it does not count as evidence. Do not open the copy on your computer; tell your IT staff, then upload a clean file as a new version.',
  'file.explain.reason.scanner-unreachable':
    'The file is stored safely, but the malware scanner does not answer. The file waits and is scanned by itself once the scanner is back; you need not upload it again.',
  'file.explain.reason.too-large-to-scan':
    'The file is stored safely, but it is too large for the malware scanner. Ask the administrator to raise the limit of the scanner, or upload a smaller file as a new version.',
  'file.explain.reason.scan-failed':
    'The file is stored safely, but the malware scanner could not read it yet. It tries again by itself; if that takes more than a day, ask the administrator.',
  'file.explain.reason.broken':
    'What is stored is no longer what was uploaded, so the file is withheld. Upload the same file again to repair it.',
  'file.reason.broken': 'the content is damaged',
  'file.reason.type-refused': 'kind of file not accepted',
  'problem.unreadable-document.title': 'The document cannot be shown',
  'problem.unreadable-document.text':
    'The original file is stored intact. Download it to open it on your computer; if that fails too, ask the unit for a new version.',
  'upload.label': 'Uploading {name}',
  'upload.progress': '{percent}% · {sent} of {size}',
  'upload.speed': '{speed}/s',
  'upload.waiting': 'line lost, goes on by itself',
  'upload.queued': 'waiting in line',
  'upload.checking': 'being checked by the server…',
  'evidence.fact.number': 'No. {number}',
  'evidence.fact.period': 'valid {period}',
  'evidence.fact.links': 'used in {count} {count|question|questions}',
  'evidence.check': 'Please check',
  'evidence.saved': 'Evidence details saved',
  'evidence.details': 'Details',
  'evidence.editDetails': 'Edit details',
  'evidence.versions': 'Versions',
  'evidence.newVersion': 'Upload a new version',
  'evidence.newVersion.reason': 'Reason for the replacement',
  'evidence.field.title': 'Title',
  'evidence.field.docType': 'Kind of document',
  'evidence.field.number': 'Document number',
  'evidence.field.documentDate': 'Document date',
  'evidence.field.activityDate': 'Activity date',
  'evidence.field.period': 'Valid',
  'evidence.field.periodFrom': 'Valid from',
  'evidence.field.periodUntil': 'Valid until',
  'evidence.field.signer': 'Signed by',
  'evidence.field.confidentiality': 'Confidentiality',
  'evidence.field.note': 'Note',
  'evidence.hint.activityDate': 'The day of the meeting or activity',
  'evidence.error.period': 'Valid until must not be before valid from',
  'evidence.error.field': '{field} is not right yet',
  'evidence.warning.other': 'The details need checking',
  'docType.decree': 'Decree',
  'docType.invitation': 'Invitation',
  'docType.attendance': 'Attendance list',
  'docType.minutes': 'Minutes',
  'docType.photo': 'Photo',
  'docType.report': 'Report',
  'docType.plan': 'Plan',
  'docType.sop': 'Procedure',
  'docType.register': 'Register or summary',
  'docType.letter': 'Letter',
  'docType.screenshot': 'Screenshot',
  'docType.other': 'Other',
  'evidence.warning.no-date': 'The document date is missing',
  'evidence.warning.no-number': 'The document number is missing',
  'evidence.warning.dates-disagree':
    'Document date and activity date do not match: check the dates',
  'evidence.warning.outside-period': 'Dated outside the year of the assessment',
  'evidence.warning.same-file-other-unit': 'Another unit uses the same file',
  'evidence.warning.no-text-layer': 'A scan without text: make sure it is readable',
  'evidence.warning.formula-cells': 'The table has formulas: open it with care in a spreadsheet',
  'evidence.onlyTitle': 'Only the title is required. The other details help the assessors.',
  'file.reason.type-not-allowed': 'kind of file not accepted',
  'file.reason.can-run': 'the file can run a program',
  'file.reason.macros': 'the file contains macros',
  'file.reason.password': 'the file is locked with a password',
  'file.reason.too-much-inside': 'the content is too large when opened',
  'file.reason.two-types': 'the file is disguised as another kind',
  'file.reason.damaged': 'the stored content has changed',
  'problem.type-refused.text.can-run':
    'This file can run a program, so it was not stored. Print or export it to PDF and upload that.',
  'problem.type-refused.text.macros':
    'This file contains macros, so it was not stored. Save it without macros (DOCX or XLSX) or export it to PDF, then upload it again.',
  'problem.type-refused.text.password':
    'This file is locked with a password, so it was not stored. Open it, remove the password, then upload it again.',
  'problem.type-refused.text.broken':
    'This file is damaged or cut off, so it was not stored. Open the original, save it again, then upload it.',
  'problem.type-refused.text.too-much-inside':
    'The content becomes huge when opened, so it was not stored. Upload the original documents one by one.',
  'problem.type-refused.text.files-inside':
    'The file carries other files that assessors do not see, so it was not stored. Save it again without attachments, then upload each attachment as evidence of its own.',
  'problem.type-refused.text.not-accepted-here':
    'Your institution does not accept this kind of file, so it was not stored. Save it as another kind, such as PDF, then upload it again.',
  'problem.type-refused.text.malware':
    'The malware scanner has found something dangerous in exactly this file before, so it was not stored. Do not open it; tell your IT staff and upload a clean file.',
  'problem.type-refused.text.two-types':
    'This file is two kinds of files in one, so it was not stored. Export it to PDF again, then upload it.',
}
