import type { QueriesOf } from '../context.ts'
import { diaryQueries } from './diary.ts'
import { reportQueries } from './reports.ts'
import { routeQueries } from './routes.ts'
import { sessionQueries } from './sessions.ts'
import { shipmentQueries } from './shipments.ts'
import { vehicleQueries } from './vehicles.ts'

export const queries: QueriesOf<'rotation'> = {
  ...diaryQueries,
  ...shipmentQueries,
  ...reportQueries,
  ...routeQueries,
  ...sessionQueries,
  ...vehicleQueries,
}
