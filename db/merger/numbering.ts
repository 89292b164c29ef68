import { sql } from 'kysely'
import type { OutputOf } from '../../shared/contract.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import { sharedNumber, type NumberForm } from '../../shared/copies/rules.ts'
import { longestNumber, type Numbering } from '../../shared/merger/contract.ts'
import type { Reader } from '../connection.ts'
import type { Fail } from '../failure.ts'
import { allSeries, prefixKey } from '../interchange/index.ts'
import type { MergerRow } from './mergers.ts'
import { plannedCopies } from './planned.ts'

type Outlook = OutputOf<SpecOf<'merger.numbering'>>
export type SeriesPlan = Outlook['series'][number]

/** What the numbers as they are planned would come to, as the catalogue is now. */
export async function numberingOf(db: Reader, { id, numbering }: MergerRow): Promise<Outlook> {
  const planned = plannedCopies(id, numbering)
  const { rows } = await sql<Omit<Outlook, 'taken' | 'example' | 'longest' | 'series' | 'isTooLong'>>`
    select ifnull(sum(newNumber = accessionNumber), 0) as kept,
      ifnull(sum(newNumber != accessionNumber), 0) as prefixed,
      ifnull(sum(newNumber is null and ${numbering.policy === 'by_hand' ? 0 : 1}), 0) as renumbered,
      ifnull(sum(newNumber is null and ${numbering.policy === 'by_hand' ? 1 : 0}), 0) as undecided
    from ${planned}`.execute(db)
  const { rows: longest } = await sql<{ code: string }>`
    select iif(length(newNumber) >= length(newBarcode), newNumber, newBarcode) as code
    from ${planned} order by length(code) desc limit 1`.execute(db)
  const code = longest[0]?.code ?? ''
  const counts = rows[0] ?? { kept: 0, prefixed: 0, renumbered: 0, undecided: 0 }
  return {
    ...counts,
    ...(await takenOf(db, planned)),
    longest: code,
    isTooLong: code.length > longestNumber && numbering.policy === 'prefix',
    series: await seriesPlanOf(db, id, numbering),
  }
}

type Refusals = 'numbers_undecided' | 'numbers_taken' | 'number_too_long'

/** Everybody is to have a number of its own that fits a label. */
export async function requireNumbers(db: Reader, merger: MergerRow, fail: Fail<Refusals>): Promise<void> {
  const { undecided, taken, example, isTooLong, longest } = await numberingOf(db, merger)
  if (undecided > 0) fail('numbers_undecided', { count: undecided })
  if (taken > 0) fail('numbers_taken', { count: taken, example })
  if (isTooLong) fail('number_too_long', { number: longest, most: longestNumber })
}

/** Planned codes that a copy of this library bears, or that two of the former unit would bear. */
async function takenOf(db: Reader, planned: ReturnType<typeof plannedCopies>) {
  const { rows } = await sql<{ taken: number; example: string | null }>`
    with codes(id, code) as materialized (
      select id, newNumber from ${planned} where newNumber is not null
      union select id, newBarcode from ${planned} where newBarcode != ''),
    taken(code) as (
      select code from codes where exists (select 1 from copy where copy.accessionNumber = code)
        or exists (select 1 from copy where copy.barcode = code and copy.barcode != '')
      union select code from codes group by code having count(*) > 1)
    select count(*) as taken, min(code) as example from taken`.execute(db)
  return { taken: rows[0]?.taken ?? 0, example: rows[0]?.example ?? '' }
}

/**
 * The series that the planned numbers belong to: one of ours by its prefix, or a new one. Numbers whose prefix runs into
 * that of another series get none of their own and stand in the one that is made for the whole of the former unit.
 */
export async function seriesPlanOf(
  db: Reader,
  mergerId: number,
  numbering: Numbering,
): Promise<SeriesPlan[]> {
  const { rows } = await sql<SeriesPlan>`
    select iif(newNumber = accessionNumber, '', ${numbering.prefix}) || prefix as prefix, max(digits) as digits,
      count(*) as copies, 0 as isNew
    from ${plannedCopies(mergerId, numbering)}
    where newNumber is not null and givenNumber is null and digits > 0
    group by 1 order by copies desc`.execute(db)
  const ours: NumberForm[] = await allSeries(db)
  const forms = [...ours]
  return rows.map(({ prefix, digits, copies }) => {
    const isKnown = forms.some((each) => prefixKey(each.prefix) === prefixKey(prefix))
    const form = { prefix, digits }
    const isNew = !isKnown && forms.every((each) => sharedNumber(each, form) === null)
    if (isNew) forms.push(form)
    return { ...form, copies, isNew }
  })
}
