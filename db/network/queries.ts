import type { QueriesOf } from '../context.ts'
import { conditionQueries } from './conditions.ts'
import { exchangeQueries } from './exchanges.ts'
import { pointQueries } from './points.ts'
import { populationQueries } from './population.ts'
import { supportQueries } from './supports.ts'
import { surveyQueries } from './survey.ts'

export const queries: QueriesOf<'network'> = {
  ...pointQueries,
  ...conditionQueries,
  ...surveyQueries,
  ...supportQueries,
  ...exchangeQueries,
  ...populationQueries,
}
