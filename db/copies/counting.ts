import { sql } from 'kysely'
import type { AcquisitionSource } from '../../shared/catalogue/contract.ts'
import type { Reader } from '../connection.ts'
import type { Once, Span } from '../measures.ts'
import { heldOn } from '../stock/index.ts'

type Standing = { copies: number; titles: number; withdrawn: number }
type CameIn = { source: AcquisitionSource; copies: number; titles: number }

/** All that one passage over the copies tells of a period. */
export function standingOf(db: Reader, { from, to }: Span, once: Once): Promise<Standing> {
  return once('copies standing', async () => {
    const { rows } = await sql<Standing>`
      select count(*) filter (where ${heldOn(to)}) as copies,
        count(distinct iif(${heldOn(to)}, titleId, null)) as titles,
        count(*) filter (where cancelledOn is null and withdrawnOn between ${from} and ${to}) as withdrawn
      from copy`.execute(db)
    return rows[0] ?? { copies: 0, titles: 0, withdrawn: 0 }
  })
}

const cameIn = ({ from, to }: Span) => sql`from copy join voucher on voucher.id = voucherId
  where cancelledOn is null and accessionedOn between ${from} and ${to}
    and isOpening = 0 and voucher.mergerId is null`

/** What came in within the days, by its source. */
export function cameInBySource(db: Reader, span: Span, once: Once): Promise<CameIn[]> {
  return once('copies that came', async () => {
    const { rows } = await sql<CameIn>`
      select source, count(*) as copies, count(distinct titleId) as titles ${cameIn(span)}
      group by source`.execute(db)
    return rows
  })
}

/** A title that came from two sources is one title. */
export async function titlesThatCame(db: Reader, span: Span): Promise<number> {
  const { rows } = await sql<{ titles: number }>`
    select count(distinct titleId) as titles ${cameIn(span)}`.execute(db)
  return rows[0]?.titles ?? 0
}
