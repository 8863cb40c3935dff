import { id } from './id'
import { instruments } from './id/instruments'

/** A page that imports this brings its texts along, so that the first load stays small. */
Object.assign(id, instruments)
