import type { QueriesOf } from '../context.ts'
import { agreementFileQueries } from './agreement-files.ts'
import { agreementQueries } from './agreements.ts'
import { delegationQueries } from './delegations.ts'
import { giftQueries } from './gifts.ts'
import { listQueries } from './lists.ts'
import { membershipQueries } from './memberships.ts'
import { partnerQueries } from './partners.ts'
import { projectQueries } from './projects.ts'
import { ruleQueries } from './rule.ts'
import { reportQueries } from './year-reports.ts'

export const queries: QueriesOf<'cooperation'> = {
  ...agreementFileQueries,
  ...agreementQueries,
  ...delegationQueries,
  ...giftQueries,
  ...listQueries,
  ...membershipQueries,
  ...partnerQueries,
  ...projectQueries,
  ...reportQueries,
  ...ruleQueries,
}
