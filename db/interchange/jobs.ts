import type { JobsOf } from '../context.ts'
import { exportAll } from './export-all.ts'
import { exportTitles } from './export.ts'

export const jobs: JobsOf<'interchange'> = { export: exportTitles, exportAll }
