import type { JobsOf } from '../context.ts'
import { exportList } from './export.ts'
import { printMinutes, printPackingList } from './papers.ts'

export const jobs: JobsOf<'rotation'> = { exportList, printPackingList, printMinutes }
