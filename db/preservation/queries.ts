import type { QueriesOf } from '../context.ts'
import { fileQueries } from './file-queries.ts'
import { folderQueries } from './folders.ts'
import { newsQueries } from './news.ts'
import { packageQueries } from './packages.ts'
import { placeQueries } from './places.ts'
import { profileQueries } from './profiles.ts'
import { removalQueries } from './removals.ts'
import { textQueries } from './texts.ts'
import { volumeQueries } from './volumes.ts'

export const queries: QueriesOf<'preservation'> = {
  ...folderQueries,
  ...fileQueries,
  ...newsQueries,
  ...packageQueries,
  ...placeQueries,
  ...profileQueries,
  ...removalQueries,
  ...textQueries,
  ...volumeQueries,
}
