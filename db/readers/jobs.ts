import type { JobsOf } from '../context.ts'
import { importCounters, previewCounters } from './counter-import.ts'
import { eraseReader } from './erasure.ts'
import { exportLoans, exportReaders } from './export-lists.ts'
import { exportReader } from './export.ts'
import { printNotices } from './notices.ts'

export const jobs: JobsOf<'readers'> = {
  previewCounters,
  importCounters,
  exportReader,
  exportReaders,
  exportLoans,
  eraseReader,
  printNotices,
}
