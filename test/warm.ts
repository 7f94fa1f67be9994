import { beforeAll } from 'vitest'
import { analyse } from '../src/analyse.js'

/** Models and patterns load with the first text, which takes a busy machine its time: import this where texts are read, and no test waits for them. */
beforeAll(() => void analyse('“Ann Lee met Bo Li in Oslo on Monday,” 300 people said.', { publishedAt: '2019-04-24' }))
