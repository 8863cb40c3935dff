/** Texts of the page from which dossiers are taken. */
export const dossier = {
  'dossier.title': '{count} final {count|dossier|dossiers} ready to download',
  'dossier.title.none': 'There are no dossiers yet',
  'dossier.title.noneFinal': '{count} {count|dossier|dossiers}, none final yet',
  'dossier.meta': 'A dossier is final when its sheet is closed.',
  'dossier.empty.text':
    'Dossiers are made from worksheets. As soon as a unit begins a sheet, its dossier can be downloaded here.',
  'dossier.notAllowed': 'Dossiers are not for your role',
  'dossier.notAllowed.text':
    'Unit coordinators, assessors, leadership and administrators can download dossiers. If you need them, ask an administrator to add a role.',
  'dossier.search': 'Search units',
  'dossier.period': 'Period',
  'dossier.period.all': 'All periods',
  'dossier.show': 'Show',
  'dossier.show.all': 'All stages',
  'dossier.show.final': 'Closed ones',
  'dossier.noMatch': 'No dossier matches the filter.',
  'dossier.list': 'Dossiers of units',
  'dossier.final': 'Final: the sheet is closed and no longer changes.',
  'dossier.draft': 'Not final: the sheet is not closed, the dossier may still change.',
  'dossier.kind.pdf': 'PDF',
  'dossier.kind.xlsx': 'XLSX',
  'dossier.kind.zip': 'Complete ZIP',
  'dossier.download': 'Download {kind} for {unit}',
  'dossier.state.preparing': 'Preparing {kind}…',
  'dossier.state.started': 'Your browser is downloading the {kind}. See its list of downloads.',
  'dossier.state.startedZip':
    'The ZIP is being put together and downloaded by your browser. Large files may take some minutes; you may leave this page.',
  'dossier.state.failed': 'The {kind} was not downloaded. {title}. {text}',
  'dossier.inside': 'What is inside',
  'dossier.inside.pdf':
    'A summary of score and requirements, then the whole sheet with the unit’s answers and the assessors’ verdicts. To print and sign.',
  'dossier.inside.xlsx':
    'The sheet in the official columns, with formulas. To work with or compare.',
  'dossier.inside.zip':
    'PDF, XLSX, JSON data and all evidence files in folders by area, with a SHA-256 list that proves them without this application.',
}
