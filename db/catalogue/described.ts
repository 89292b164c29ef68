import { sql } from 'kysely'
import { TitleFields, type MarcRecord } from '../../shared/catalogue/contract.ts'
import type { Reader } from '../connection.ts'
import { parseRecord } from './records.ts'

const columns = [...TitleFields.keyof().options, 'id', 'sortKey'] as const

/** What entries are written from: titles in stock, in no order. */
export async function describedTitles(db: Reader, ids: readonly number[]) {
  const rows = await db
    .selectFrom('title')
    .innerJoin('marcRecord', 'marcRecord.id', 'title.id')
    .select(columns.map((column) => `title.${column}` as const))
    .select('marcRecord.marc')
    .leftJoin('title as host', 'host.id', 'title.hostId')
    .select('host.title as hostTitle')
    .where('title.id', 'in', sql<number>`(select value from json_each(${JSON.stringify(ids)}))`)
    .where('title.removedOn', 'is', null)
    .execute()
  return rows.map(({ marc, ...fields }): DescribedTitle => ({ ...fields, record: parseRecord(marc) }))
}

/** A title as the form shows it, with its whole record and the name of what it is an article of. */
export type DescribedTitle = TitleFields & {
  id: number
  sortKey: string
  hostTitle: string | null
  record: MarcRecord
}
