import type { JobsOf } from '../context.ts'
import { attachAgreementFiles, openAgreementFile } from './agreement-files.ts'
import { exportList } from './export.ts'
import { produceGiftPaper } from './gift-papers.ts'
import { produceYearReport } from './year-reports.ts'

export const jobs: JobsOf<'cooperation'> = {
  attachAgreementFiles,
  exportList,
  openAgreementFile,
  produceGiftPaper,
  produceYearReport,
}
