import { sql, type RawBuilder } from 'kysely'
import { fold, words } from '../../shared/fold.ts'
import type { FormerCopy, FormerCopyFilters, Numbering } from '../../shared/merger/contract.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import { findCode, ownerDetails } from '../copies/index.ts'
import { requireMerger, type MergerRow } from './mergers.ts'
import { isClashing, isLive, newBarcode, newNumber, plannedCopies } from './planned.ts'

type Named = Pick<MergerRow, 'id' | 'numbering'>

export function copiesWhere(
  { id, numbering }: Named,
  { show, text }: FormerCopyFilters,
): RawBuilder<unknown> {
  const wanted = text.trim()
  const conditions = [sql`former.mergerId = ${id}`, ...shownAs(show, numbering)]
  if (wanted !== '')
    conditions.push(sql`(former.accessionNumber like ${`${wanted}%`} or former.barcode = ${wanted}
      or former.copyId in (select id from copy where accessionNumber = ${wanted})
      or instr(former.foldedTitle, ${words(fold(wanted)).join(' ') || wanted}) > 0)`)
  return sql.join(conditions, sql` and `)
}

function shownAs(show: FormerCopyFilters['show'], numbering: Numbering): RawBuilder<unknown>[] {
  switch (show) {
    case 'all':
      return []
    case 'live':
      return [isLive]
    case 'gone':
      return [sql`not (${isLive})`]
    case 'clashing':
      return [isClashing]
    case 'undecided':
      return [isLive, sql`${newNumber(numbering)} is null`]
  }
}

type Row = Omit<FormerCopy, 'numberTwin' | 'barcodeTwin' | 'isDecided'> & {
  numberTwin: string | null
  barcodeTwin: string | null
  isDecided: number
}

/** Copies of the former unit; once they are here, by what they are called now. */
export async function readFormerCopies(
  db: Reader,
  { numbering }: Named,
  { where, limit, offset }: { where: RawBuilder<unknown>; limit: number; offset: number },
): Promise<FormerCopy[]> {
  const twin = (column: string) => sql`(select json_object('id', copy.id, 'title', title.title,
      'accessionNumber', copy.accessionNumber)
    from copy join title on title.id = copy.titleId where copy.id = former.${sql.ref(column)})`
  const { rows } = await sql<Row>`
    select former.id, former.title, former.material, former.accessionNumber, former.barcode, former.siteName,
      former.storeName, former.condition, former.source, former.accessionedOn, former.withdrawnOn,
      former.decisionNumber, former.cancelledOn, ${twin('numberTwinId')} as numberTwin,
      ${twin('barcodeTwinId')} as barcodeTwin, former.givenNumber is not null as isDecided, former.copyId,
      iif(${isLive}, coalesce(now.accessionNumber, ${newNumber(numbering)}), former.accessionNumber) as newNumber,
      iif(${isLive}, coalesce(now.barcode, ${newBarcode(numbering)}), former.barcode) as newBarcode
    from formerCopy as former left join copy as now on now.id = former.copyId
    where ${where} order by former.id limit ${limit} offset ${offset}`.execute(db)
  return rows.map((row) => ({
    ...row,
    isDecided: row.isDecided === 1,
    numberTwin: row.numberTwin === null ? null : JSON.parse(row.numberTwin),
    barcodeTwin: row.barcodeTwin === null ? null : JSON.parse(row.barcodeTwin),
  }))
}

export async function countFormerCopies(db: Reader, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from formerCopy as former where ${where}`.execute(db)
  return rows[0]?.count ?? 0
}

export const copyCommands: Pick<CommandsOf<'merger'>, 'decideCopy'> = {
  async decideCopy({ mergerId, id, number, barcode }, { db, fail }) {
    const merger = await requireMerger(db, { id: mergerId, states: ['staged'] }, fail)
    if (number === '') fail('number_missing', {})
    const codes = [number ?? '', barcode ?? ''].filter((code) => code !== '')
    const owner = [...(await findCode(db, codes)).values()][0]
    if (owner) fail('number_taken', ownerDetails(owner))
    for (const code of codes) {
      const { rows } = await sql<{ id: number; title: string; accessionNumber: string }>`
        select former.id, former.title, former.accessionNumber
        from ${plannedCopies(mergerId, merger.numbering)} as planned join formerCopy as former on former.id = planned.id
        where planned.id != ${id} and (planned.newNumber = ${code} or planned.newBarcode = ${code}) limit 1`.execute(
        db,
      )
      if (rows[0]) fail('number_taken', rows[0])
    }
    const { numUpdatedRows } = await db
      .updateTable('formerCopy')
      .set({ givenNumber: number, givenBarcode: barcode })
      .where('id', '=', id)
      .where('mergerId', '=', mergerId)
      .executeTakeFirstOrThrow()
    const [copy] = await readFormerCopies(db, merger, { where: sql`former.id = ${id}`, limit: 1, offset: 0 })
    return (numUpdatedRows > 0n && copy) || fail('copy_not_found', { id })
  },
}
