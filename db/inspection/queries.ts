import type { QueriesOf } from '../context.ts'
import { drawingQueries } from './drawing.ts'
import { inspectionQueries } from './inspections.ts'
import { pageQueries } from './pages.ts'
import { rateQueries } from './rates.ts'
import { rescanQueries } from './rescan.ts'
import { ruleQueries } from './rule.ts'

export const queries: QueriesOf<'inspection'> = {
  ...inspectionQueries,
  ...drawingQueries,
  ...ruleQueries,
  ...pageQueries,
  ...rescanQueries,
  ...rateQueries,
}
