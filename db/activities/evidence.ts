import { sql } from 'kysely'
import type { SpecOf } from '../../shared/contracts.ts'
import type { Evidence, EvidenceKind } from '../../shared/activities/contract.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, JobHandler, QueriesOf } from '../context.ts'
import { evidenceFileId, offerEvidence, keepEvidence, type KeptEvidence } from '../evidence-files.ts'
import { requireActivity } from './reading.ts'
import { summarise } from './saving.ts'

export const evidenceQueries: Pick<QueriesOf<'activities'>, 'evidence'> = {
  async evidence({ activityId }, { db, fail }) {
    await requireActivity(db, activityId, fail)
    return readEvidence(db, activityId)
  },
}

async function readEvidence(db: Reader, activityId: number): Promise<Evidence[]> {
  const rows = await db
    .selectFrom('activityEvidence as given')
    .innerJoin('evidenceFile as file', 'file.id', 'given.fileId')
    .select(['given.id', 'given.kind', 'given.name', 'given.addedAt', 'given.fileId'])
    .select(['file.form', 'file.size', 'file.hash'])
    .where('given.activityId', '=', activityId)
    .where('given.removedOn', 'is', null)
    .orderBy('given.id')
    .execute()
  const evidence: Evidence[] = []
  for (const { fileId, ...row } of rows)
    evidence.push({ ...row, alsoProves: await othersProvedBy(db, fileId, activityId) })
  return evidence
}

function othersProvedBy(db: Reader, fileId: number, activityId: number) {
  return db
    .selectFrom('activityEvidence as given')
    .innerJoin('activity', 'activity.id', 'given.activityId')
    .select(['activity.id', 'activity.name'])
    .where('given.fileId', '=', fileId)
    .where('given.activityId', '!=', activityId)
    .where('given.removedOn', 'is', null)
    .where('activity.removedOn', 'is', null)
    .limit(20)
    .execute()
}

export const evidenceCommands: Pick<CommandsOf<'activities'>, 'removeEvidence' | 'restoreEvidence'> = {
  /** The file stays in the folder: another activity may rest on it, and the journal names its hash. */
  removeEvidence: async ({ id }, { db, fail, today }) =>
    (await setRemoved(db, id, today)) ? { id } : fail('evidence_not_found', { id }),
  restoreEvidence: async ({ id }, { db, fail }) =>
    (await setRemoved(db, id, null)) ? { id } : fail('evidence_not_found', { id }),
}

async function setRemoved(db: Writer, id: number, removedOn: string | null): Promise<boolean> {
  const row = await db
    .updateTable('activityEvidence')
    .set({ removedOn })
    .where('id', '=', id)
    .where('removedOn', removedOn === null ? 'is not' : 'is', null)
    .returning('activityId')
    .executeTakeFirst()
  if (row) await summarise(db, row.activityId)
  return row !== undefined
}

type Attach = SpecOf<'activities.attachEvidence'>
type Kept = KeptEvidence & { kind: EvidenceKind }
type Chunk = { activityId: number; files: Kept[] }

export const attachEvidence: JobHandler<Attach, Chunk> = {
  async run({ activityId, files }, context) {
    const { db, fail, write, progress } = context
    await requireActivity(db, activityId, fail)
    const kept: Kept[] = []
    for (const [at, { kind, file }] of files.entries()) {
      progress(at, files.length)
      kept.push({ kind, ...keepEvidence(file, context) })
    }
    const fresh = kept.filter(({ hash }, at) => kept.findIndex((other) => other.hash === hash) === at)
    const known = await knownOf(db, activityId, fresh)
    const added = fresh.filter(({ hash }) => !known.here.has(hash))
    if (added.length > 0) await write({ activityId, files: added })
    progress(files.length, files.length)
    return {
      added: added.length,
      shared: added.flatMap(({ hash, name }) => {
        const activity = known.elsewhere.get(hash)
        return activity === undefined ? [] : [{ name, activity }]
      }),
      again: kept.filter((file) => !added.includes(file)).map(({ name }) => name),
    }
  },

  async apply({ activityId, files }, { db, now }) {
    for (const file of files) {
      const { name, kind } = file
      const fileId = await evidenceFileId(db, file)
      await db
        .insertInto('activityEvidence')
        .values({ activityId, fileId, kind, name, addedAt: now })
        .onConflict((on) =>
          on.columns(['activityId', 'fileId']).doUpdateSet({ removedOn: null, kind, name, addedAt: now }),
        )
        .execute()
    }
    await summarise(db, activityId)
    return { bulk: { activityId, files: files.map(({ hash }) => hash) } }
  },
  leavesRows: true,
}

async function knownOf(db: Reader, activityId: number, files: readonly Kept[]) {
  const rows = await db
    .selectFrom('activityEvidence as given')
    .innerJoin('evidenceFile as file', 'file.id', 'given.fileId')
    .innerJoin('activity', 'activity.id', 'given.activityId')
    .select(['file.hash', 'given.activityId', 'activity.name'])
    .where(
      'file.hash',
      'in',
      files.map(({ hash }) => hash),
    )
    .where('given.removedOn', 'is', null)
    .where('activity.removedOn', 'is', null)
    .execute()
  return {
    here: new Set(rows.filter((row) => row.activityId === activityId).map(({ hash }) => hash)),
    elsewhere: new Map(
      rows.filter((row) => row.activityId !== activityId).map(({ hash, name }) => [hash, name]),
    ),
  }
}

export const openEvidence: JobHandler<SpecOf<'activities.openEvidence'>, never> = {
  async run({ id }, { db, fail, dataDir, offerFile }) {
    const { rows } = await sql<{ name: string; hash: string; form: string }>`
      select given.name, file.hash, file.form from activityEvidence as given
      join evidenceFile as file on file.id = given.fileId
      where given.id = ${id} and given.removedOn is null`.execute(db)
    const evidence = rows[0] ?? fail('evidence_not_found', { id })
    const file = await offerEvidence(evidence, { dataDir, offerFile })
    return { file: file ?? fail('evidence_damaged', { name: evidence.name }) }
  },
}
