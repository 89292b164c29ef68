import { LabelDesign, type Template } from '../../shared/labels/contract.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { byName, requireFreeName } from './names.ts'

export const templateQueries: Pick<QueriesOf<'labels'>, 'templates' | 'template'> = {
  templates: (_, { db }) => readTemplates(db),
  template: ({ id }, { db, fail }) => requireTemplate(db, id, fail),
}

type TemplateVerb = 'addTemplate' | 'updateTemplate' | 'removeTemplate'

export const templateCommands: Pick<CommandsOf<'labels'>, TemplateVerb> = {
  async addTemplate({ design, ...fields }, { db, fail }) {
    await requireFreeName(db, 'labelTemplate', { id: 0, name: fields.name }, fail)
    const { id, rev } = await db
      .insertInto('labelTemplate')
      .values({ ...fields, design: JSON.stringify(design) })
      .returning(['id', 'rev'])
      .executeTakeFirstOrThrow()
    return { ...fields, design, id, rev }
  },

  async updateTemplate({ id, rev, design, ...fields }, { db, fail }) {
    const { name, kind } = await requireRev(db, { id, rev }, fail)
    if (fields.kind !== kind) await requireOthers(db, { name, kind }, fail)
    await requireFreeName(db, 'labelTemplate', { id, name: fields.name }, fail)
    await db
      .updateTable('labelTemplate')
      .set({ ...fields, design: JSON.stringify(design), rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return requireTemplate(db, id, fail)
  },

  async removeTemplate({ id, rev }, { db, fail }) {
    const { name, kind } = await requireRev(db, { id, rev }, fail)
    await requireOthers(db, { name, kind }, fail)
    await db.deleteFrom('labelTemplate').where('id', '=', id).execute()
    return { id }
  },
}

/** Each kind of label keeps a template to print it by. */
async function requireOthers(
  db: Reader,
  { name, kind }: Pick<Template, 'name' | 'kind'>,
  fail: Fail<'last_template'>,
): Promise<void> {
  const alike = (await readTemplates(db)).filter((each) => each.kind === kind)
  if (alike.length === 1) fail('last_template', { name })
}

/** By name, as people look for them. */
async function readTemplates(db: Reader): Promise<Template[]> {
  const rows = await db.selectFrom('labelTemplate').selectAll().execute()
  return rows
    .map(({ design, ...row }) => ({ ...row, design: LabelDesign.parse(JSON.parse(design)) }))
    .toSorted(byName)
}

export async function requireTemplate(
  db: Reader,
  id: number,
  fail: Fail<'template_not_found'>,
): Promise<Template> {
  const row = await db.selectFrom('labelTemplate').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return fail('template_not_found', { id })
  return { ...row, design: LabelDesign.parse(JSON.parse(row.design)) }
}

async function requireRev(
  db: Writer,
  { id, rev }: { id: number; rev: number },
  fail: Fail<'template_not_found'>,
): Promise<Template> {
  const template = await requireTemplate(db, id, fail)
  if (template.rev !== rev) fail('stale', { id, rev: template.rev })
  return template
}
