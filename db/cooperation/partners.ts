import { sql } from 'kysely'
import { sortKey } from '../../shared/collate.ts'
import type { Partner, PartnerFields } from '../../shared/cooperation/contract.ts'
import { fold } from '../../shared/fold.ts'
import type { Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { isUsed, namedInDetails, namingColumns, readPartners } from './reading.ts'

export const partnerQueries: Pick<QueriesOf<'cooperation'>, 'partner'> = {
  partner: async ({ id }, { db, fail }) =>
    (await readPartners(db, [id]))[0] ?? fail('partner_not_found', { id }),
}

export const partnerCommands: Pick<
  CommandsOf<'cooperation'>,
  'addPartner' | 'updatePartner' | 'mergePartners' | 'removePartner'
> = {
  async addPartner(fields, { db, fail }) {
    await refuseTwin(db, { fields, id: null }, fail)
    const { id } = await db
      .insertInto('partner')
      .values(asRow(fields))
      .returning('id')
      .executeTakeFirstOrThrow()
    return asSaved(db, id)
  },

  async updatePartner({ id, rev, ...fields }, { db, fail }) {
    const partner = await requirePartner(db, id, fail)
    if (partner.rev !== rev) fail('stale', { id, rev: partner.rev })
    await refuseTwin(db, { fields, id }, fail)
    await db
      .updateTable('partner')
      .set({ ...asRow(fields), rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return asSaved(db, id)
  },

  async mergePartners({ id, intoId }, { db, fail }) {
    if (id === intoId) fail('same_partner')
    await requirePartner(db, id, fail)
    await requirePartner(db, intoId, fail)
    const activityIds = await activitiesNaming(db, id)
    await moveNames(db, id, intoId)
    for (const named of await namedInDetails(db, id)) {
      const details = { ...(JSON.parse(named.details) as Record<string, unknown>), [named.key]: intoId }
      await db
        .updateTable('activity')
        .set({ details: JSON.stringify(details) })
        .where('id', '=', named.id)
        .execute()
    }
    // A change of the activity itself tells forms that are open, and the index of its partners.
    for (const activityId of activityIds)
      await db
        .updateTable('activity')
        .set((is) => ({ rev: is('rev', '+', 1) }))
        .where('id', '=', activityId)
        .execute()
    await db.deleteFrom('partner').where('id', '=', id).execute()
    return asSaved(db, intoId)
  },

  async removePartner({ id, rev }, { db, fail }) {
    const partner = await requirePartner(db, id, fail)
    if (partner.rev !== rev) fail('stale', { id, rev: partner.rev })
    if (await isUsed(db, id)) {
      const { name, activities, projects, agreements, delegations, gifts } = partner
      fail('partner_in_use', { name, activities, projects, agreements, delegations, gifts })
    }
    await db.deleteFrom('partner').where('id', '=', id).execute()
    return { id }
  },
}

async function activitiesNaming(db: Writer, id: number): Promise<number[]> {
  const rows = await db
    .selectFrom('activityPartner')
    .select('activityId')
    .where('partnerId', '=', id)
    .execute()
  return rows.map(({ activityId }) => activityId)
}

/** A record that named both names the one that stays once. */
async function moveNames(db: Writer, id: number, intoId: number): Promise<void> {
  for (const { table, column } of namingColumns) {
    await sql`update or ignore ${sql.table(table)} set ${sql.ref(column)} = ${intoId}
      where ${sql.ref(column)} = ${id}`.execute(db)
    // A point stands for one partner, which the one that stays may be already for another point.
    if (table === 'servicePoint')
      await sql`update servicePoint set partnerId = null where partnerId = ${id}`.execute(db)
    else if (isLink(table))
      await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${id}`.execute(db)
  }
}

const isLink = (table: string) => table.endsWith('Partner')

function asRow(fields: PartnerFields) {
  return { ...fields, sortKey: sortKey(fields.name), folded: fold(fields.name) }
}

async function refuseTwin(
  db: Writer,
  { fields, id }: { fields: PartnerFields; id: number | null },
  fail: Fail<'duplicate_partner'>,
): Promise<void> {
  const twin = await db
    .selectFrom('partner')
    .select(['id', 'name'])
    .where('name', '=', fields.name)
    .executeTakeFirst()
  if (twin && twin.id !== id) fail('duplicate_partner', twin)
}

async function requirePartner(db: Writer, id: number, fail: Fail<'partner_not_found'>): Promise<Partner> {
  return (await readPartners(db, [id]))[0] ?? fail('partner_not_found', { id })
}

async function asSaved(db: Writer, id: number): Promise<Partner> {
  const [partner] = await readPartners(db, [id])
  if (!partner) throw new Error('a partner that was just written is not there')
  return partner
}
