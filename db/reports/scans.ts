import type { SpecOf } from '../../shared/contracts.ts'
import type { JobHandler } from '../context.ts'
import { evidenceFileId, offerEvidence, keepEvidence, type KeptEvidence } from '../evidence-files.ts'

type Chunk = { registrationId: number; file: KeptEvidence }

/** The paper as it was signed by hand and stamped, kept by its hash beside its number. */
export const attachScan: JobHandler<SpecOf<'reports.attachScan'>, Chunk> = {
  async run({ periodId, restatement, file }, context) {
    const { db, fail, write, progress } = context
    progress(0, 1)
    const registration = await db
      .selectFrom('reportRegistration')
      .select('id')
      .where('periodId', '=', periodId)
      .where('restatement', '=', restatement ?? 0)
      .executeTakeFirst()
    if (!registration) return fail('not_registered')
    const kept = keepEvidence(file, context)
    await write({ registrationId: registration.id, file: kept })
    progress(1, 1)
    return { name: kept.name, hash: kept.hash }
  },

  async apply({ registrationId, file }, { db }) {
    const fileId = await evidenceFileId(db, file)
    await db
      .updateTable('reportRegistration')
      .set((is) => ({ fileId, fileName: file.name, rev: is('rev', '+', 1) }))
      .where('id', '=', registrationId)
      .execute()
    return { bulk: { registrationId, scan: file.hash } }
  },
  leavesRows: true,
}

export const openScan: JobHandler<SpecOf<'reports.openScan'>, never> = {
  async run({ id }, { db, fail, dataDir, offerFile }) {
    const scan = await db
      .selectFrom('reportRegistration')
      .innerJoin('evidenceFile as file', 'file.id', 'fileId')
      .select((is) => is.fn.coalesce('fileName', is.val('')).as('name'))
      .select(['hash', 'form'])
      .where('reportRegistration.id', '=', id)
      .executeTakeFirst()
    const { name, hash, form } = scan ?? fail('scan_not_found', { id })
    const file = await offerEvidence({ name, hash, form }, { dataDir, offerFile })
    return { file: file ?? fail('scan_damaged', { name }) }
  },
}
