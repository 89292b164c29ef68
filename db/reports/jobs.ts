import { render } from '../documents/index.ts'
import type { JobsOf } from '../context.ts'
import { paperOf } from './paper.ts'
import { readPeriod } from './periods.ts'
import { restatementPaper } from './restatements.ts'

export const jobs: JobsOf<'reports'> = {
  produce: {
    async run({ id, format, language, restatement }, { db, fail, today, progress, offerFile }) {
      const period = (await readPeriod(db, id)) ?? fail('period_not_found', { id })
      progress(0, 2)
      const paper =
        restatement === null
          ? await paperOf(db, period, { language, day: today })
          : ((await restatementPaper(db, { periodId: id, number: restatement })) ??
            fail('restatement_not_found', { number: restatement }))
      progress(1, 2)
      const bytes = await render(paper, format)
      progress(2, 2)
      const name = `bao-cao-${period.period.replace('..', '-den-')}`
      const file = await offerFile(
        `${name}${restatement === null ? '' : `-dinh-chinh-${restatement}`}.${format}`,
        bytes,
      )
      return { file }
    },
  },
}
