import type { JobsOf } from '../context.ts'
import { look } from './look.ts'
import { addPool } from './pools.ts'
import { stage } from './stage.ts'
import { undo } from './undo.ts'
import { write } from './write.ts'

export const jobs: JobsOf<'interchange'> = { addPool, look, stage, undo, write }
