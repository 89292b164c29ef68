import { displayDate } from '../../shared/dates.ts'
import type { OpeningFields } from '../../shared/stock/contract.ts'
import { cellKey } from '../../shared/stock/rules.ts'
import { lastClosedYear } from '../closed-year.ts'
import type { Writer } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { reportedFrom, sheetOf } from './opening.ts'

type Sheet = { asOf: string; rows: readonly OpeningFields[] }
type Kept = Awaited<ReturnType<typeof keptRows>>[number]

export const commands: CommandsOf<'stock'> = {
  async setOpening({ asOf, rows, version }, { db, fail, today }) {
    if (asOf > today) fail('opening_in_future', { asOf: displayDate(asOf), today: displayDate(today) })
    checkRows(rows, fail)
    await requirePlaces(db, rows, fail)
    const now = await sheetOf(db)
    if (now.version !== version) fail('stale', { version: now.version })
    const kept = await keptRows(db)
    if (changesCounts({ asOf, rows }, kept)) {
      const [earliest = asOf] = [asOf, now.asOf ?? asOf, ...kept.map((row) => row.asOf)].toSorted()
      await requireOpenYear(db, earliest, fail)
      await requireUnreported(db, earliest, fail)
    }
    await write(db, { asOf, rows }, kept)
    return { rows: rows.length }
  },
}

function keptRows(db: Writer) {
  return db.selectFrom('openingBalance').selectAll().orderBy('id').execute()
}

/** Refusals name the line of the sheet. */
function checkRows(
  rows: readonly OpeningFields[],
  fail: Fail<'duplicate_row' | 'more_titles_than_copies'>,
): void {
  const lineOf = new Map<string, number>()
  for (const [at, row] of rows.entries()) {
    const line = at + 1
    const twin = lineOf.get(cellKey(row))
    if (twin !== undefined) fail('duplicate_row', { line, twin })
    lineOf.set(cellKey(row), line)
    const { titles, copies } = row
    if (titles > copies) fail('more_titles_than_copies', { line, titles, copies })
  }
}

async function requirePlaces(
  db: Writer,
  rows: readonly OpeningFields[],
  fail: Fail<'site_not_found' | 'unknown_language'>,
): Promise<void> {
  const sites = new Set((await db.selectFrom('site').select('id').execute()).map(({ id }) => id))
  const terms = await db.selectFrom('referenceTerm').select('code').where('list', '=', 'language').execute()
  const languages = new Set(terms.map(({ code }) => code))
  for (const [at, { siteId, language }] of rows.entries()) {
    if (!sites.has(siteId)) fail('site_not_found', { line: at + 1, siteId })
    if (!languages.has(language)) fail('unknown_language', { line: at + 1, code: language })
  }
}

/** Where a number was taken from may be written down better at any time. */
function changesCounts({ asOf, rows }: Sheet, kept: readonly Kept[]): boolean {
  const dayOf = dayAt(kept, asOf)
  const counts = (row: OpeningFields | Kept) => `${cellKey(row)}\n${row.titles}\n${row.copies}`
  const before = new Set(kept.map(counts))
  return (
    rows.length !== kept.length ||
    rows.some((row) => !before.has(counts(row))) ||
    kept.some((row) => row.asOf !== dayOf(row))
  )
}

/** The sites of a library that was merged have been here since that day, whatever is counted in them. */
function dayAt(kept: readonly Kept[], asOf: string): (row: { siteId: number }) => string {
  const merged = kept.filter(({ mergerId }) => mergerId !== null)
  const bySite = new Map(merged.map((row) => [row.siteId, row.asOf]))
  return ({ siteId }) => bySite.get(siteId) ?? asOf
}

/** A closed year's third part has counted the balances that were there by its end. */
async function requireOpenYear(db: Writer, earliest: string, fail: Fail<'year_is_closed'>): Promise<void> {
  const closed = await lastClosedYear(db)
  if (Number(earliest.slice(0, 4)) <= closed) fail('year_is_closed', { year: closed })
}

/** Signed figures rest on the balances before them as on those that follow. */
async function requireUnreported(
  db: Writer,
  earliest: string,
  fail: Fail<'opening_is_reported'>,
): Promise<void> {
  const reported = await reportedFrom(db, earliest)
  if (reported) fail('opening_is_reported', { period: reported })
}

/** A row is known by what it counts, so one that now counts another kind is a new row. */
async function write(db: Writer, { asOf, rows }: Sheet, kept: readonly Kept[]): Promise<void> {
  const keptByCell = new Map(kept.map((row) => [cellKey(row), row]))
  const wanted = new Set(rows.map(cellKey))
  for (const row of kept) {
    if (!wanted.has(cellKey(row))) await db.deleteFrom('openingBalance').where('id', '=', row.id).execute()
  }
  const dayOf = dayAt(kept, asOf)
  for (const row of rows) {
    const same = keptByCell.get(cellKey(row))
    const values = { ...row, asOf: dayOf(row) }
    if (!same) await db.insertInto('openingBalance').values(values).execute()
    else if (isOther(values, same)) {
      await db
        .updateTable('openingBalance')
        .set({ ...values, rev: same.rev + 1 })
        .where('id', '=', same.id)
        .execute()
    }
  }
}

function isOther(row: OpeningFields & { asOf: string }, kept: Kept): boolean {
  return (['titles', 'copies', 'evidence', 'asOf'] as const).some((key) => row[key] !== kept[key])
}
