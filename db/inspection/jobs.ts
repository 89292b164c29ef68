import type { JobsOf } from '../context.ts'
import { produce } from './minutes.ts'
import { exportRescan } from './rescan-list.ts'

export const jobs: JobsOf<'inspection'> = { exportRescan, produce }
