import { render } from '../documents/index.ts'
import { periodInFileName } from '../../shared/periods.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import type { JobHandler, JobsOf } from '../context.ts'
import { sha256 } from '../hash.ts'
import { paperOf } from './paper.ts'
import { readPeriod } from './periods.ts'
import { registrationsOf, withRegistration } from './registrations.ts'
import { restatementPaper } from './restatements.ts'
import { attachScan, openScan } from './scans.ts'
import { exportConsolidation } from './units/export.ts'
import { makeForm, readForm, takeInForm } from './units/forms.ts'
import { takeInPackage } from './units/taking-in.ts'
import { verifyFile } from './verification.ts'

type Chunk = { made: { periodId: number; revision: number; hash: string; size: number } }

const produce: JobHandler<SpecOf<'reports.produce'>, Chunk> = {
  async run({ id, format, language, restatement }, { db, fail, today, progress, offerFile, write }) {
    const period = (await readPeriod(db, id)) ?? fail('period_not_found', { id })
    progress(0, 2)
    const signed =
      restatement === null
        ? await paperOf(db, period, { language, day: today })
        : ((await restatementPaper(db, { periodId: id, number: restatement })) ??
          fail('restatement_not_found', { number: restatement }))
    const registered = (await registrationsOf(db, id)).find((each) => each.restatement === restatement)
    const paper = withRegistration(signed, registered)
    progress(1, 2)
    const bytes = await render(paper, format)
    if (format === 'pdf' && paper.seal) {
      const revision = 1 + (restatement ?? 0)
      await write({ made: { periodId: id, revision, hash: sha256(bytes), size: bytes.length } })
    }
    progress(2, 2)
    const name = `bao-cao-${periodInFileName(period.period)}`
    const file = await offerFile(
      `${name}${restatement === null ? '' : `-dinh-chinh-${restatement}`}.${format}`,
      bytes,
    )
    return { file }
  },

  async apply({ made }, { db, now }) {
    await db
      .insertInto('producedPdf')
      .values({ ...made, madeAt: now })
      .onConflict((known) => known.column('hash').doNothing())
      .execute()
    return { bulk: { pdfHash: made.hash } }
  },
}

export const jobs: JobsOf<'reports'> = {
  attachScan,
  exportConsolidation,
  makeForm,
  openScan,
  produce,
  readForm,
  takeInForm,
  takeInPackage,
  verifyFile,
}
