import type { JobsOf } from '../context.ts'
import { checkJobs } from './check.ts'
import { makeJobs } from './make.ts'
import { prove } from './prove.ts'

export const jobs: JobsOf<'backup'> = { ...makeJobs, ...checkJobs, prove }
