import type { QueriesOf } from '../context.ts'
import { batchQueries } from './batches.ts'
import { previewQueries } from './preview.ts'
import { printerQueries } from './printers.ts'
import { sheetQueries } from './sheets.ts'
import { templateQueries } from './templates.ts'

export const queries: QueriesOf<'labels'> = {
  ...templateQueries,
  ...sheetQueries,
  ...printerQueries,
  ...batchQueries,
  ...previewQueries,
}
