import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { SpecOf } from '../../shared/contracts.ts'
import type { ClassCounts, ScanCounts, Stocktake } from '../../shared/stocktake/contract.ts'
import type { Reader, Writer } from '../connection.ts'
import type { ChunkContext, JobContext, JobHandler, QueriesOf } from '../context.ts'
import { idsIn, putStatus } from '../copies/index.ts'
import type { Fail } from '../failure.ts'
import { sha256 } from '../hash.ts'
import { classOfItem, marksOf, otherRows, tellingScan, tellingScanOfOther, type Marks } from './class-sql.ts'
import { isExpected, resolveCodes } from './look-up.ts'
import { minutesPaper } from './minutes.ts'
import { countScans, summed, tallyOf, writtenCells } from './progress.ts'
import { notClosed, requireStocktake } from './reading.ts'
import { giveBack } from './settling.ts'

export const closingQueries: Pick<QueriesOf<'stocktake'>, 'previewClosing'> = {
  async previewClosing({ id }, { db, fail }) {
    const stocktake = await requireClosable(db, id, fail)
    const { cells, scans } = await tallyOf(db, stocktake)
    const { rows } = await sql<{ copies: number }>`
      select count(distinct copy.id) as copies from stocktakeScan as scan
      join copy on copy.id = scan.copyId and copy.status = 'missing'
      join stocktakeItem as item on item.stocktakeId = ${id} and item.copyId = copy.id and item.isExpected = 1
      where scan.stocktakeId = ${id} and scan.undoneAt is null
        and copy.withdrawnOn is null and copy.cancelledOn is null`.execute(db)
    return { classes: summed(cells), scans, comeBack: rows[0]?.copies ?? 0 }
  },
}

async function requireClosable(
  db: Reader,
  id: number,
  fail: Fail<'stocktake_not_found' | 'not_closable'>,
): Promise<Stocktake> {
  const stocktake = await requireStocktake(db, id, fail)
  const { state, name } = stocktake
  return state === 'open' || state === 'paused' ? stocktake : fail('not_closable', { name })
}

type NamedCode = { code: string; copyId: number; isExpected: 0 | 1; reading: string; repair: string }
type Tallies = { classes: ClassCounts; scans: ScanCounts }
type Step =
  | { step: 'begin' }
  | { step: 'name'; codes: NamedCode[] }
  | { step: 'mark'; first: number; last: number }
  | { step: 'others' }
  | { step: 'bringBack'; copyIds: number[] }
  | {
      step: 'finish'
      closedOn: string
      minutesNumber: string
      tallies: Tallies
      scansHash: string
      paper: string
      paperHash: string
    }
type Closing = Step & { id: number }

const markedAtOnce = 20_000
const copiesAtOnce = 500
const codesAtOnce = 500

/**
 * From the first piece on no scan comes in, so what follows in pieces is of one state all the same. Classes are written
 * down, copies that were found come back, and the minutes are frozen last.
 */
export const close: JobHandler<SpecOf<'stocktake.close'>, Closing> = {
  leavesRows: true,

  async run({ id, minutesNumber }, context) {
    const { db, fail, write, progress, today } = context
    await requireClosable(db, id, fail)
    await write({ id, step: 'begin' })
    const { state, name } = await requireStocktake(db, id, fail)
    if (state !== 'closing') fail('not_closable', { name })
    const marks = await marksOf(db, id)
    await nameCodes(context, marks)
    const total = Math.max(1, marks.lastItemId - marks.firstItemId + 1)
    for (let first = marks.firstItemId; first <= marks.lastItemId; first += markedAtOnce) {
      progress(first - marks.firstItemId, total)
      await write({ id, step: 'mark', first, last: Math.min(marks.lastItemId, first + markedAtOnce - 1) })
    }
    await write({ id, step: 'others' })
    const broughtBack = await comingBack(db, id)
    for (let from = 0; from < broughtBack.length; from += copiesAtOnce) {
      progress(total, total)
      await write({ id, step: 'bringBack', copyIds: broughtBack.slice(from, from + copiesAtOnce) })
    }
    const classes = summed(await writtenCells(db, id))
    const tallies = { classes, scans: await countScans(db, id) }
    const closed = { ...(await requireStocktake(db, id, fail)), closedOn: today, tallies, minutesNumber }
    const paper = JSON.stringify(await minutesPaper(db, closed))
    progress(total, total)
    const scansHash = await hashOfScans(db, id)
    const frozen = { tallies, scansHash, paper, paperHash: sha256(paper) }
    await write({ id, step: 'finish', closedOn: today, minutesNumber, ...frozen })
    return { classes, broughtBack: broughtBack.length }
  },

  async apply(closing, context) {
    await applyStep(closing, context)
    return { bulk: { id: closing.id, step: closing.step } }
  },

  /** Paused, so that scanning goes on only once somebody has seen that it was not closed. */
  async takeBack(context) {
    const { db, jobId } = context
    const unfinished = await db
      .selectFrom('stocktake')
      .select('id')
      .where('jobId', '=', jobId)
      .where('state', 'in', ['closing', 'closed'])
      .executeTakeFirst()
    if (!unfinished) return false
    if ((await giveBack(context, { jobId, limit: copiesAtOnce })) > 0) return true
    await db
      .updateTable('stocktake')
      .set((is) => ({ ...notClosed, state: 'paused', rev: is('rev', '+', 1) }))
      .where('id', '=', unfinished.id)
      .execute()
    return false
  },
}

