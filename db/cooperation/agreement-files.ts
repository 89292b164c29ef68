import { sql } from 'kysely'
import type { SpecOf } from '../../shared/contracts.ts'
import type { AgreementFile } from '../../shared/cooperation/contract.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, JobHandler, QueriesOf } from '../context.ts'
import { evidenceFileId, offerEvidence, keepEvidence, type KeptEvidence } from '../evidence-files.ts'
import type { Fail } from '../failure.ts'
import type * as z from 'zod'

export const agreementFileQueries: Pick<QueriesOf<'cooperation'>, 'agreementFiles'> = {
  async agreementFiles({ agreementId }, { db, fail }) {
    await requireAgreement(db, agreementId, fail)
    return filesOf(db, agreementId)
  },
}

async function requireAgreement(db: Reader, id: number, fail: Fail<'agreement_not_found'>): Promise<void> {
  const agreement = await db
    .selectFrom('agreement')
    .select('id')
    .where('id', '=', id)
    .where('removedOn', 'is', null)
    .executeTakeFirst()
  if (!agreement) fail('agreement_not_found', { id })
}

type File = z.output<typeof AgreementFile> & { hash: string }

async function filesOf(db: Reader, agreementId: number): Promise<z.output<typeof AgreementFile>[]> {
  return (await rowsOf(db, agreementId)).map(({ hash: _, ...file }) => file)
}

async function rowsOf(db: Reader, agreementId: number): Promise<File[]> {
  return db
    .selectFrom('agreementEvidence as given')
    .innerJoin('evidenceFile as file', 'file.id', 'given.fileId')
    .select(['given.id', 'given.name', 'given.addedAt', 'file.form', 'file.size', 'file.hash'])
    .where('given.agreementId', '=', agreementId)
    .where('given.removedOn', 'is', null)
    .orderBy('given.id')
    .execute()
}

export const agreementFileCommands: Pick<
  CommandsOf<'cooperation'>,
  'removeAgreementFile' | 'restoreAgreementFile'
> = {
  /** The file stays in the folder: something else may rest on it, and the journal names its hash. */
  removeAgreementFile: async ({ id }, { db, fail, today }) =>
    (await setRemoved(db, id, today)) ? { id } : fail('evidence_not_found', { id }),
  restoreAgreementFile: async ({ id }, { db, fail }) =>
    (await setRemoved(db, id, null)) ? { id } : fail('evidence_not_found', { id }),
}

async function setRemoved(db: Writer, id: number, removedOn: string | null): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('agreementEvidence')
    .set({ removedOn })
    .where('id', '=', id)
    .where('removedOn', removedOn === null ? 'is not' : 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

type Attach = SpecOf<'cooperation.attachAgreementFiles'>
type Chunk = { agreementId: number; files: KeptEvidence[] }

export const attachAgreementFiles: JobHandler<Attach, Chunk> = {
  async run({ agreementId, files }, context) {
    const { db, fail, write, progress } = context
    await requireAgreement(db, agreementId, fail)
    const kept: KeptEvidence[] = []
    for (const [at, file] of files.entries()) {
      progress(at, files.length)
      kept.push(keepEvidence(file, context))
    }
    const here = new Set((await rowsOf(db, agreementId)).map(({ hash }) => hash))
    const added = kept.filter(
      ({ hash }, at) => !here.has(hash) && kept.findIndex((other) => other.hash === hash) === at,
    )
    if (added.length > 0) await write({ agreementId, files: added })
    progress(files.length, files.length)
    const again = kept.filter((file) => !added.includes(file)).map(({ name }) => name)
    return { added: added.length, again }
  },

  async apply({ agreementId, files }, { db, now }) {
    for (const file of files) {
      const fileId = await evidenceFileId(db, file)
      const given = { name: file.name, addedAt: now }
      await db
        .insertInto('agreementEvidence')
        .values({ agreementId, fileId, ...given })
        .onConflict((on) => on.columns(['agreementId', 'fileId']).doUpdateSet({ removedOn: null, ...given }))
        .execute()
    }
    return { bulk: { agreementId, files: files.map(({ hash }) => hash) } }
  },
  leavesRows: true,
}

export const openAgreementFile: JobHandler<SpecOf<'cooperation.openAgreementFile'>, never> = {
  async run({ id }, { db, fail, dataDir, offerFile }) {
    const { rows } = await sql<{ name: string; hash: string; form: string }>`
      select given.name, file.hash, file.form from agreementEvidence as given
      join evidenceFile as file on file.id = given.fileId
      where given.id = ${id} and given.removedOn is null`.execute(db)
    const given = rows[0] ?? fail('evidence_not_found', { id })
    const file = await offerEvidence(given, { dataDir, offerFile })
    return { file: file ?? fail('evidence_damaged', { name: given.name }) }
  },
}
