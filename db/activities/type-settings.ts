import { sql } from 'kysely'
import type { ActivityType, TypeFields } from '../../shared/activities/contract.ts'
import { fold } from '../../shared/fold.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { summarise } from './saving.ts'
import { readTypes, withUses, type KnownType } from './types.ts'

export const typeQueries: Pick<QueriesOf<'activities'>, 'types'> = {
  types: async (_, { db }) => withUses(db, await readTypes(db)),
}

export const typeCommands: Pick<CommandsOf<'activities'>, 'addType' | 'updateType' | 'removeType'> = {
  async addType(fields, { db, fail, today }) {
    await check(db, { fields, code: null }, fail)
    const { rows } = await sql<{ last: number }>`
      select ifnull(max(cast(substr(code, 2) as integer)), 0) as last from activityType where code like 'L%'`.execute(
      db,
    )
    const code = `L${String((rows[0]?.last ?? 0) + 1).padStart(2, '0')}`
    await db
      .insertInto('activityType')
      .values({ code, ...asRow(fields, today), groupName: fields.group, feeds: JSON.stringify(fields.feeds) })
      .execute()
    return asSaved(db, code)
  },

  async updateType({ code, rev, ...fields }, { db, fail, today }) {
    const type = await requireType(db, { code, rev }, fail)
    if (!type.isDeclared && fields.name === '') fail('name_missing')
    await check(db, { fields, code }, fail)
    await keepAnswered(db, { type, fields }, fail)
    // What a type of the program's own counts as is the same in every library.
    const own = type.isDeclared ? {} : { groupName: fields.group, feeds: JSON.stringify(fields.feeds) }
    await db
      .updateTable('activityType')
      .set({ ...asRow(fields, today), ...own, rev: rev + 1 })
      .where('code', '=', code)
      .execute()
    const isMoved = !type.isDeclared && type.group !== fields.group
    if (isMoved || JSON.stringify(type.proof) !== JSON.stringify(fields.proof)) await judgeAnew(db, code)
    return asSaved(db, code)
  },

  async removeType({ code, rev }, { db, fail }) {
    const type = await requireType(db, { code, rev }, fail)
    if (type.isDeclared) fail('type_declared', { code })
    const [{ activities } = { activities: 0 }] = await withUses(db, [type])
    if (activities > 0) fail('type_in_use', { name: type.name, activities })
    await db.deleteFrom('activityType').where('code', '=', code).execute()
    return { code }
  },
}

function asRow({ name, isHidden, proof, ownFields }: TypeFields, today: string) {
  return {
    name,
    hiddenOn: isHidden ? today : null,
    proof: JSON.stringify(proof),
    ownFields: JSON.stringify(ownFields.map((field) => ({ ...field, isOwn: true }))),
  }
}

async function check(
  db: Reader,
  { fields, code }: { fields: TypeFields; code: string | null },
  fail: Fail<'duplicate_type' | 'choices_missing'>,
): Promise<void> {
  const types = await readTypes(db)
  const twin = types.find((type) => type.code !== code && fold(type.name) === fold(fields.name))
  if (fields.name !== '' && twin) fail('duplicate_type', { name: fields.name })
  const empty = fields.ownFields.find(({ kind, choices }) => kind === 'choice' && choices.length === 0)
  if (empty) fail('choices_missing', { label: empty.label })
}

/** A field that activities have answered stays, and stays of its kind. */
async function keepAnswered(
  db: Reader,
  { type, fields }: { type: KnownType; fields: TypeFields },
  fail: Fail<'field_in_use'>,
): Promise<void> {
  for (const old of type.ownFields) {
    const kept = fields.ownFields.find(({ key }) => key === old.key)
    if (kept && kept.kind === old.kind && kept.isPersonal === old.isPersonal) continue
    const path = `$.${old.key}`
    const { rows } = await sql<{ id: number }>`
      select id from activity where typeCode = ${type.code}
        and (json_type(details, ${path}) is not null or json_type(personalDetails, ${path}) is not null) limit 1`.execute(
      db,
    )
    if (rows.length > 0) fail('field_in_use', { label: old.label })
  }
}

async function judgeAnew(db: Writer, code: string): Promise<void> {
  const activities = await db.selectFrom('activity').select('id').where('typeCode', '=', code).execute()
  for (const { id } of activities) await summarise(db, id)
}

async function requireType(
  db: Reader,
  { code, rev }: { code: string; rev: number },
  fail: Fail<'type_not_found'>,
): Promise<KnownType> {
  const type = (await readTypes(db)).find((each) => each.code === code) ?? fail('type_not_found', { code })
  if (type.rev !== rev) fail('stale', { id: code, rev: type.rev })
  return type
}

async function asSaved(db: Writer, code: string): Promise<ActivityType> {
  const [type] = await withUses(
    db,
    (await readTypes(db)).filter((each) => each.code === code),
  )
  if (!type) throw new Error('a type that was just written is not there')
  return type
}
