import { sql } from 'kysely'
import type { Voucher, Withdrawal } from '../../shared/copies/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { bookNumber, columnIndex } from '../../shared/registers/rules.ts'
import type * as z from 'zod'
import type { Reader, Writer } from '../connection.ts'
import type { Fail } from '../failure.ts'
import { correctLines, insertLines, nextOrder, writeLines, type NewLine } from '../registers/index.ts'
import { libraryWords } from '../words.ts'

type VoucherRow = z.output<typeof Voucher>
type WithdrawalRow = z.output<typeof Withdrawal>
type Keeping = { year: number; fail: Fail<'year_is_closed'>; today: string }

/** Why a line was put right, in the book's own words: `registers.reasons.<key>`. */
type Reason = 'copy' | 'voucher' | 'withdrawn' | 'takenBack' | 'cancelled'
type Patch = (cells: readonly string[], id: number) => Record<string, string>

export const priceCell = (priceMinor: number | null): string =>
  priceMinor === null ? '' : bookNumber(priceMinor)

type EntryFacts = {
  id: number
  seriesId: number
  accessionNumber: string
  accessionedOn: string
  priceMinor: number | null
  enumeration: string
  title: string
  subtitle: string
  part: string
  authors: string
  responsibility: string
  place: string
  publisher: string
  publishedYear: number | null
  storeName: string | null
  siteName: string
  voucherNumber: string
  unitName: string | null
  formerNumber: string | null
}

/** The lines that copies get in the individual register when they come in. */
export async function entryLines(db: Reader, ids: readonly number[], year: number): Promise<NewLine[]> {
  // CROSS JOIN keeps the order: going by the statistics of a new library, SQLite would read all copies of a site.
  const { rows } = await sql<EntryFacts>`
    select copy.id, copy.seriesId, copy.accessionNumber, copy.accessionedOn, copy.priceMinor, copy.enumeration,
      title.title, title.subtitle, title.part, title.authors, title.responsibility, title.place,
      title.publisher, title.publishedYear, store.name as storeName, site.name as siteName,
      voucher.number as voucherNumber, former.accessionNumber as formerNumber,
      (select unitName from merger where merger.id = former.mergerId) as unitName
    from json_each(${JSON.stringify(ids)}) as wanted
    cross join copy on copy.id = wanted.value
    left join formerCopy as former on former.copyId = copy.id
    cross join title on title.id = copy.titleId
    cross join voucher on voucher.id = copy.voucherId
    cross join site on site.id = copy.siteId
    left join store on store.id = copy.storeId
    order by wanted.key`.execute(db)
  const t = await libraryWords(db)
  return rows.map((facts) => ({
    register: 'individual',
    year,
    seriesId: facts.seriesId,
    copyId: facts.id,
    voucherId: null,
    withdrawalId: null,
    cells: [
      displayDate(facts.accessionedOn),
      facts.accessionNumber,
      withEnumeration(titleText(facts), facts.enumeration),
      [facts.place, facts.publisher].filter(Boolean).join(' : '),
      facts.publishedYear === null ? '' : String(facts.publishedYear),
      priceCell(facts.priceMinor),
      facts.voucherNumber,
      facts.storeName ?? facts.siteName,
      '',
      facts.formerNumber === null
        ? ''
        : t('registers.cells.formerNumber', { unit: facts.unitName, number: facts.formerNumber }),
    ],
  }))
}

/** Enters copies that are there already into the individual register: what bulk writers call after `insertCopies`. */
export async function enterCopies(db: Writer, ids: readonly number[], year: number, today: string) {
  return insertLines(db, await entryLines(db, ids, year), today)
}

function titleText({ title, subtitle, part, authors, responsibility }: EntryFacts): string {
  const author = authors.split('; ')[0] || responsibility.split(/ *[;/] */)[0] || ''
  const name = [title, subtitle].filter(Boolean).join(' : ')
  return [author, name, part].filter(Boolean).join('. ')
}

export function withEnumeration(text: string, enumeration: string): string {
  return enumeration === '' ? text : `${text}. ${enumeration}`
}

/** The title cell with another enumeration at its end. */
export function reEnumerated(cells: readonly string[], before: string, after: string): string {
  const text = cells[columnIndex('individual', 'title')] ?? ''
  const tail = withEnumeration('', before)
  return withEnumeration(tail !== '' && text.endsWith(tail) ? text.slice(0, -tail.length) : text, after)
}

export async function correctCopyLines(
  db: Writer,
  change: {
    ids: readonly number[]
    patch: Patch
    reason: Reason
    words?: string
    cause?: { withdrawalId: number }
    isAlways?: boolean
  },
  today: string,
): Promise<void> {
  const { words: _, ...correction } = change
  await correctLines(db, { ...correction, subject: 'copyId', reason: await reasonText(db, change) }, today)
}

