import type { QueriesOf } from '../context.ts'
import { jobsOfTitle } from './reading.ts'
import { templateQueries } from './templates.ts'

export const queries: QueriesOf<'digitization'> = {
  ...templateQueries,
  jobsOfTitle: ({ titleId }, { db }) => jobsOfTitle(db, titleId),
}
