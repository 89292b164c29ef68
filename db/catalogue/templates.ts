import type { MarcRecord, Material } from '../../shared/catalogue/contract.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { requireSoundRecord } from './checks.ts'
import { parseRecord } from './records.ts'

export const templateQueries: Pick<QueriesOf<'catalogue'>, 'templates'> = {
  async templates(_, { db }) {
    return (await all(db).orderBy('name').execute()).map(asTemplate)
  },
}

type TemplateVerb = 'addTemplate' | 'updateTemplate' | 'removeTemplate'

export const templateCommands: Pick<CommandsOf<'catalogue'>, TemplateVerb> = {
  async addTemplate(fields, { db, fail }) {
    await requireUsable(db, { ...fields, id: 0 }, fail)
    await yieldDefault(db, fields)
    const { id } = await db
      .insertInto('titleTemplate')
      .values(asRow(fields))
      .returning('id')
      .executeTakeFirstOrThrow()
    return asTemplate(await all(db).where('id', '=', id).executeTakeFirstOrThrow())
  },

  async updateTemplate({ id, rev, ...fields }, { db, fail }) {
    await requireRev(db, { id, rev }, fail)
    await requireUsable(db, { ...fields, id }, fail)
    await yieldDefault(db, { ...fields, id })
    await db
      .updateTable('titleTemplate')
      .set({ ...asRow(fields), rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return asTemplate(await all(db).where('id', '=', id).executeTakeFirstOrThrow())
  },

  async removeTemplate({ id, rev }, { db, fail }) {
    await requireRev(db, { id, rev }, fail)
    await db.deleteFrom('titleTemplate').where('id', '=', id).execute()
    return { id }
  },
}

type Fields = { name: string; material: Material; record: MarcRecord; isDefault: boolean }

function all(db: Reader) {
  return db.selectFrom('titleTemplate').select(['id', 'rev', 'name', 'material', 'marc', 'isDefault'])
}

function asRow({ name, material, record, isDefault }: Fields) {
  return { name, material, marc: JSON.stringify(record), isDefault: isDefault ? 1 : 0 }
}

function asTemplate<Row extends { marc: string; isDefault: number }>({ marc, isDefault, ...row }: Row) {
  return { ...row, record: parseRecord(marc), isDefault: isDefault === 1 }
}

async function requireRev(
  db: Writer,
  { id, rev }: { id: number; rev: number },
  fail: Fail<'template_not_found'>,
): Promise<void> {
  const template = await db.selectFrom('titleTemplate').select('rev').where('id', '=', id).executeTakeFirst()
  if (!template) return fail('template_not_found', { id })
  if (template.rev !== rev) fail('stale', { id, rev: template.rev })
}

async function requireUsable(
  db: Writer,
  { id, name, record }: Fields & { id: number },
  fail: Fail<'duplicate_name' | 'marc_invalid'>,
): Promise<void> {
  const twin = await db
    .selectFrom('titleTemplate')
    .select('id')
    .where('name', '=', name)
    .where('id', '!=', id)
    .executeTakeFirst()
  if (twin) fail('duplicate_name', { id: twin.id, name })
  // What is to be filled in may be empty; what could never be saved may not.
  requireSoundRecord(record, fail, { isDraft: true })
}

/** A new title of a material begins with one template, so the one before steps back. */
async function yieldDefault(
  db: Writer,
  { id = 0, material, isDefault }: { id?: number; material: Material; isDefault: boolean },
): Promise<void> {
  if (!isDefault) return
  await db
    .updateTable('titleTemplate')
    .set((is) => ({ isDefault: 0, rev: is('rev', '+', 1) }))
    .where('material', '=', material)
    .where('isDefault', '=', 1)
    .where('id', '!=', id)
    .execute()
}
