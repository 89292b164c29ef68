import type { JobsOf } from '../context.ts'
import { close } from './closing.ts'
import { exportItems } from './export.ts'
import { mergeFile } from './merging.ts'
import { produce } from './minutes.ts'
import { open } from './opening.ts'
import { satellitePage } from './satellite.ts'
import { settle, unsettle } from './settling.ts'

export const jobs: JobsOf<'stocktake'> = {
  open,
  mergeFile,
  satellitePage,
  close,
  settle,
  unsettle,
  exportItems,
  produce,
}
