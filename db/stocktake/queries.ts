import type { QueriesOf } from '../context.ts'
import { closingQueries } from './closing.ts'
import { itemQueries } from './items.ts'
import { openingQueries } from './opening.ts'
import { progressQueries } from './progress.ts'
import { runQueries } from './runs.ts'
import { scanQueries } from './scans.ts'
import { sessionQueries } from './sessions.ts'
import { sourceQueries } from './sources.ts'

export const queries: QueriesOf<'stocktake'> = {
  ...sessionQueries,
  ...openingQueries,
  ...progressQueries,
  ...itemQueries,
  ...scanQueries,
  ...sourceQueries,
  ...runQueries,
  ...closingQueries,
}
