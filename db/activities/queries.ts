import type { QueriesOf } from '../context.ts'
import { calendarQueries } from './calendar.ts'
import { campaignQueries } from './campaigns.ts'
import { evidenceQueries } from './evidence.ts'
import { impactQueries } from './impact.ts'
import { listQueries } from './lists.ts'
import { requireActivity } from './reading.ts'
import { typeQueries } from './type-settings.ts'

export const queries: QueriesOf<'activities'> = {
  ...listQueries,
  ...calendarQueries,
  ...impactQueries,
  ...campaignQueries,
  ...evidenceQueries,
  ...typeQueries,
  activity: ({ id }, { db, fail }) => requireActivity(db, id, fail),
}
