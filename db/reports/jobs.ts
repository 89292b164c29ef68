import { render } from '../documents/index.ts'
import type { JobsOf } from '../context.ts'
import { paperOf } from './paper.ts'
import { readPeriod } from './periods.ts'

export const jobs: JobsOf<'reports'> = {
  produce: {
    async run({ id, format, language }, { db, fail, today, progress, offerFile }) {
      const period = (await readPeriod(db, id)) ?? fail('period_not_found', { id })
      progress(0, 2)
      const paper = await paperOf(db, period, { today, language })
      progress(1, 2)
      const bytes = await render(paper, format)
      progress(2, 2)
      const file = await offerFile(`bao-cao-${period.year}-quy-${period.quarter}.${format}`, bytes)
      return { file }
    },
  },
}
