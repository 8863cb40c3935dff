import type { problems as source } from '../id/problems'

export const problems: Record<keyof typeof source, string> = {
  'problem.unexpected.title': 'Something went wrong on the server',
  'problem.unexpected.text':
    'Everything marked as saved is safe. Try again; if it happens again, send the incident number to your administrator.',
  'problem.incident': 'Incident number: {incident}',
  'problem.no-connection.title': 'The server cannot be reached',
  'problem.no-connection.text':
    'The line broke before the server answered. Your entries are still in this browser. Check the network and try again.',
  'problem.timed-out.title': 'The server took too long to answer',
  'problem.timed-out.text':
    'The network is slow or the server is busy. Your entries are still in this browser. Wait a moment and try again.',
  'problem.cancelled.title': 'Cancelled',
  'problem.cancelled.text': 'Nothing was saved.',
  'problem.sign-in-required.title': 'Please sign in again',
  'problem.sign-in-required.text':
    'Your sign-in has expired. Your entries are still in this browser. Sign in again to go on.',
  'problem.person-unknown.title': 'Your account is not registered yet',
  'problem.person-unknown.text':
    'You signed in, but the administrator has not registered your e-mail address. Contact the administrator of your institution, then sign in again.',
  'problem.not-allowed.title': 'You are not allowed to do this',
  'problem.not-allowed.text':
    'Nothing was changed. If this is your task, ask the administrator of your institution for the role.',
  'problem.not-in-this-stage.title': 'The stage of the assessment does not allow this',
  'problem.not-in-this-stage.text':
    'Nothing was changed. The stage may have changed just now; reload the page to see where it stands.',
  'problem.not-there.title': 'Nothing found here',
  'problem.not-there.text':
    'It may have been deleted, or it does not belong to your unit. Go to the home page and open it from there.',
  'problem.changed-meanwhile.title': 'Somebody else has just changed this',
  'problem.changed-meanwhile.text':
    'Your change was not saved, so that it does not overwrite theirs. Reload, check, and make your change again.',
  'problem.answer-changed.title': 'Somebody else has just changed this answer',
  'problem.answer-changed.text': 'Both versions are kept. Choose one or merge them, then save.',
  'problem.if-match-required.title': 'This page needs to be reloaded',
  'problem.if-match-required.text':
    'The server does not know which version you changed, so nothing was saved. Reload the page and try again.',
  'problem.invalid-request.title': 'Some entries are not right yet',
  'problem.invalid-request.text': 'Nothing was saved. Correct the marked fields, then save again.',
  'problem.too-large.title': 'The file is too large',
  'problem.too-large.text':
    'The file was not stored. The limit is {limit} for each file. Shrink or split the file, then upload it again.',
  'problem.type-refused.title': 'This kind of file is not accepted',
  'problem.type-refused.text':
    'The file was not stored because its content is not an accepted document or image. Convert it to PDF, JPG, PNG, DOCX or XLSX, then upload it again.',
  'problem.empty-file.title': 'The file is empty',
  'problem.empty-file.text':
    'The file has no content and was not stored. Open it on your computer, make sure it has content, then upload it again.',
  'problem.evidence-in-use.title': 'The evidence is still used',
  'problem.evidence-in-use.text':
    'The evidence was not deleted because questions, activities or preconditions still use it. Remove it everywhere first.',
  'problem.linked-by-activity.title': 'Linked through an activity',
  'problem.linked-by-activity.text':
    'The evidence was not unlinked because an activity brings it to this question. Unlink the activity, or take the evidence out of it.',
  'problem.activity-in-use.title': 'The activity is still used',
  'problem.activity-in-use.text':
    'The activity was not deleted because it still proves questions. Unlink it from all of them first.',
  'problem.activity-proves-locked.title': 'The activity proves a locked answer',
  'problem.activity-proves-locked.text':
    'Nothing was unlinked: a submitted sheet must not lose evidence. Try again when the question is sent back.',
  'problem.inquiry-closed.title': 'The request is closed',
  'problem.inquiry-closed.text':
    'It was answered or withdrawn already, so nothing has changed. Reload to see how it stands.',
  'problem.not-complete.title': 'The sheet is not complete',
  'problem.not-complete.text':
    'The sheet was not submitted. Fill in what is blank, or state that the gaps are intended.',
  'problem.storage-full.title': 'The storage of the server is full',
  'problem.storage-full.text':
    'This was not saved; what was saved before is safe. Tell the administrator and try again once there is room.',
  'problem.store-unreachable.title': 'The data store cannot be reached right now',
  'problem.store-unreachable.text':
    'This was not saved; your entries are still in this browser. Wait some minutes and try again.',
  'problem.invalid-answer.title': 'The answer does not fit the question',
  'problem.invalid-answer.text':
    'The answer was not saved. Check your number or choice against the rule below the question.',
  'problem.busy.title': 'Many people are changing this sheet',
  'problem.busy.text':
    'Your change was not saved; your entries are still in this browser. Try again in a moment.',
  'problem.question-locked.title': 'This question is locked',
  'problem.question-locked.text':
    'The assessors returned other questions, so this one cannot be changed. Nothing was changed.',
  'problem.invalid-answers.title': 'Some answers do not fit',
  'problem.invalid-answers.text':
    'None of them was saved. Correct the marked answers, then send all of them again.',
  'problem.assessment-exists.title': 'There is already a sheet for this period',
  'problem.assessment-exists.text':
    'The unit already has a sheet in this period. Open it from the worksheets page.',
  'problem.upload-broken.title': 'The upload was cut off',
  'problem.upload-broken.text':
    'The line broke before the whole file had arrived, so nothing was stored. Upload it again.',
  'problem.evidence-of-other-unit.title': 'This evidence belongs to another unit',
  'problem.evidence-of-other-unit.text':
    'The evidence was not linked. Upload the file as evidence of your own unit.',
  'problem.file-not-available.title': 'The file cannot be opened',
  'problem.file-not-available.text':
    'The file is held back until its check is done. Try again later, or upload a new version.',
  'problem.person-inactive.title': 'Your account is inactive',
  'problem.person-inactive.text':
    'You signed in, but the administrator has deactivated this account. Contact your administrator.',
  'problem.type-not-supported.title': 'This page needs to be reloaded',
  'problem.type-not-supported.text':
    'The server does not know this form of request, so nothing was saved. Reload the page and try again.',
}
