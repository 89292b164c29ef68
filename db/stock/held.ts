import { sql, type RawBuilder, type SqlBool } from 'kysely'

/** Copies held at the end of a day: in by then, not cancelled, and not gone until after it. */
export function heldOn(day: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`copy.accessionedOn <= ${day} and copy.cancelledOn is null
    and (copy.withdrawnOn is null or copy.withdrawnOn > ${day})`
}
