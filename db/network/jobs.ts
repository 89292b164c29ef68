import type { JobsOf } from '../context.ts'
import { exportList } from './export.ts'

export const jobs: JobsOf<'network'> = { exportList }
