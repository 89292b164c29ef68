import type { Retirement } from '../../shared/facilities/contract.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { deleteRows, insertRow, isCurrent } from '../plain-rows.ts'

export const retirementQueries: Pick<QueriesOf<'facilities'>, 'retirements'> = {
  retirements: (_, { db }) => readRetirements(db),
}

export const retirementCommands: Pick<CommandsOf<'facilities'>, 'retire' | 'cancelRetirement'> = {
  async retire({ equipmentIds, members, ...fields }, { db, fail, today }) {
    if (fields.decidedOn > today) fail('in_future')
    const things = await db
      .selectFrom('equipment')
      .select(['id', 'name', 'acquiredOn', 'retiredOn'])
      .where('id', 'in', equipmentIds)
      .execute()
    const missing = equipmentIds.find((id) => !things.some((thing) => thing.id === id))
    if (missing !== undefined) fail('equipment_not_found', { id: missing })
    for (const { name, acquiredOn, retiredOn } of things) {
      if (retiredOn !== null) fail('equipment_retired', { name, retiredOn })
      if (fields.decidedOn < acquiredOn) fail('retired_before_acquired', { name, acquiredOn })
    }
    const id = await insertRow(db, 'retirement', { ...fields, members: JSON.stringify(members) })
    await db
      .updateTable('equipment')
      .set((is) => ({ retiredOn: fields.decidedOn, retirementId: id, rev: is('rev', '+', 1) }))
      .where('id', 'in', equipmentIds)
      .execute()
    return (await readRetirement(db, id)) ?? fail('internal')
  },

  async cancelRetirement({ id, rev }, { db, fail }) {
    if (!(await isCurrent(db, 'retirement', { id, rev }, fail))) fail('retirement_not_found', { id })
    await db
      .updateTable('equipment')
      .set((is) => ({ retiredOn: null, retirementId: null, rev: is('rev', '+', 1) }))
      .where('retirementId', '=', id)
      .execute()
    await deleteRows(db, 'retirement', 'id', id)
    return { id }
  },
}

export async function readRetirement(db: Reader, id: number): Promise<Retirement | null> {
  return (await readRetirements(db)).find((each) => each.id === id) ?? null
}

/** The newest first. */
async function readRetirements(db: Reader): Promise<Retirement[]> {
  const rows = await db
    .selectFrom('retirement')
    .innerJoin('equipment', 'equipment.retirementId', 'retirement.id')
    .select((is) => [
      'retirement.id',
      'retirement.rev',
      'number',
      'decidedOn',
      'disposal',
      'basis',
      'reason',
      'members',
      is.fn.countAll<number>().as('equipment'),
      is.fn.sum<number | null>('equipment.price').as('price'),
    ])
    .groupBy('retirement.id')
    .orderBy('decidedOn', 'desc')
    .orderBy('retirement.id', 'desc')
    .execute()
  return rows.map((row) => ({
    ...row,
    members: JSON.parse(row.members) as Retirement['members'],
    price: row.price ?? 0,
  }))
}
