import { heldOn } from '../../shared/dated-facts.ts'
import { FacilitiesRule, type Checklist, type ChecklistLine } from '../../shared/facilities/contract.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { deleteRows, insertRow, isCurrent, touchRows, updateRow } from '../plain-rows.ts'

export const checklistQueries: Pick<QueriesOf<'facilities'>, 'checklist' | 'rule'> = {
  async checklist({ checklist, on }, { db }) {
    const lines = await linesOn(db, checklist, on)
    const digital = lines.filter(({ current }) => current?.state === 'digital').length
    const isLookedAt = lines.some(({ current }) => current !== null)
    const rule = await readRule(db)
    return {
      lines,
      digital,
      count: lines.length,
      percent: isLookedAt ? Math.round((digital / lines.length) * 10_000) / 100 : null,
      wantedPercent: rule[`${checklist}Percent`],
    }
  },
  rule: (_, { db }) => readRule(db),
}

type ChecklistCommand = 'setState' | 'removeState' | 'addLine' | 'updateLine' | 'removeLine' | 'setRule'

export const checklistCommands: Pick<CommandsOf<'facilities'>, ChecklistCommand> = {
  async setState({ itemId, fromOn, ...values }, { db, fail, today }) {
    if (fromOn > today) fail('in_future')
    const line = await db.selectFrom('checklistItem').select('id').where('id', '=', itemId).executeTakeFirst()
    if (!line) fail('line_not_found', { id: itemId })
    await touchRows(db, 'checklistItem', [itemId])
    const said = await db
      .selectFrom('checklistState')
      .select('id')
      .where('itemId', '=', itemId)
      .where('fromOn', '=', fromOn)
      .executeTakeFirst()
    if (!said) return { id: await insertRow(db, 'checklistState', { itemId, fromOn, ...values }) }
    await db.updateTable('checklistState').set(values).where('id', '=', said.id).execute()
    return said
  },

  async removeState({ id }, { db, fail }) {
    const said = await db
      .selectFrom('checklistState')
      .select('itemId')
      .where('id', '=', id)
      .executeTakeFirst()
    if (!said) return fail('state_not_found', { id })
    await deleteRows(db, 'checklistState', 'id', id)
    await touchRows(db, 'checklistItem', [said.itemId])
    return { id }
  },

  addLine: async (fields, { db }) => ({ id: await insertRow(db, 'checklistItem', fields) }),

  async updateLine({ id, rev, ...values }, { db, fail }) {
    if (!(await isCurrent(db, 'checklistItem', { id, rev }, fail))) fail('line_not_found', { id })
    const { code } = await db
      .selectFrom('checklistItem')
      .select('code')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    if (code === null && values.name === '') fail('line_needs_name')
    await updateRow(db, 'checklistItem', { id, rev, values })
    return { id }
  },

  async removeLine({ id, rev }, { db, fail }) {
    if (!(await isCurrent(db, 'checklistItem', { id, rev }, fail))) fail('line_not_found', { id })
    const said = await db.selectFrom('checklistState').select('id').where('itemId', '=', id).execute()
    const { code } = await db
      .selectFrom('checklistItem')
      .select('code')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    if (code !== null || said.length > 0) fail('line_in_use', { states: said.length })
    await deleteRows(db, 'checklistItem', 'id', id)
    return { id }
  },

  async setRule(rule, { db }) {
    await db
      .updateTable('library')
      .set({ facilitiesRule: JSON.stringify(rule) })
      .execute()
    return rule
  },
}

/** What the library has not settled is as the contract proposes. */
async function readRule(db: Reader): Promise<FacilitiesRule> {
  const row = await db.selectFrom('library').select('facilitiesRule').executeTakeFirst()
  return FacilitiesRule.parse(JSON.parse(row?.facilitiesRule ?? '{}'))
}

/** The lines that stand on a day, each with its state by then. */
export async function linesOn(db: Reader, checklist: Checklist, on: string): Promise<ChecklistLine[]> {
  const items = await db
    .selectFrom('checklistItem')
    .selectAll()
    .where('checklist', '=', checklist)
    .orderBy('id')
    .execute()
  const states = await db.selectFrom('checklistState').selectAll().orderBy('fromOn', 'desc').execute()
  const byItem = Map.groupBy(states, ({ itemId }) => itemId)
  return items
    .filter(({ addedOn, droppedOn }) => (addedOn ?? '') <= on && (droppedOn ?? '9999') > on)
    .map((item) => {
      const own = (byItem.get(item.id) ?? []).map(({ itemId: _, ...state }) => state)
      return { ...item, current: heldOn(own, on), states: own }
    })
}
