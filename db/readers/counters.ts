import type { CommandContext, CommandsOf, QueriesOf } from '../context.ts'
import { dayOfCount, isUnusual, type CounterFeed } from '../../shared/readers/counters.ts'
import type { Reader, Writer } from '../connection.ts'
import { addDays, addMonths, displayDate } from '../../shared/dates.ts'
import type { Fail } from '../failure.ts'
import { countsIn, keyOf, loansIn, rowsIn, usualAt, type CounterRow } from './counter-rows.ts'
import { kindByCode, readKinds, type KnownKind } from './kinds.ts'
import { requireOpenSite, requireSite } from './sites.ts'
import { validCardsOn } from './valid-cards.ts'

const longestSpanDays = 370
const dayMs = 86_400_000

type CounterQueries = Pick<QueriesOf<'readers'>, 'counterDay' | 'counterDays' | 'counterPast'>

export const counterQueries: CounterQueries = {
  async counterDay({ siteId, on }, { db, fail }) {
    await requireSite(db, siteId, fail)
    const counts = await countsIn(db, { siteId, from: on, to: on })
    const usual = []
    for (const { code, isHidden, rhythm } of await readKinds(db))
      if (!isHidden && rhythm === 'day')
        usual.push({ kindCode: code, ...(await usualAt(db, { siteId, kindCode: code, before: on })) })
    const [lent] = await loansIn(db, { siteId, from: on, to: on })
    return { counts, usual, loans: lent?.count ?? 0 }
  },

  async counterDays({ siteId, from, to }, { db, fail }) {
    await requireSite(db, siteId, fail)
    const days = (Date.parse(to) - Date.parse(from)) / dayMs + 1
    if (days < 1 || days > longestSpanDays) fail('span_too_long', { days, most: longestSpanDays })
    const span = { siteId, from, to }
    return { counts: await countsIn(db, span), loans: await loansIn(db, span) }
  },

  async counterPast({ siteId, on, kindCode }, { db }) {
    const rows = await db
      .selectFrom('counterPast as past')
      .innerJoin('counterValue as now', 'now.id', 'past.counterValueId')
      .leftJoin('user', 'user.id', 'past.userId')
      .leftJoin('counterImport as import', 'import.id', 'past.importId')
      .select(['past.value', 'past.source', 'past.until', 'past.reason'])
      .select(['user.name as by', 'import.fileName'])
      .where('now.siteId', '=', siteId)
      .where('now.on', '=', on)
      .where('now.kindCode', '=', kindCode)
      .orderBy('past.id', 'desc')
      .execute()
    return rows.map((row) => ({ ...row, by: row.by ?? '', fileName: row.fileName ?? '' }))
  },
}

export const counterCommands: Pick<CommandsOf<'readers'>, 'saveCounters' | 'tally'> = {
  async saveCounters({ siteId, cells, reason, accepted }, context) {
    const { db, fail, today } = context
    const lastDay =
      cells
        .map(({ on }) => on)
        .toSorted()
        .at(-1) ?? today
    await requireOpenSite(db, { siteId, on: lastDay }, fail)
    const kinds = await kindByCode(db)
    const wanted = cells.map((cell) => {
      const kind = kinds.get(cell.kindCode) ?? fail('kind_not_found', { code: cell.kindCode })
      if (cell.on > today) fail('counted_in_future', { on: displayDate(cell.on) })
      return { ...cell, kind, on: dayOfCount(kind.rhythm, cell.on) }
    })
    const days = wanted.map(({ on }) => on).toSorted()
    const known = await rowsIn(db, { siteId, from: days[0] ?? today, to: days.at(-1) ?? today })
    const changed = wanted.filter((cell) => differs(known.get(keyOf(cell)), cell))
    const isCorrection = (cell: Cell) =>
      cell.on < startOfNow(cell.kind, today) && isCounted(known.get(keyOf(cell)))
    const corrected = changed.filter(isCorrection)
    const [first] = corrected
    if (first && reason === '') fail('reason_missing', { count: corrected.length, on: displayDate(first.on) })
    if (!accepted.includes('unusual_count')) await askUnusual(db, { siteId, cells: changed }, fail)
    if (!accepted.includes('counted_by_loans')) await askCountedTwice(db, { siteId, cells: changed }, fail)
    if (!accepted.includes('counted_by_cards')) await askCardsTwice(db, { cells: changed, today }, fail)
    for (const cell of changed)
      await write(context, {
        siteId,
        cell,
        before: known.get(keyOf(cell)),
        reason: isCorrection(cell) ? reason : null,
      })
    return { changed: changed.length, corrected: corrected.length }
  },

  async tally({ siteId, kindCode, by }, { db, fail, today }) {
    await requireOpenSite(db, { siteId, on: today }, fail)
    const kind = (await kindByCode(db)).get(kindCode) ?? fail('kind_not_found', { code: kindCode })
    if (kind.rhythm !== 'day') fail('not_daily', { code: kindCode })
    const before = (await rowsIn(db, { siteId, from: today, to: today })).get(keyOf({ on: today, kindCode }))
    const value = (before?.value ?? 0) + by
    if (value < 0) fail('nothing_counted')
    if (before)
      await db
        .updateTable('counterValue')
        .set({ value, importId: null, rev: before.rev + 1 })
        .where('id', '=', before.id)
        .execute()
    else await db.insertInto('counterValue').values({ siteId, on: today, kindCode, value }).execute()
    return { kindCode, on: today, value }
  },
}

