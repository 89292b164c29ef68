import type { QueriesOf } from '../context.ts'
import { editQueries } from './edits.ts'
import { authorityQueries } from './authorities.ts'
import { classQueries } from './classes.ts'
import { duplicateQueries } from './duplicates.ts'
import { linkQueries } from './links.ts'
import { mergeQueries } from './merges.ts'
import { savedSearchQueries } from './saved-searches.ts'
import { searchQueries } from './search-queries.ts'
import { serialQueries } from './serials.ts'
import { templateQueries } from './templates.ts'
import { titleQueries } from './titles.ts'

export const queries: QueriesOf<'catalogue'> = {
  ...titleQueries,
  ...searchQueries,
  ...authorityQueries,
  ...templateQueries,
  ...classQueries,
  ...linkQueries,
  ...serialQueries,
  ...mergeQueries,
  ...duplicateQueries,
  ...savedSearchQueries,
  ...editQueries,
}
