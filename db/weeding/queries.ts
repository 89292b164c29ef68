import type { QueriesOf } from '../context.ts'
import { candidateQueries } from './candidates.ts'
import { dossierQueries } from './dossiers.ts'
import { itemQueries } from './items.ts'
import { ruleQueries } from './rule.ts'

export const queries: QueriesOf<'weeding'> = {
  ...dossierQueries,
  ...itemQueries,
  ...candidateQueries,
  ...ruleQueries,
}
