import type { JobsOf } from '../context.ts'
import { exportList } from './export.ts'
import { attachProof, openProof } from './proofs.ts'
import { produceReport } from './report-paper.ts'

export const jobs: JobsOf<'association'> = { attachProof, openProof, exportList, produceReport }
