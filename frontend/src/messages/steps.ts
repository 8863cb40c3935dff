import { id } from './id'
import { steps } from './id/steps'

/** What shows the way of a sheet or a calendar brings its texts along, so that the first load stays small. */
Object.assign(id, steps)