type Cell = { on: string; kindCode: string; value: number | null; source: string; kind: KnownKind }
type Known = CounterRow | undefined

const isCounted = (row: Known): row is CounterRow => row !== undefined && row.value !== null

function differs(row: Known, { value, source }: Cell): boolean {
  return (row?.value ?? null) !== value || (value !== null && (row?.source ?? '') !== source)
}

/** The day or month that still runs may be typed over without a word: it is not over yet. */
function startOfNow({ rhythm }: KnownKind, today: string): string {
  return dayOfCount(rhythm, today)
}

async function write(
  { db, now, actor }: Pick<CommandContext, 'db' | 'now' | 'actor'>,
  { siteId, cell, before, reason }: { siteId: number; cell: Cell; before: Known; reason: string | null },
): Promise<void> {
  const { on, kindCode, value } = cell
  const source = value === null ? '' : cell.source
  if (!before) {
    await db.insertInto('counterValue').values({ siteId, on, kindCode, value, source }).execute()
    return
  }
  if (reason !== null) await keepPast(db, before, { until: now, reason, userId: actor?.userId ?? null })
  await db
    .updateTable('counterValue')
    .set({ value, source, importId: null, rev: before.rev + 1 })
    .where('id', '=', before.id)
    .execute()
}

type Why = { until: string; reason: string; userId: number | null; importId?: number }

/** A count that is corrected stays to be read beside the new one. */
export async function keepPast(db: Writer, row: CounterRow, why: Why): Promise<void> {
  await db
    .insertInto('counterPast')
    .values({ counterValueId: row.id, value: row.value, source: row.source, ...why })
    .execute()
}

async function askUnusual(
  db: Reader,
  { siteId, cells }: { siteId: number; cells: readonly Cell[] },
  fail: Fail<'unusual_count'>,
): Promise<void> {
  const unusual = []
  for (const { kind, on, kindCode, value } of cells) {
    if (value === null || value === 0) continue
    const usual = await usualAt(db, { siteId, kindCode, before: on })
    if (isUnusual(value, usual, kind.rhythm)) unusual.push({ kindCode, on, value, most: usual.most })
  }
  const [first] = unusual
  if (first)
    fail('unusual_count', { count: unusual.length, ...first, on: displayDate(first.on), cells: unusual })
}

/** What the program lent itself is counted already; a tally beside it is asked about. */
async function askCountedTwice(
  db: Reader,
  { siteId, cells }: { siteId: number; cells: readonly Cell[] },
  fail: Fail<'counted_by_loans'>,
): Promise<void> {
  for (const { kind, on, value } of cells) {
    if (kind.feed !== 'lent' || value === null || value === 0) continue
    const [lent] = await loansIn(db, { siteId, from: on, to: on })
    if (lent) fail('counted_by_loans', { on: displayDate(on), loans: lent.count, value })
  }
}

/** What of a card each counter counts by hand: a card that the program issued is counted by its own rows. */
const actCounted: Partial<Record<CounterFeed, { act: 'issued' | 'renewed'; isChild: 0 | 1 | null }>> = {
  card_issued: { act: 'issued', isChild: 0 },
  card_issued_child: { act: 'issued', isChild: 1 },
  card_renewed: { act: 'renewed', isChild: null },
}

type AskedCards = { cells: readonly Cell[]; today: string }

async function askCardsTwice(db: Reader, { cells, today }: AskedCards, fail: Fail<'counted_by_cards'>) {
  for (const { kind, on: from, value } of cells) {
    if (value === null || value === 0) continue
    const end = kind.rhythm === 'month' ? addDays(addMonths(from, 1), -1) : from
    const on = end < today ? end : today
    const cards = await cardsCounted(db, kind, on)
    if (cards > 0) fail('counted_by_cards', { on: displayDate(on), cards, value })
  }
}

/** How many cards the rows themselves count in the stead of a counter. */
async function cardsCounted(db: Reader, { feed, rhythm }: KnownKind, on: string): Promise<number> {
  if (feed === 'card_valid') return (await validCardsOn(on).execute(db)).rows.length
  const counted = actCounted[feed]
  if (!counted || rhythm !== 'day') return 0
  const { isChild, act } = counted
  const { cards } = await db
    .selectFrom('readerCardAct')
    .select((is) => is.fn.countAll<number>().as('cards'))
    .where('act', '=', act)
    .where('on', '=', on)
    .$if(isChild !== null, (acts) => acts.where('isChild', '=', isChild ?? 0))
    .executeTakeFirstOrThrow()
  return cards
}
