import { sql } from 'kysely'
import type { LabelSource, Template } from '../../shared/labels/contract.ts'
import { mostLabels } from '../../shared/labels/rules.ts'
import type { Reader } from '../connection.ts'
import type { Fail } from '../failure.ts'
import { cardLabels, copyLabels, type LabelOf } from './values.ts'

export type Wanted = {
  labels: LabelOf[]
  /** Copies that are waiting beyond those that one run takes. */
  waiting: number
}
type SourceError = 'source_wrong' | 'nothing_to_print' | 'too_many_labels'
type Asked = { source: LabelSource; template: Template; each: number }

const isLive = sql`copy.withdrawnOn is null and copy.cancelledOn is null`

/** The labels that a source means; readers' cards have a template of their own kind. */
export async function labelsOf(
  db: Reader,
  { source, template, each }: Asked,
  fail: Fail<SourceError>,
): Promise<Wanted> {
  const isCard = template.kind === 'card'
  if (isCard !== (source.by === 'cards')) fail('source_wrong', { by: source.by, kind: template.kind })
  if (source.by === 'cards') {
    requireFew(source.cards.length * each, fail)
    return { labels: await cardLabels(db, source.cards), waiting: 0 }
  }
  const { ids, waiting } = await copiesOf(db, { source, template, most: Math.floor(mostLabels / each) }, fail)
  if (ids.length === 0) fail('nothing_to_print')
  requireFew(ids.length * each, fail)
  return { labels: await copyLabels(db, ids), waiting }
}

function requireFew(labels: number, fail: Fail<'too_many_labels'>): void {
  if (labels > mostLabels) fail('too_many_labels', { labels, most: mostLabels })
}

type CopySource = Exclude<LabelSource, { by: 'cards' }>
type Copies = { ids: number[]; waiting: number }

async function copiesOf(
  db: Reader,
  { source, template, most }: { source: CopySource; template: Template; most: number },
  fail: Fail<'source_wrong'>,
): Promise<Copies> {
  const all = async (query: ReturnType<typeof sql<{ id: number }>>) => {
    const { rows } = await query.execute(db)
    return { ids: rows.map(({ id }) => id), waiting: 0 }
  }
  switch (source.by) {
    case 'copies':
      // Whoever chose them chose their order; one that is gone in the meantime needs no label.
      return all(sql`select copy.id from json_each(${JSON.stringify(source.copyIds)}) as wanted
        cross join copy on copy.id = wanted.value where ${isLive} order by wanted.key`)
    case 'voucher':
      await requireRow(db, 'voucher', source.voucherId, fail)
      return all(
        sql`select copy.id from copy where copy.voucherId = ${source.voucherId} and ${isLive} order by copy.id`,
      )
    case 'series':
      await requireRow(db, 'accessionSeries', source.seriesId, fail)
      if (source.from > source.to) fail('source_wrong', { from: source.from, to: source.to })
      return all(sql`select copy.id from copy where copy.seriesId = ${source.seriesId}
        and copy.number between ${source.from} and ${source.to} and ${isLive} order by copy.number`)
    case 'unlabelled':
      return unlabelled(db, { siteId: source.siteId, kind: template.kind, most })
  }
}

async function requireRow(
  db: Reader,
  table: 'voucher' | 'accessionSeries',
  id: number,
  fail: Fail<'source_wrong'>,
): Promise<void> {
  const row = await db.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()
  if (!row) fail('source_wrong', { table, id })
}

/** Copies without a label of a kind, oldest first; of many only as many as one run takes. */
async function unlabelled(
  db: Reader,
  { siteId, kind, most }: { siteId: number | null; kind: string; most: number },
): Promise<Copies> {
  const site = siteId === null ? sql`` : sql`and copy.siteId = ${siteId}`
  const without = sql`from copy where ${isLive} ${site} and not exists (
    select 1 from labelBatchCopy join labelBatch on labelBatch.id = labelBatchCopy.batchId
    where labelBatchCopy.copyId = copy.id and labelBatch.kind = ${kind} and labelBatch.forgottenAt is null)`
  const { rows } = await sql<{ id: number }>`
    select copy.id ${without} order by copy.id limit ${most}`.execute(db)
  const counted =
    rows.length < most
      ? rows.length
      : ((await sql<{ copies: number }>`select count(*) as copies ${without}`.execute(db)).rows[0]?.copies ??
        0)
  return { ids: rows.map(({ id }) => id), waiting: counted - rows.length }
}
