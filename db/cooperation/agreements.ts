import { sql } from 'kysely'
import type { Agreement, AgreementFields } from '../../shared/cooperation/contract.ts'
import { agreementStandingOn, daysBetween } from '../../shared/cooperation/rules.ts'
import { addDays } from '../../shared/dates.ts'
import { fold } from '../../shared/fold.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { requireLinked, requireOrder, setLinks } from './checks.ts'
import { linkedBy } from './reading.ts'
import { readRule } from './rule.ts'

type Commands = Pick<CommandsOf<'cooperation'>, 'addAgreement' | 'updateAgreement'>
type Checking = Pick<Parameters<Commands['addAgreement']>[1], 'db' | 'fail' | 'today'>

/** What ended longer ago and nobody renewed is over, and needs no reminder. */
const justEndedDays = 30

export const agreementQueries: Pick<QueriesOf<'cooperation'>, 'agreement' | 'expiring'> = {
  agreement: async ({ id }, { db, fail, today }) =>
    (await readAgreements(db, [id], today))[0] ?? fail('agreement_not_found', { id }),

  async expiring(_, { db, today }) {
    const { noticeDays } = await readRule(db)
    const span = { from: addDays(today, -justEndedDays), to: addDays(today, noticeDays) }
    const ending = await endingAgreements(db, span, 200)
    const found = await readAgreements(
      db,
      ending.map(({ id }) => id),
      today,
    )
    return {
      noticeDays,
      rows: found.filter(({ standing }) => standing === 'expiring' || standing === 'expired'),
    }
  },
}

/** Those whose term ends between two days and that no other one renews, the next to end first. */
export async function endingAgreements(
  db: Reader,
  { from, to }: { from: string; to: string },
  limit: number,
): Promise<{ id: number; on: string; name: string }[]> {
  const { rows } = await sql<{ id: number; on: string; name: string }>`
    select id, endsOn as "on", name from agreement indexed by agreementByEnd
    where endsOn between ${from} and ${to} and removedOn is null and endedOn is null
      and not exists (select 1 from agreement as renewal
        where renewal.renewsId = agreement.id and renewal.removedOn is null)
    order by endsOn, id limit ${limit}`.execute(db)
  return rows
}

export const agreementCommands: Commands = {
  async addAgreement(fields, context) {
    const { db, today } = context
    await check(fields, null, context)
    const { id } = await db
      .insertInto('agreement')
      .values(asRow(fields))
      .returning('id')
      .executeTakeFirstOrThrow()
    await setLinks(db, partnerLinks, id, fields.partnerIds)
    return saved(db, id, today)
  },

  async updateAgreement({ id, rev, ...fields }, context) {
    const { db, fail, today } = context
    const [agreement] = await readAgreements(db, [id], today)
    if (!agreement) return fail('agreement_not_found', { id })
    if (agreement.rev !== rev) fail('stale', { id, rev: agreement.rev })
    const renewed = fields.renewsId === null ? [] : await readAgreements(db, [fields.renewsId], today)
    if (fields.renewsId === id || renewed[0]?.renewsId === id) fail('renews_itself')
    await check(fields, id, context)
    await setLinks(db, partnerLinks, id, fields.partnerIds)
    await db
      .updateTable('agreement')
      .set({ ...asRow(fields), rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return saved(db, id, today)
  },
}

const partnerLinks = { table: 'agreementPartner', owner: 'agreementId', other: 'partnerId' } as const

async function check(
  fields: AgreementFields,
  id: number | null,
  { db, fail, today }: Checking,
): Promise<void> {
  requireOrder(fields.startsOn, [fields.endsOn, fields.endedOn], fail)
  await requireLinked(db, { partner: fields.partnerIds }, fail)
  if (fields.renewsId === null) return
  const [renewed] = await readAgreements(db, [fields.renewsId], today)
  if (!renewed) return fail('agreement_not_found', { id: fields.renewsId })
  if (renewed.renewedBy !== null && renewed.renewedBy.id !== id)
    fail('already_renewed', { name: renewed.name, by: renewed.renewedBy.name })
}

function asRow({ partnerIds: _, ...fields }: AgreementFields) {
  return { ...fields, folded: fold(`${fields.name} ${fields.number}`) }
}

async function saved(db: Reader, id: number, today: string): Promise<Agreement> {
  const [agreement] = await readAgreements(db, [id], today)
  if (!agreement) throw new Error('an agreement that was just written is not there')
  return agreement
}

/** In the order of the ids; those that were removed are left out. */
export async function readAgreements(
  db: Reader,
  ids: readonly number[],
  today: string,
): Promise<Agreement[]> {
  const { rows } = await sql<Row>`
    select a.id, a.rev, a.name, a.number, a.kind, a.signedOn, a.startsOn, a.endsOn, a.endedOn, a.renewsId, a.note,
      old.name as renewsName, later.id as renewedById, later.name as renewedByName,
      (select count(*) from agreementEvidence as file where file.agreementId = a.id and file.removedOn is null) as files
    from json_each(${JSON.stringify(ids)}) as wanted join agreement as a on a.id = wanted.value
    left join agreement as old on old.id = a.renewsId
    left join agreement as later on later.renewsId = a.id and later.removedOn is null
    where a.removedOn is null order by wanted.key`.execute(db)
  const partnersOf = await linkedBy(db, { table: 'agreementPartner', owner: 'agreementId' }, ids)
  const { noticeDays } = await readRule(db)
  return rows.map(({ renewsName, renewedById, renewedByName, ...row }) => {
    const partners = partnersOf(row.id)
    const renewedBy = renewedById === null ? null : { id: renewedById, name: renewedByName ?? '' }
    return {
      ...row,
      partners,
      partnerIds: partners.map(({ id }) => id),
      renews: row.renewsId === null ? null : { id: row.renewsId, name: renewsName ?? '' },
      renewedBy,
      daysLeft: row.endsOn === null ? null : daysBetween(today, row.endsOn),
      standing: agreementStandingOn({ ...row, isRenewed: renewedBy !== null }, { on: today, noticeDays }),
    }
  })
}

type Row = Omit<Agreement, 'partners' | 'partnerIds' | 'renews' | 'renewedBy' | 'daysLeft' | 'standing'> & {
  renewsName: string | null
  renewedById: number | null
  renewedByName: string | null
}
