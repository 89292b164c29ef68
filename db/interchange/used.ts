import { sql } from 'kysely'
import type { Reader } from '../connection.ts'
import type { RunRow } from './runs.ts'

type Use = 'edited' | 'classified' | 'copies_added' | 'copy_changed' | 'withdrawn' | 'listed'
export type UsedTitle = { titleId: number; label: string; uses: Use[] }
type Row = { titleId: number; label: string } & Record<Use, number>

/** Titles of a run with what was done since with them and with the copies it brought; what was not touched is left out. */
export async function usedTitles(
  db: Reader,
  run: RunRow,
  { after, limit }: { after: number; limit: number },
): Promise<UsedTitle[]> {
  const vouchers = sql.join([0, ...Object.values(run.written.voucherBySource)])
  const { rows } = await sql<Row>`
    with own as (
      select distinct title.id, title.title, title.rev, importRecord.revAfter from importRecord
      join title on title.id = importRecord.titleId
      where importRecord.runId = ${run.id} and importRecord.revAfter is not null and title.id > ${after}),
    told as (
      select own.id as titleId, own.title as label,
        own.rev != own.revAfter as edited,
        exists (select 1 from titleClass join journalRow on tableName = 'titleClass' and rowId = titleClass.id
          where titleClass.titleId = own.id) as classified,
        exists (select 1 from copy where titleId = own.id and voucherId not in (${vouchers})) and own.revAfter = 1 as copies_added,
        exists (select 1 from copy join journalRow on tableName = 'copy' and rowId = copy.id
          where copy.titleId = own.id and copy.voucherId in (${vouchers})) as copy_changed,
        exists (select 1 from copy where titleId = own.id and voucherId in (${vouchers}) and withdrawnOn is not null) as withdrawn,
        exists (select 1 from productTitle where titleId = own.id) as listed
      from own)
    select * from told where edited or classified or copies_added or copy_changed or withdrawn or listed
    order by titleId limit ${limit}`.execute(db)
  return rows.map(({ titleId, label, ...uses }) => ({
    titleId,
    label,
    uses: (Object.keys(uses) as Use[]).filter((use) => uses[use] === 1),
  }))
}
