import type { QueriesOf } from '../context.ts'
import { headcountQueries } from './headcounts.ts'
import { peopleQueries } from './people.ts'
import { ruleQueries } from './rule.ts'
import { trainingQueries } from './training.ts'

export const queries: QueriesOf<'staff'> = {
  ...peopleQueries,
  ...trainingQueries,
  ...headcountQueries,
  ...ruleQueries,
}
