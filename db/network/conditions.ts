import { addDays } from '../../shared/dates.ts'
import { importanceMeasures, type ConditionFields, type Standing } from '../../shared/network/contract.ts'
import { standingAt, standingOf } from '../../shared/network/rules.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { pageOf } from '../listing.ts'
import { deleteRows, insertRow, isCurrent, updateRow } from '../plain-rows.ts'
import { conditionsOn, findConditions } from './conditions-reading.ts'
import { importanceFigures } from './own-figures.ts'

export const conditionQueries: Pick<QueriesOf<'network'>, 'conditions' | 'importance'> = {
  conditions: async ({ cursor, limit, ...filters }, { db, fail }) =>
    pageOf(await findConditions(db, filters), { cursor, limit }, fail),

  async importance({ on }, { db }) {
    // A year that ends on the day: what is asked for is asked of a year's work.
    const from = addDays(`${Number(on.slice(0, 4)) - 1}${on.slice(4).replace('-02-29', '-02-28')}`, 1)
    const own = await importanceFigures(db, { from, to: on })
    const asked = (await conditionsOn(db, on)).filter(({ kind }) => kind === 'important')
    const criteria = asked.flatMap(({ measure, least, basis }) => {
      const known = importanceMeasures.find((each) => each === measure)
      if (!known) return []
      return [{ measure: known, least, basis, value: own[known], standing: standingAt(own[known], least) }]
    })
    const services = [own.website, own.opac].map(standingOfService)
    const standing = standingOf([...criteria.map((each) => each.standing), ...services]) ?? 'unknown'
    return { from, criteria, website: own.website, opac: own.opac, standing }
  },
}

function standingOfService(isThere: boolean | null): Standing {
  if (isThere === null) return 'unknown'
  return isThere ? 'met' : 'not_met'
}

type ConditionCommand = 'addCondition' | 'updateCondition' | 'removeCondition'

export const conditionCommands: Pick<CommandsOf<'network'>, ConditionCommand> = {
  async addCondition(fields, { db, fail }) {
    await checkCondition(db, { fields, id: null }, fail)
    return { ...fields, id: await insertRow(db, 'minimumCondition', fields), rev: 1 }
  },

  async updateCondition({ id, rev, ...fields }, { db, fail }) {
    if (!(await isCurrent(db, 'minimumCondition', { id, rev }, fail))) fail('condition_not_found', { id })
    await checkCondition(db, { fields, id }, fail)
    await updateRow(db, 'minimumCondition', { id, rev, values: fields })
    return { ...fields, id, rev: rev + 1 }
  },

  async removeCondition({ id, rev }, { db, fail }) {
    if (!(await isCurrent(db, 'minimumCondition', { id, rev }, fail))) fail('condition_not_found', { id })
    await deleteRows(db, 'minimumCondition', 'id', id)
    return { id }
  },
}

type Given = { fields: ConditionFields; id: number | null }

async function checkCondition(
  db: Reader,
  { fields, id }: Given,
  fail: Fail<'condition_twice' | 'measure_of_other_kind'>,
): Promise<void> {
  const { kind, measure, fromOn } = fields
  const isOfLibrary = importanceMeasures.some((each) => each === measure)
  if (isOfLibrary !== (kind === 'important')) fail('measure_of_other_kind', { kind, measure })
  const twin = await db
    .selectFrom('minimumCondition')
    .select('id')
    .where('kind', '=', kind)
    .where('measure', '=', measure)
    .where('fromOn', '=', fromOn)
    .executeTakeFirst()
  if (twin && twin.id !== id) fail('condition_twice', { kind, measure, on: fromOn })
}
