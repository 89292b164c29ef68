import type { ExamplesOf } from '../example.ts'
import { interchangeBeside } from './interchange-beside.ts'
import { interchangeExport } from './interchange-export.ts'
import { interchangeRuns } from './interchange-runs.ts'

export const interchange = {
  ...interchangeBeside,
  ...interchangeExport,
  ...interchangeRuns,
} satisfies ExamplesOf<'interchange'>
