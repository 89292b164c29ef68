import type { JobsOf } from '../context.ts'
import { makeJobs } from './making.ts'
import { printSlips } from './slips.ts'

export const jobs: JobsOf<'digitization'> = { makeJobs, printSlips }
