import { due as activities } from '../activities/index.ts'
import { due as association } from '../association/index.ts'
import { due as backup } from '../backup/index.ts'
import { due as cooperation } from '../cooperation/index.ts'
import type { DueReader } from '../due.ts'
import { due as facilities } from '../facilities/index.ts'
import { due as plans } from '../plans/index.ts'
import { due as network } from '../network/index.ts'
import { due as preservation } from '../preservation/index.ts'
import { due as readers } from '../readers/index.ts'
import { due as reports } from '../reports/index.ts'
import { due as rotation } from '../rotation/index.ts'
import { due as stocktake } from '../stocktake/index.ts'
import { due as sync } from '../sync/index.ts'

/** Every module that has something waiting for people. A new one adds its import and its name. */
export const dueReaders: readonly DueReader[] = [
  activities,
  association,
  backup,
  cooperation,
  facilities,
  plans,
  network,
  preservation,
  readers,
  reports,
  rotation,
  stocktake,
  sync,
]
