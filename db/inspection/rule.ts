import { InspectionRule, type FindingKind } from '../../shared/inspection/contract.ts'
import { fold } from '../../shared/fold.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'

export const ruleQueries: Pick<QueriesOf<'inspection'>, 'rule' | 'kinds'> = {
  rule: (_, { db }) => readRule(db),
  kinds: (_, { db }) => readKinds(db),
}

export const ruleCommands: Pick<CommandsOf<'inspection'>, 'setRule' | 'saveKinds'> = {
  async setRule(rule, { db }) {
    await db
      .updateTable('library')
      .set({ inspectionRule: JSON.stringify(rule) })
      .execute()
    return rule
  },

  async saveKinds({ kinds }, { db, fail, today }) {
    const names = new Set<string>()
    for (const { name } of kinds) {
      if (names.has(fold(name))) fail('duplicate_name', { name })
      names.add(fold(name))
    }
    const offered = await readKinds(db)
    for (const [at, { id, ...fields }] of kinds.entries()) {
      const place = at + 1
      if (id === null)
        await db
          .insertInto('findingKind')
          .values({ ...fields, place })
          .execute()
      else {
        const kind = offered.find((each) => each.id === id) ?? fail('kind_not_found', { id })
        await db
          .updateTable('findingKind')
          .set({ ...fields, place })
          .where('id', '=', kind.id)
          .execute()
      }
    }
    const kept = new Set(kinds.map(({ id }) => id))
    const left = offered.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
    if (left.length > 0)
      await db.updateTable('findingKind').set({ retiredOn: today }).where('id', 'in', left).execute()
    return readKinds(db)
  },
}

/** What the library has not settled is as the contract proposes. */
export async function readRule(db: Reader): Promise<InspectionRule> {
  const row = await db.selectFrom('library').select('inspectionRule').executeTakeFirst()
  return InspectionRule.parse(JSON.parse(row?.inspectionRule ?? '{}'))
}

/** Kinds that are offered, in the order of their keys. */
export function readKinds(db: Reader): Promise<FindingKind[]> {
  return db
    .selectFrom('findingKind')
    .select(['id', 'name', 'severity'])
    .where('retiredOn', 'is', null)
    .orderBy('place')
    .orderBy('id')
    .execute()
}
