import type { QueriesOf } from '../context.ts'
import { documentQueries } from './documents.ts'
import { milestoneQueries } from './milestones.ts'
import { moneyQueries } from './money.ts'
import { roadmapQueries } from './roadmaps.ts'
import { targetQueries } from './targets.ts'

export const queries: QueriesOf<'plans'> = {
  ...roadmapQueries,
  ...milestoneQueries,
  ...documentQueries,
  ...moneyQueries,
  ...targetQueries,
}
