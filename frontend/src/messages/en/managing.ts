import type { managing as source } from '../id/managing'

/** Refusals to those who manage units, periods and people. */
export const managing: Record<keyof typeof source, string> = {
  'problem.too-many-units.title': 'There are too many units',
  'problem.too-many-units.text':
    'This unit was not saved. An institution holds at most 5,000 units; use an inactive one again.',
  'problem.too-many-drafts.title': 'There are too many drafts',
  'problem.too-many-drafts.text':
    'No draft was begun. Publish or delete one that nobody works on any more.',
  'problem.unit-has-active-units.title': 'There are still active units below it',
  'problem.unit-has-active-units.text':
    'This unit stays active. Deactivate or move the units below it first.',
  'problem.parent-unit-not-there.title': 'The parent unit is not there',
  'problem.parent-unit-not-there.text':
    'Nothing was saved. Reload the page and choose the parent unit again.',
  'problem.parent-unit-inactive.title': 'The parent unit is not active',
  'problem.parent-unit-inactive.text':
    'Nothing was saved. Activate the parent unit first, or choose another one.',
  'problem.unit-below-itself.title': 'A unit cannot stand below itself',
  'problem.unit-below-itself.text':
    'Nothing was saved. Choose a parent that is neither this unit nor one below it.',
  'problem.unit-name-taken.title': 'The name of the unit is taken',
  'problem.unit-name-taken.text':
    'Nothing was saved. There is a unit with this name below the same parent; choose another name.',
  'problem.dates-out-of-order.title': 'The dates are out of order',
  'problem.dates-out-of-order.text':
    'Nothing was saved. The order is: opening, unit deadline, TPI deadline, nomination deadline.',
  'problem.period-name-taken.title': 'The name of the period is taken',
  'problem.period-name-taken.text':
    'Nothing was saved. Choose another name, for example with its year or round.',
  'problem.too-many-periods.title': 'There are too many periods',
  'problem.too-many-periods.text': 'This period was not saved. Change one that is no longer used.',
  'problem.instrument-not-published.title': 'The instrument is not published',
  'problem.instrument-not-published.text':
    'Nothing was saved. Choose an instrument and version from the list.',
  'problem.instrument-retired.title': 'This instrument is no longer offered',
  'problem.instrument-retired.text':
    'Nothing was saved. Choose another instrument, or offer this one again on the page of instruments.',
  'problem.email-taken.title': 'Another person has this e-mail address',
  'problem.email-taken.text':
    'Nothing was saved. Check its spelling, or look for that person in the list.',
  'problem.username-taken.title': 'Another person has this account name',
  'problem.username-taken.text':
    'Nothing was saved. An account name never moves to another person; choose another one.',
  'problem.username-fixed.title': 'An account name cannot change',
  'problem.username-fixed.text':
    'Nothing was saved. An account name stays with its person; put the former one back.',
  'problem.role-needs-unit.title': 'This role needs a unit',
  'problem.role-needs-unit.text': 'Nothing was saved. Choose the unit that is coordinated.',
  'problem.role-of-institution.title': 'This role holds for the whole institution',
  'problem.role-of-institution.text':
    "Nothing was saved. Leave the unit of the administrator's role empty.",
  'problem.role-without-areas.title': 'This role is not limited to areas',
  'problem.role-without-areas.text':
    'Nothing was saved. Only area coordinators answer for certain areas.',
  'problem.role-unit-not-there.title': 'The unit is not there',
  'problem.role-unit-not-there.text':
    'Nothing was saved. Reload the page and choose the unit again.',
  'problem.own-administration.title': 'You cannot take away your own administration',
  'problem.own-administration.text': 'Nothing changed. Ask another administrator to do it.',
  'problem.last-administrator.title': 'This is the last administrator',
  'problem.last-administrator.text':
    'Nothing changed. Appoint another administrator first, then try again.',
  'problem.identity-elsewhere.title': 'Accounts are kept outside ZITrack',
  'problem.identity-elsewhere.text':
    "No invitation was made. The institution's sign-in service (SSO) keeps accounts; this person signs in with the registered e-mail address.",
  'problem.inactive-person-invited.title': 'This person is not active',
  'problem.inactive-person-invited.text':
    'No invitation was made. Activate the person first, then invite.',
  'problem.first-administrator-not-needed.title': 'There is an administrator already',
  'problem.first-administrator-not-needed.text':
    'Nothing changed. Sign in, or ask an administrator to enter you.',
}