async function applyStep(closing: Closing, { db, jobId }: ChunkContext): Promise<void> {
  const { id } = closing
  switch (closing.step) {
    case 'begin':
      await db
        .updateTable('stocktake')
        .set((is) => ({ state: 'closing', jobId, rev: is('rev', '+', 1) }))
        .where('id', '=', id)
        .where('state', 'in', ['open', 'paused'])
        .execute()
      return
    case 'name':
      await sql`update stocktakeScan set (copyId, isExpected, reading, repair) = (
          select value ->> 'copyId', value ->> 'isExpected', value ->> 'reading', value ->> 'repair'
          from json_each(${JSON.stringify(closing.codes)}) where value ->> 'code' = stocktakeScan.code)
        where stocktakeId = ${id} and copyId is null
          and code in (select value ->> 'code' from json_each(${JSON.stringify(closing.codes)}))`.execute(db)
      return
    case 'mark':
      return markExpected(db, await marksOf(db, id), closing)
    case 'others':
      return writeOthers(db, await marksOf(db, id))
    case 'bringBack':
      return bringBack(db, { id, copyIds: closing.copyIds, jobId })
    case 'finish': {
      const { closedOn, minutesNumber, tallies, scansHash, paper, paperHash } = closing
      const frozen = {
        closedOn,
        minutesNumber,
        tallies: JSON.stringify(tallies),
        scansHash,
        paper,
        paperHash,
      }
      await db
        .updateTable('stocktake')
        .set((is) => ({ ...frozen, state: 'closed', rev: is('rev', '+', 1) }))
        .where('id', '=', id)
        .execute()
    }
  }
}

/** A code that nobody knew may have been entered meanwhile. */
async function nameCodes({ db, write }: JobContext<never, Closing>, marks: Marks): Promise<void> {
  const rows = await db
    .selectFrom('stocktakeScan')
    .select('code')
    .distinct()
    .where('stocktakeId', '=', marks.id)
    .where('copyId', 'is', null)
    .execute()
  for (let from = 0; from < rows.length; from += codesAtOnce) {
    const codes = rows.slice(from, from + codesAtOnce).map(({ code }) => code)
    const found = [...(await resolveCodes(db, marks, codes)).values()].flatMap(
      ({ code, reading, repair, named }) =>
        named ? [{ code, reading, repair, copyId: named.copyId, isExpected: isExpected({ named }) }] : [],
    )
    if (found.length > 0) await write({ id: marks.id, step: 'name', codes: found })
  }
}

async function markExpected(
  db: Writer,
  marks: Marks,
  { first, last }: { first: number; last: number },
): Promise<void> {
  await sql`update stocktakeItem as item set (class, scanId) = (
      select ${classOfItem}, ${tellingScan} from copy where copy.id = item.copyId)
    where item.id between ${first} and ${last} and +item.stocktakeId = ${marks.id}`.execute(db)
}

/** Rows of an earlier closing keep their ids, which signed figures may name. */
async function writeOthers(db: Writer, marks: Marks): Promise<void> {
  const { id } = marks
  await sql`update stocktakeItem set class = null where stocktakeId = ${id} and isExpected = 0`.execute(db)
  const others = sql`select ${id}, other.copyId, other.code, 0, telling.siteId, telling.storeId, telling.shelf,
      copy.status, other.class, telling.id
    from (${otherRows(marks)}) as other left join copy on copy.id = other.copyId
    join stocktakeScan as telling on telling.id = ${tellingScanOfOther(marks)}`
  const columns = sql`(stocktakeId, copyId, code, isExpected, siteId, storeId, shelf, status, class, scanId)`
  const renewed = sql`set class = excluded.class, scanId = excluded.scanId, siteId = excluded.siteId,
    storeId = excluded.storeId, shelf = excluded.shelf, status = excluded.status`
  await sql`insert into stocktakeItem ${columns} ${others} where other.copyId is not null
    on conflict (stocktakeId, copyId) where copyId is not null do update ${renewed}`.execute(db)
  await sql`insert into stocktakeItem ${columns} ${others} where other.copyId is null
    on conflict (stocktakeId, code) where copyId is null do update ${renewed}`.execute(db)
  await sql`delete from stocktakeItem where stocktakeId = ${id} and isExpected = 0 and class is null`.execute(
    db,
  )
}

/** Copies that the books had lost sight of and that were seen. */
async function comingBack(db: Reader, id: number): Promise<number[]> {
  const { rows } = await sql<{ copyId: number }>`
    select item.copyId from stocktakeItem as item join copy on copy.id = item.copyId
    where item.stocktakeId = ${id} and item.class in ('found', 'misplaced') and copy.status = 'missing'
      and copy.withdrawnOn is null and copy.cancelledOn is null`.execute(db)
  return rows.map(({ copyId }) => copyId)
}

async function bringBack(
  db: Writer,
  { id, copyIds, jobId }: { id: number; copyIds: readonly number[]; jobId: number },
): Promise<void> {
  await sql`update stocktakeItem set settled = 'brought_back', settledJobId = ${jobId},
      before = json_object('status', 'missing')
    where stocktakeId = ${id} and copyId in ${idsIn(copyIds)}`.execute(db)
  await putStatus(db, copyIds, 'available')
}

const hashedAtOnce = 20_000

/** Over every scan, undone ones too, in the order in which they came. */
async function hashOfScans(db: Reader, id: number): Promise<string> {
  const hash = createHash('sha256')
  for (let after = 0; ;) {
    const { rows } = await sql<{ id: number; line: string }>`
      select id, json_array(key, code, copyId, at, userId, sourceId, siteId, storeId, shelf, undoneAt) as line
      from stocktakeScan where id > ${after} and +stocktakeId = ${id} order by id limit ${hashedAtOnce}`.execute(
      db,
    )
    for (const { line } of rows) hash.update(`${line}\n`)
    if (rows.length < hashedAtOnce) return hash.digest('hex')
    after = rows.at(-1)?.id ?? after
  }
}
