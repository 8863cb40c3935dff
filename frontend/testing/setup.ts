import { afterEach } from 'vitest'
import { cleanUp } from './render'

afterEach(cleanUp)
