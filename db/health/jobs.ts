import type { JobsOf } from '../context.ts'
import { trial } from './trial.ts'

export const jobs: JobsOf<'health'> = { trial }
