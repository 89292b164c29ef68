import type { JobsOf } from '../context.ts'
import { exportAll } from './export-all.ts'
import { exportTitles } from './export.ts'
import { look } from './look.ts'
import { addPool } from './pools.ts'
import { stage } from './stage.ts'
import { undo } from './undo.ts'
import { write } from './write.ts'

export const jobs: JobsOf<'interchange'> = {
  addPool,
  export: exportTitles,
  exportAll,
  look,
  stage,
  undo,
  write,
}
