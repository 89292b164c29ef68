import type { QueriesOf } from '../context.ts'
import { importQueries } from './counter-import.ts'
import { counterQueries } from './counters.ts'
import { erasureQueries } from './erasure.ts'
import { kindQueries } from './kinds.ts'
import { listQueries } from './lists.ts'
import { settingQueries } from './settings.ts'

export const queries: QueriesOf<'readers'> = {
  ...kindQueries,
  ...counterQueries,
  ...importQueries,
  ...settingQueries,
  ...listQueries,
  ...erasureQueries,
}
