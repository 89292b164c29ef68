import type { JobsOf } from '../context.ts'
import { checkFolder } from './check-folder.ts'

export const jobs: JobsOf<'preservation'> = { checkFolder }
