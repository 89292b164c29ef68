import { sql } from 'kysely'
import type { Reader } from '../connection.ts'

/** Points whose partner is a side of an agreement of interconnection that is valid on the day. */
export async function connectedPointIds(db: Reader, on: string): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ id: number }>`
    select distinct point.id from servicePoint as point
    join agreementPartner as link on link.partnerId = point.partnerId
    join agreement on agreement.id = link.agreementId
    where agreement.kind = 'interconnection' and agreement.removedOn is null and agreement.startsOn <= ${on}
      and (agreement.endedOn is null or agreement.endedOn > ${on})
      and (agreement.endsOn is null or agreement.endsOn >= ${on})`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
