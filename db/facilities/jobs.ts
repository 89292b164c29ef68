import type { JobsOf } from '../context.ts'
import { exportList } from './export.ts'
import { printCards, printRetirement } from './papers.ts'

export const jobs: JobsOf<'facilities'> = { exportList, printCards, printRetirement }
