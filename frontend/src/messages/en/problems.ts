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
  'problem.dates-move-by-letter.title': 'This date moves only by letter',
  'problem.dates-move-by-letter.text':
    'Nothing was saved. Open the calendar of this period, choose Move, and enter letter number, date and reason.',
  'problem.too-many-moves.title': 'The history of dates is full',
  'problem.too-many-moves.text':
    'Nothing was saved. This institution has recorded too many moves and extensions.',
  'problem.step-not-ready.title': 'This step is not possible yet',
  'problem.step-not-ready.text':
    'Nothing changed. Fulfil what the step requires first, or give a reason where that is allowed.',
  'problem.deadline-passed.title': 'The deadline has passed',
  'problem.deadline-passed.text':
    'Answers are locked because this period closes automatically. What is saved is safe and can be submitted; ask the administrator for an extension if needed.',
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
  'problem.no-room-left.title': 'No room left for the institution',
  'problem.no-room-left.text':
    'The file was not stored because all evidence of the institution would exceed {limit}; what is stored is safe. Ask the administrator to raise the limit, then upload again.',
  'problem.scanner-is-off.title': 'No malware scanner is set up',
  'problem.scanner-is-off.text':
    'The file stays withheld. Set up a malware scanner on the server (zitrack.clamd.address), then scan again.',
  'problem.scanner-is-on.title': 'A malware scanner is set up',
  'problem.scanner-is-on.text':
    'Files go on waiting and are not opened without a scan. Start the scanner again; scanning then goes on by itself.',
  'problem.type-refused.title': 'This kind of file is not accepted',
  'problem.type-refused.text':
    'The file was not stored because its content is not an accepted document or image. Convert it to PDF, JPG, PNG, DOCX or XLSX, then upload it again.',
  'problem.empty-file.title': 'The file is empty',
  'problem.empty-file.text':
    'The file has no content and was not stored. Open it on your computer, make sure it has content, then upload it again.',
  'problem.evidence-in-use.title': 'The evidence is still used',
  'problem.evidence-in-use.text':
    'The evidence was not deleted because questions, activities or preconditions still use it. Remove it everywhere first.',
  'problem.evidence-held.title': 'The evidence is on hold',
  'problem.evidence-held.text':
    'An administrator holds this evidence ({because}), so it cannot be deleted or destroyed.',
  'problem.retention-running.title': 'The retention time is not over',
  'problem.retention-running.text':
    'Evidence has to be deleted first, and may be destroyed only after its retention time ({until}).',
  'problem.dossier-broken.title': 'The dossier cannot be exported',
  'problem.dossier-broken.text':
    'Stored files are damaged or lost: {evidence}. Upload the same files again, then export again.',
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
    'The line broke before the whole file had arrived. What has arrived is safe; upload again to continue.',
  'problem.upload-locked.title': 'The upload is running elsewhere',
  'problem.upload-locked.text':
    'What has arrived is safe. Wait some seconds; the upload goes on by itself.',
  'problem.upload-gone.title': 'This upload has ended',
  'problem.upload-gone.text':
    'It was not continued for more than 24 hours, or it was cancelled. Upload the file from the start.',
  'problem.upload-incomplete.title': 'The file has not arrived completely',
  'problem.upload-incomplete.text': 'What has arrived is safe. Continue the upload.',
  'problem.upload-offset.title': 'The upload has to find its place',
  'problem.upload-offset.text':
    'What has arrived is safe. The upload goes on from what the server has received.',
  'problem.upload-checksum.title': 'The file changed on its way',
  'problem.upload-checksum.text':
    'The damaged part was not stored. Try again; if it happens again, have the office network checked.',
  'problem.upload-chunk-too-large.title': 'The part is too large',
  'problem.upload-chunk-too-large.text': 'This part was not stored. Send smaller parts.',
  'problem.tus-version.title': 'This page has to be reloaded',
  'problem.tus-version.text':
    'Page and server speak different versions of uploading. Reload the page, then pick the file again to continue.',
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
