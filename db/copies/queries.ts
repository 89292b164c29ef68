import type { QueriesOf } from '../context.ts'
import { codeQueries } from './codes.ts'
import { movementQueries } from './movement.ts'
import { numberQueries } from './numbers.ts'
import { placeQueries } from './places.ts'
import { searchQueries } from './search.ts'
import { voucherQueries } from './vouchers.ts'
import { withdrawalQueries } from './withdrawals.ts'

export const queries: QueriesOf<'copies'> = {
  ...searchQueries,
  ...codeQueries,
  ...movementQueries,
  ...placeQueries,
  ...numberQueries,
  ...voucherQueries,
  ...withdrawalQueries,
}