async function reasonText(
  db: Reader,
  { reason, words }: { reason: Reason; words?: string },
): Promise<string> {
  const t = await libraryWords(db)
  const text = t(runtimeKey(`registers.reasons.${reason}`))
  return words ? `${text} (${words})` : text
}

type Counts = {
  titles: number
  copies: number
  amount: number
  books: number
  serials: number
  vietnamese: number
}

/** The counting columns that parts I and II share. */
async function countCells(
  db: Reader,
  cause: 'voucherId' | 'withdrawalId',
  id: number,
): Promise<Record<string, string>> {
  const { rows } = await sql<Counts>`
    select count(distinct copy.titleId) as titles, count(*) as copies, ifnull(sum(copy.priceMinor), 0) as amount,
      ifnull(sum(title.material = 'book'), 0) as books, ifnull(sum(title.material = 'serial'), 0) as serials,
      ifnull(sum(title.language = 'vie'), 0) as vietnamese
    from copy join title on title.id = copy.titleId
    where copy.${sql.ref(cause)} = ${id} and copy.cancelledOn is null`.execute(db)
  const counts = rows[0] ?? { titles: 0, copies: 0, amount: 0, books: 0, serials: 0, vietnamese: 0 }
  const { copies, books, serials, vietnamese } = counts
  const figures = { ...counts, others: copies - books - serials, foreign: copies - vietnamese }
  return Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, bookNumber(value)]))
}

const countKeys = ['titles', 'copies', 'amount', 'books', 'serials', 'others', 'vietnamese', 'foreign']

/** Part I: one line for a delivery. */
export async function writeVoucherLine(db: Writer, voucher: VoucherRow, keeping: Keeping): Promise<void> {
  const t = await libraryWords(db)
  const counts = await countCells(db, 'voucherId', voucher.id)
  const source = t(runtimeKey(`registers.sources.${voucher.source}`))
  const { number, receivedOn, supplier, document } = voucher
  const cells = [
    displayDate(receivedOn),
    await nextOrder(db, 'accessions', keeping.year),
    // What another library bought long ago was not bought now.
    voucher.mergerId === null
      ? [source, supplier].filter(Boolean).join(': ')
      : t('registers.cells.merged', { unit: supplier, source }),
    [t('registers.cells.document', { number, on: displayDate(receivedOn) }), document]
      .filter(Boolean)
      .join('; '),
    ...countKeys.map((key) => counts[key] ?? ''),
    voucher.isOpening ? t('registers.cells.opening') : '',
  ]
  const line: NewLine = {
    register: 'accessions',
    year: keeping.year,
    seriesId: null,
    voucherId: voucher.id,
    cells,
  }
  await writeLines(db, [line], keeping)
}

/** Counts of a delivery that has its line already, once its copies have changed. */
export async function correctVoucherLines(
  db: Writer,
  voucherIds: readonly number[],
  reason: Reason,
  today: string,
): Promise<void> {
  for (const id of new Set(voucherIds)) {
    const counts = await countCells(db, 'voucherId', id)
    const words = await reasonText(db, { reason })
    await correctLines(db, { subject: 'voucherId', ids: [id], patch: () => counts, reason: words }, today)
  }
}

/** Part II: one line for a decision. */
export async function writeWithdrawalLine(
  db: Writer,
  withdrawal: WithdrawalRow,
  keeping: Keeping,
): Promise<void> {
  const t = await libraryWords(db)
  const counts = await countCells(db, 'withdrawalId', withdrawal.id)
  const cells = [
    displayDate(withdrawal.withdrawnOn),
    await nextOrder(db, 'withdrawals', keeping.year),
    decisionText(withdrawal),
    t(runtimeKey(`copies.grounds.${withdrawal.ground}`)),
    ...countKeys.map((key) => counts[key] ?? ''),
    '',
  ]
  const line: NewLine = {
    register: 'withdrawals',
    year: keeping.year,
    seriesId: null,
    withdrawalId: withdrawal.id,
    cells,
  }
  await writeLines(db, [line], keeping)
}

export async function emptyWithdrawalLine(
  db: Writer,
  id: number,
  { words, today }: { words: string; today: string },
): Promise<void> {
  const patch = () => Object.fromEntries(countKeys.map((key) => [key, '0']))
  const reason = await reasonText(db, { reason: 'takenBack', words })
  await correctLines(db, { subject: 'withdrawalId', ids: [id], patch, reason }, today)
}

export function decisionText({ decisionNumber, decidedOn }: WithdrawalRow): string {
  return `${decisionNumber} (${displayDate(decidedOn)})`
}
