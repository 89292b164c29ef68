import type { JobsOf } from '../context.ts'
import { exportList } from './export-list.ts'
import { produceMinutes } from './minutes.ts'
import { stage } from './stage.ts'
import { undo } from './undo.ts'
import { write } from './write.ts'

export const jobs: JobsOf<'merger'> = { exportList, produceMinutes, stage, undo, write }
