import type { JobsOf } from '../context.ts'
import { attachEvidence, openEvidence } from './evidence.ts'
import { exportList } from './export.ts'

export const jobs: JobsOf<'activities'> = { attachEvidence, openEvidence, exportList }
