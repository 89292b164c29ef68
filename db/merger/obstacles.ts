import { sql } from 'kysely'
import type { OutputOf } from '../../shared/contract.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import type { Reader } from '../connection.ts'
import { usedTitles, type RunRow } from '../interchange/index.ts'

type Obstacle = OutputOf<SpecOf<'merger.obstacles'>>['rows'][number]
type Use = Obstacle['uses'][number]
const copyUses = ['copy_changed', 'withdrawn', 'in_stocktake', 'in_weeding', 'labelled'] as const
type Row = { titleId: number; label: string } & Record<(typeof copyUses)[number], number>

/** Titles of a merger with what was done since with them or with the copies it brought; what was not touched is left out. */
export async function obstaclesOf(
  db: Reader,
  run: RunRow,
  { after, limit }: { after: number; limit: number },
): Promise<Obstacle[]> {
  const titles: Obstacle[] = await usedTitles(db, run, { after, limit })
  const copies = await usedCopies(db, run, { after, limit })
  const byTitle = new Map<number, Obstacle>()
  for (const each of [...titles, ...copies]) {
    const known = byTitle.get(each.titleId)
    const uses = [...new Set<Use>([...(known?.uses ?? []), ...each.uses])]
    byTitle.set(each.titleId, { ...each, uses })
  }
  return [...byTitle.values()].toSorted((a, b) => a.titleId - b.titleId).slice(0, limit)
}

/** Copies of titles that were here before are told by their titles too. */
async function usedCopies(
  db: Reader,
  { written }: RunRow,
  { after, limit }: { after: number; limit: number },
): Promise<Obstacle[]> {
  const vouchers = sql.join([0, ...Object.values(written.voucherBySource)])
  const { rows } = await sql<Row>`
    with told as (
      select copy.titleId, copy.withdrawnOn is not null as withdrawn,
        exists (select 1 from journalRow where tableName = 'copy' and rowId = copy.id) as copy_changed,
        exists (select 1 from stocktakeItem where stocktakeItem.copyId = copy.id)
          or exists (select 1 from stocktakeScan where stocktakeScan.copyId = copy.id) as in_stocktake,
        exists (select 1 from weedingItem where weedingItem.copyId = copy.id) as in_weeding,
        exists (select 1 from labelBatchCopy where labelBatchCopy.copyId = copy.id) as labelled
      from copy where copy.voucherId in (${vouchers}) and copy.titleId > ${after})
    select told.titleId, title.title as label, ${sql.join(copyUses.map((use) => sql`max(${sql.ref(use)}) as ${sql.ref(use)}`))}
    from told join title on title.id = told.titleId
    where ${sql.join(
      copyUses.map((use) => sql.ref(use)),
      sql` or `,
    )}
    group by told.titleId order by told.titleId limit ${limit}`.execute(db)
  return rows.map((row) => ({
    titleId: row.titleId,
    label: row.label,
    uses: copyUses.filter((use) => row[use] === 1),
  }))
}
