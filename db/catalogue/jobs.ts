import type { JobsOf } from '../context.ts'
import { editTitles, undoEdit } from './edit-jobs.ts'
import { exportList } from './list-export.ts'

export const jobs: JobsOf<'catalogue'> = { editTitles, undoEdit, exportList }
