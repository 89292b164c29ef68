import type { Template } from '../../shared/digitization/contract.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'

export const templateQueries: Pick<QueriesOf<'digitization'>, 'templates'> = {
  templates: (_, { db }) => readTemplates(db),
}

/** Each in its newest version, those in use before those laid aside. */
async function readTemplates(db: Reader): Promise<Template[]> {
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
    .where((is) =>
      is(
        'version.version',
        '=',
        is
          .selectFrom('digitizationTemplateVersion as newest')
          .select((newest) => newest.fn.max<number>('newest.version').as('version'))
          .whereRef('newest.templateId', '=', 'digitizationTemplate.id'),
      ),
    )
    .orderBy((is) => is.fn.coalesce('retiredOn', is.val('')))
    .orderBy('digitizationTemplate.id')
    .execute()
  const stages = await db
    .selectFrom('digitizationStage')
    .select(['id', 'versionId', 'place', 'kind', 'name', 'role'])
    .where(
      'versionId',
      'in',
      rows.map(({ versionId }) => versionId),
    )
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
