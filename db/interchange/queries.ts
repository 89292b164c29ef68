import type { QueriesOf } from '../context.ts'
import { poolQueries } from './pools.ts'
import { profileQueries } from './profiles.ts'
import { runQueries } from './run-queries.ts'

export const queries: QueriesOf<'interchange'> = { ...poolQueries, ...profileQueries, ...runQueries }
