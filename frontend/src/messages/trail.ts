import { id } from './id'
import { trail } from './id/trail'

/** The page of the trail brings its texts along, so that the first load stays small. */
Object.assign(id, trail)
