import type { ExamplesOf } from '../example.ts'
import { interchangeBeside } from './interchange-beside.ts'
import { interchangeRuns } from './interchange-runs.ts'

export const interchange = {
  ...interchangeBeside,
  ...interchangeRuns,
} satisfies ExamplesOf<'interchange'>
