import type { Handbook } from '../chapter.ts'
import { activities } from './activities.ts'
import { administrator } from './administrator.ts'
import { backups } from './backups.ts'
import { cataloguer } from './cataloguer.ts'
import { desk } from './desk.ts'
import { digitizer } from './digitizer.ts'
import { director } from './director.ts'
import { firstDay } from './first-day.ts'
import { keys } from './keys.ts'
import { problems } from './problems.ts'
import { quarter } from './quarter.ts'
import { security } from './security.ts'
import { sending } from './sending.ts'
import { stocktake } from './stocktake.ts'
import { together } from './together.ts'
import { viewer } from './viewer.ts'
import { weeding } from './weeding.ts'

export const handbook: Handbook = {
  cataloguer,
  desk,
  digitizer,
  activities,
  director,
  viewer,
  administrator,
  'first-day': firstDay,
  stocktake,
  weeding,
  quarter,
  sending,
  keys,
  problems,
  together,
  backups,
  security,
}
