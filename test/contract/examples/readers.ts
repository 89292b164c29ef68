import type { ExamplesOf } from '../example.ts'
import { counters } from './reader-counters.ts'
import { loans } from './reader-loans.ts'
import { people } from './reader-people.ts'

export const readers: ExamplesOf<'readers'> = { ...counters, ...people, ...loans }
