import { sql } from 'kysely'
import type { Template, TemplateFields } from '../../shared/digitization/contract.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'

export const templateQueries: Pick<QueriesOf<'digitization'>, 'templates'> = {
  templates: (_, { db }) => readTemplates(db),
}

type TemplateVerb = 'addTemplate' | 'updateTemplate' | 'retireTemplate'

export const templateCommands: Pick<CommandsOf<'digitization'>, TemplateVerb> = {
  async addTemplate({ stages, ...fields }, { db, fail, now }) {
    await requireFreeName(db, fields, fail)
    const { id } = await db
      .insertInto('digitizationTemplate')
      .values(fields)
      .returning('id')
      .executeTakeFirstOrThrow()
    await addVersion(db, { templateId: id, version: 1, stages, now })
    return readBack(db, id)
  },

  async updateTemplate({ id, rev, stages, ...fields }, { db, fail, now }) {
    const template = await requireTemplate(db, { id, rev }, fail)
    await requireFreeName(db, { id, ...fields }, fail)
    await db
      .updateTable('digitizationTemplate')
      .set({ ...fields, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    if (!isAlike(template.stages, stages)) {
      const { version } = template
      if (template.jobs > 0) await addVersion(db, { templateId: id, version: version + 1, stages, now })
      else await replaceStages(db, template.versionId, stages)
    }
    return readBack(db, id)
  },

  async retireTemplate({ id, rev, isRetired }, { db, fail, today }) {
    const template = await requireTemplate(db, { id, rev }, fail)
    const others = (await readTemplates(db)).filter((each) => each.id !== id && each.retiredOn === null)
    if (isRetired && others.length === 0) fail('last_template', { name: template.name })
    await db
      .updateTable('digitizationTemplate')
      .set({ retiredOn: isRetired ? today : null, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return readBack(db, id)
  },
}

/** Each in its newest version, those in use before those laid aside. */
export async function readTemplates(db: Reader): Promise<Template[]> {
  const rows = await db
    .selectFrom('digitizationTemplate')
    .innerJoin('digitizationTemplateVersion as version', 'version.templateId', 'digitizationTemplate.id')
    .select(['digitizationTemplate.id', 'rev', 'name', 'material', 'retiredOn'])
    .select((is) => [
      'version.id as versionId',
      'version.version',
      is
        .selectFrom('digitizationJob')
        .select((job) => job.fn.countAll<number>().as('jobs'))
        .whereRef('templateVersionId', '=', 'version.id')
        .as('jobs'),
    ])
    .where(
      'version.version',
      '=',
      sql<number>`(select max(newest.version) from digitizationTemplateVersion as newest
        where newest.templateId = digitizationTemplate.id)`,
    )
    .orderBy((is) => is.fn.coalesce('retiredOn', is.val('')))
    .orderBy('digitizationTemplate.id')
    .execute()
  const stages = await db
    .selectFrom('digitizationStage')
    .select(['id', 'versionId', 'place', 'kind', 'name', 'role'])
    .where('versionId', 'in', [0, ...rows.map(({ versionId }) => versionId)])
    .orderBy('place')
    .execute()
  return rows.map((row) => ({
    ...row,
    jobs: row.jobs ?? 0,
    stages: stages
      .filter(({ versionId }) => versionId === row.versionId)
      .map(({ versionId: _, ...stage }) => stage),
  }))
}

async function requireTemplate(
  db: Reader,
  { id, rev }: { id: number; rev?: number },
  fail: Fail<'template_not_found'>,
): Promise<Template> {
  const template = (await readTemplates(db)).find((each) => each.id === id)
  if (!template) return fail('template_not_found', { id })
  if (rev !== undefined && template.rev !== rev) fail('stale', { id, rev: template.rev })
  return template
}

async function readBack(db: Reader, id: number): Promise<Template> {
  const template = (await readTemplates(db)).find((each) => each.id === id)
  if (!template) throw new Error(`template ${id} is gone within its own command`)
  return template
}

async function requireFreeName(
  db: Reader,
  { id = 0, name }: { id?: number; name: string },
  fail: Fail<'template_name_taken'>,
): Promise<void> {
  const other = await db
    .selectFrom('digitizationTemplate')
    .select('id')
    .where('name', '=', name)
    .where('id', '!=', id)
    .executeTakeFirst()
  if (other) fail('template_name_taken', { name })
}

type StageList = TemplateFields['stages']

function isAlike(old: StageList, wanted: StageList): boolean {
  const plain = (stages: StageList) =>
    JSON.stringify(stages.map(({ kind, name, role }) => [kind, name, role]))
  return plain(old) === plain(wanted)
}

type NewVersion = { templateId: number; version: number; stages: StageList; now: string }

async function addVersion(db: Writer, { templateId, version, stages, now }: NewVersion): Promise<void> {
  const { id } = await db
    .insertInto('digitizationTemplateVersion')
    .values({ templateId, version, createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertStages(db, id, stages)
}

/** Only of a version that no job follows. */
async function replaceStages(db: Writer, versionId: number, stages: StageList): Promise<void> {
  await db.deleteFrom('digitizationStage').where('versionId', '=', versionId).execute()
  await insertStages(db, versionId, stages)
}

async function insertStages(db: Writer, versionId: number, stages: StageList): Promise<void> {
  await db
    .insertInto('digitizationStage')
    .values(stages.map((stage, at) => ({ ...stage, versionId, place: at + 1 })))
    .execute()
}
