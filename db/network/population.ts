import type { PopulationFields } from '../../shared/network/contract.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { pageOf } from '../listing.ts'
import { deleteRows, insertRow, isCurrent, updateRow } from '../plain-rows.ts'

export const populationQueries: Pick<QueriesOf<'network'>, 'populations'> = {
  async populations(page, { db, fail }) {
    return pageOf(await db.selectFrom('population').selectAll().orderBy('year', 'desc').execute(), page, fail)
  },
}

export const populationCommands: Pick<CommandsOf<'network'>, `${'add' | 'update' | 'remove'}Population`> = {
  async addPopulation(fields, { db, fail }) {
    await requireFreeYear(db, { fields, id: null }, fail)
    return { ...fields, id: await insertRow(db, 'population', fields), rev: 1 }
  },

  async updatePopulation({ id, rev, ...fields }, { db, fail }) {
    if (!(await isCurrent(db, 'population', { id, rev }, fail))) fail('population_not_found', { id })
    await requireFreeYear(db, { fields, id }, fail)
    await updateRow(db, 'population', { id, rev, values: fields })
    return { ...fields, id, rev: rev + 1 }
  },

  async removePopulation({ id, rev }, { db, fail }) {
    if (!(await isCurrent(db, 'population', { id, rev }, fail))) fail('population_not_found', { id })
    await deleteRows(db, 'population', 'id', id)
    return { id }
  },
}

type Given = { fields: PopulationFields; id: number | null }

async function requireFreeYear(db: Reader, { fields, id }: Given, fail: Fail<'year_twice'>): Promise<void> {
  const twin = await db
    .selectFrom('population')
    .select(['id', 'people'])
    .where('year', '=', fields.year)
    .executeTakeFirst()
  if (twin && twin.id !== id) fail('year_twice', { year: fields.year, people: twin.people })
}
