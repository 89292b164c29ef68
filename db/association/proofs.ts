import { sql } from 'kysely'
import type { SpecOf } from '../../shared/contracts.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, JobHandler } from '../context.ts'
import { evidenceFileId, offerEvidence, keepEvidence, type KeptEvidence } from '../evidence-files.ts'

export const proofCommands: Pick<CommandsOf<'association'>, 'removeProof' | 'restoreProof'> = {
  /** The file stays in the folder: an activity may rest on it, and the journal names its hash. */
  removeProof: async ({ id }, { db, fail, today }) =>
    (await setRemoved(db, id, today)) ? { id } : fail('proof_not_found', { id }),
  restoreProof: async ({ id }, { db, fail }) =>
    (await setRemoved(db, id, null)) ? { id } : fail('proof_not_found', { id }),
}

async function setRemoved(db: Writer, id: number, removedOn: string | null): Promise<boolean> {
  const row = await db
    .updateTable('friendlyProof')
    .set({ removedOn })
    .where('id', '=', id)
    .where('removedOn', removedOn === null ? 'is not' : 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

type Chunk = { scoreId: number; files: KeptEvidence[] }

export const attachProof: JobHandler<SpecOf<'association.attachProof'>, Chunk> = {
  async run({ year, criterion, files }, context) {
    const { db, fail, write, progress } = context
    const scoreId = (await scoreOf(db, year, criterion)) ?? fail('assessment_not_found', { year })
    const known = new Set(await hashesOf(db, scoreId))
    const added: KeptEvidence[] = []
    const again: string[] = []
    for (const [at, file] of files.entries()) {
      progress(at, files.length)
      const kept = keepEvidence(file, context)
      if (known.has(kept.hash)) again.push(kept.name)
      else added.push(kept)
      known.add(kept.hash)
    }
    if (added.length > 0) await write({ scoreId, files: added })
    progress(files.length, files.length)
    return { added: added.length, again }
  },

  async apply({ scoreId, files }, { db, now }) {
    for (const file of files) {
      const { name } = file
      const fileId = await evidenceFileId(db, file)
      await db
        .insertInto('friendlyProof')
        .values({ scoreId, fileId, name, addedAt: now })
        .onConflict((on) =>
          on.columns(['scoreId', 'fileId']).doUpdateSet({ removedOn: null, name, addedAt: now }),
        )
        .execute()
    }
    return { bulk: { scoreId, files: files.map(({ hash }) => hash) } }
  },
  leavesRows: true,
}

async function scoreOf(db: Reader, year: number, criterion: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('friendlyScore as score')
    .innerJoin('friendlyAssessment as assessment', 'assessment.id', 'score.assessmentId')
    .select('score.id')
    .where('assessment.year', '=', year)
    .where('score.criterion', '=', criterion)
    .executeTakeFirst()
  return row?.id
}

async function hashesOf(db: Reader, scoreId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('friendlyProof as proof')
    .innerJoin('evidenceFile as file', 'file.id', 'proof.fileId')
    .select('file.hash')
    .where('proof.scoreId', '=', scoreId)
    .where('proof.removedOn', 'is', null)
    .execute()
  return rows.map(({ hash }) => hash)
}

export const openProof: JobHandler<SpecOf<'association.openProof'>, never> = {
  async run({ id }, { db, fail, dataDir, offerFile }) {
    const { rows } = await sql<{ name: string; hash: string; form: string }>`
      select proof.name, file.hash, file.form from friendlyProof as proof
      join evidenceFile as file on file.id = proof.fileId
      where proof.id = ${id} and proof.removedOn is null`.execute(db)
    const proof = rows[0] ?? fail('proof_not_found', { id })
    const file = await offerEvidence(proof, { dataDir, offerFile })
    return { file: file ?? fail('proof_damaged', { name: proof.name }) }
  },
}
