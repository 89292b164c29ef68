import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { TableName } from '../privacy.ts'

export type CooperationPlace = 'projects' | 'agreements' | 'delegations' | 'memberships' | 'gifts'
type Step = { table: TableName; which: RawBuilder<SqlBool> }
type Made = (place: CooperationPlace) => RawBuilder<unknown>
type Unused = (table: string, column: string) => RawBuilder<unknown>

const found = sql.ref('found.id')

/** A record that somebody has changed meanwhile keeps its parts. */
function partsOf(table: TableName, owner: TableName, column: string, ids: RawBuilder<unknown>): Step {
  const ownerId = sql.ref(`found.${column}`)
  return {
    table,
    which: sql`${ownerId} in (${ids})
      and not exists (select 1 from journalRow where tableName = ${owner} and rowId = ${ownerId})`,
  }
}

/** What stands on others goes first. */
export function cooperationSteps(made: Made, unused: Unused): Step[] {
  return [
    partsOf('giftItem', 'gift', 'giftId', made('gifts')),
    { table: 'gift', which: sql`${found} in (${made('gifts')}) and ${unused('giftItem', 'giftId')}` },
    { table: 'delegation', which: sql`${found} in (${made('delegations')})` },
    partsOf('projectPartner', 'cooperationProject', 'projectId', made('projects')),
    {
      table: 'cooperationProject',
      which: sql`${found} in (${made('projects')}) and ${unused('projectPartner', 'projectId')}
        and ${unused('projectActivity', 'projectId')} and ${unused('gift', 'projectId')}
        and ${unused('delegation', 'projectId')}`,
    },
    partsOf('agreementPartner', 'agreement', 'agreementId', made('agreements')),
    {
      table: 'agreement',
      which: sql`${found} in (${made('agreements')}) and ${unused('agreementPartner', 'agreementId')}
        and ${unused('agreementEvidence', 'agreementId')} and ${unused('agreement', 'renewsId')}`,
    },
    partsOf('membershipFee', 'membership', 'membershipId', made('memberships')),
    {
      table: 'membership',
      which: sql`${found} in (${made('memberships')}) and ${unused('membershipFee', 'membershipId')}`,
    },
  ]
}

/** No record of co-operation speaks of the partner. */
export const noRecordNames = sql`not exists (select 1 from projectPartner where partnerId = ${found})
  and not exists (select 1 from agreementPartner where partnerId = ${found})
  and not exists (select 1 from delegation where partnerId = ${found})
  and not exists (select 1 from gift where partnerId = ${found})`
