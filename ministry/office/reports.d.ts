import type { Receiver } from '../receiver.ts'
import type { Grouping, Period, PeriodRow, ReportRow, SeriesPoint, Totals } from './contract.ts'
/** Periods that are asked for or of which something came, the latest first. */
export declare function periodRows({ store: { db } }: Receiver): Promise<PeriodRow[]>
/** Every library that may report, with what it stands at for one period. */
export declare function reportRows(
  { store: { db }, now }: Receiver,
  { from, to }: Period,
): Promise<ReportRow[]>
/** What the libraries' counted packages add up to, by the province they named in them. */
export declare function totalsOf(
  { store: { db } }: Receiver,
  {
    from,
    to,
    by,
  }: Period & {
    by: Grouping
  },
): Promise<Totals>
/** One figure over all periods. */
export declare function seriesOf({ store: { db } }: Receiver, code: string): Promise<SeriesPoint[]>
