import type { QueriesOf } from '../context.ts'
import { batchQueries } from './batches.ts'
import { collectionQueries } from './collections.ts'
import { listQueries } from './lists.ts'
import { planQueries } from './plans.ts'
import { progressQueries } from './progress.ts'
import { projectQueries } from './projects.ts'
import { rightsQueries } from './deciding.ts'
import { stoppageQueries } from './stoppages.ts'
import { templateQueries } from './templates.ts'

export const queries: QueriesOf<'digitization'> = {
  ...planQueries,
  ...collectionQueries,
  ...progressQueries,
  ...templateQueries,
  ...stoppageQueries,
  ...projectQueries,
  ...rightsQueries,
  ...batchQueries,
  ...listQueries,
}
