import { sql, type RawBuilder } from 'kysely'
import type { Numbering } from '../../shared/merger/contract.ts'

/**
 * What a copy of the former unit is called here, as columns over `former`; null where the series gives the number only
 * when it is written, or where somebody has yet to decide.
 */
export function newNumber({ policy, scope, prefix }: Numbering): RawBuilder<string | null> {
  const isConcerned = scope === 'all' && policy !== 'by_hand' ? sql`1` : sql`former.numberTwinId is not null`
  const renamed = policy === 'prefix' ? sql`${prefix} || former.accessionNumber` : sql`null`
  return sql`coalesce(former.givenNumber, iif(${isConcerned}, ${renamed}, former.accessionNumber))`
}

/** A barcode that is the number itself follows it; a clashing one that gets no prefix is left out, for the label to come. */
export function newBarcode(numbering: Numbering): RawBuilder<string> {
  const { policy, scope, prefix } = numbering
  const isConcerned = scope === 'all' && policy === 'prefix' ? sql`1` : sql`former.barcodeTwinId is not null`
  const renamed = policy === 'prefix' ? sql`${prefix} || former.barcode` : sql`''`
  return sql`coalesce(former.givenBarcode, case
    when former.barcode = '' then ''
    when former.barcode = former.accessionNumber then ifnull(${newNumber(numbering)}, '')
    when ${isConcerned} then ${renamed}
    else former.barcode end)`
}

/** Copies in stock, which come over. */
export const isLive = sql`former.withdrawnOn is null and former.cancelledOn is null`
export const isClashing = sql`(former.numberTwinId is not null or former.barcodeTwinId is not null)`

/** Those of a merger in stock with what each is to be called. */
export function plannedCopies(mergerId: number, numbering: Numbering) {
  return sql`(select former.id, former.accessionNumber, former.prefix, former.digits, former.givenNumber,
      ${newNumber(numbering)} as newNumber, ${newBarcode(numbering)} as newBarcode
    from formerCopy as former where former.mergerId = ${mergerId} and ${isLive})`
}
