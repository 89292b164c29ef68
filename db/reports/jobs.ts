import { createTexts, type Language } from '../../shared/texts.ts'
import en from '../../shared/locales/en/index.ts'
import vi from '../../shared/locales/vi/index.ts'
import { render } from '../documents/index.ts'
import type { JobsOf } from '../context.ts'
import { quarterlyReport } from './paper.ts'
import { readPeriod } from './periods.ts'

const texts = { vi, en }

export const jobs: JobsOf<'reports'> = {
  produce: {
    async run({ id, format, language }, { db, fail, progress, offerFile }) {
      const period = (await readPeriod(db, id)) ?? fail('period_not_found', { id })
      progress(0, 2)
      const { t } = createTexts(language satisfies Language, texts[language])
      const paper = await quarterlyReport(db, period, { t, language })
      progress(1, 2)
      const bytes = await render(paper, format)
      progress(2, 2)
      const file = await offerFile(`bao-cao-${period.year}-quy-${period.quarter}.${format}`, bytes)
      return { file }
    },
  },
}
