import type { QueriesOf } from '../context.ts'
import { awardQueries } from './awards.ts'
import { branchQueries } from './branches.ts'
import { duesQueries } from './dues.ts'
import { friendlyQueries } from './friendly.ts'
import { incomeQueries } from './income.ts'
import { ledgerQueries } from './ledger.ts'
import { memberQueries } from './members.ts'
import { rateQueries } from './rates.ts'
import { reportQueries } from './report.ts'

export const queries: QueriesOf<'association'> = {
  ...branchQueries,
  ...memberQueries,
  ...rateQueries,
  ...duesQueries,
  ...ledgerQueries,
  ...incomeQueries,
  ...awardQueries,
  ...friendlyQueries,
  ...reportQueries,
}
