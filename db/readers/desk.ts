import { displayDate } from '../../shared/dates.ts'
import { dayAfter, termsFor } from '../../shared/readers/lending.ts'
import type { DeskReader, LoanRow, ReaderSettings, ScanResult } from '../../shared/readers/contract.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import type { ErrorsOf, ParsedInputOf } from '../../shared/contract.ts'
import type { CommandContext, CommandsOf } from '../context.ts'
import type { Writer } from '../connection.ts'
import { putStatus } from '../copies/index.ts'
import { prepared, theOne } from '../prepared.ts'
import { cardOfCode, copiesOfCode, type ScannedCard, type ScannedCopy } from './desk-look-up.ts'
import { loanRow } from './loan-rows.ts'
import { deskReader } from './reading.ts'
import { readSettings } from './settings.ts'
import { requireOpenSite } from './sites.ts'

type Spec = SpecOf<'readers.scan'>
type Context = CommandContext<ErrorsOf<Spec>>
type Scan = ParsedInputOf<Spec>

/** A copy scanned again so soon after it was lent was scanned twice by the same hand. */
const twiceWithinMs = 30_000

type Lent = Record<'copyId' | 'readerId' | 'groupId' | 'siteId', number> &
  Record<'lentOn' | 'lentAt' | 'dueOn', string>
type Ended = { id: number; returnedOn: string; returnedAt: string; returnedSiteId: number | null }
const insertLoan = prepared((db: Writer, lent: Lent) => db.insertInto('loan').values(lent).returning('id'))
const endLoan = prepared((db: Writer, { id, ...ended }: Ended) =>
  db
    .updateTable('loan')
    .set((is) => ({ ...ended, rev: is('rev', '+', 1) }))
    .where('id', '=', id),
)

export const deskCommands: Pick<CommandsOf<'readers'>, 'scan'> = {
  async scan(scan, context): Promise<ScanResult> {
    const { db, fail, today } = context
    const settings = await readSettings(db)
    if (settings.mode !== 'loans') fail('loans_not_kept')
    await requireOpenSite(db, { siteId: scan.siteId, on: today }, fail)
    const code = scan.code.trim()
    const card = await cardOfCode(db, code)
    if (card) return { kind: 'reader', reader: await readerOf(card, code, context) }
    const [copy, ...others] = await copiesOfCode(db, code)
    if (!copy) return fail('code_unknown', { code })
    if (others.length > 0) fail('code_shared', { code, copies: others.length + 1 })
    if (copy.loanId !== null) return returned(copy, scan, context)
    if (copy.onTheWayId !== null && copy.siteId === scan.siteId) return arrived(copy, context)
    if (copy.onTheWayId !== null) {
      const { accessionNumber, title, siteName: site } = copy
      fail('copy_on_the_way', { accessionNumber, title, site })
    }
    // On loan by the books of a program before this one: nobody here knows by whom.
    if (copy.status === 'on_loan') return arrived(copy, context)
    return lend(copy, { scan, settings }, context)
  },
}

async function readerOf(card: ScannedCard, code: string, { db, fail, today }: Context): Promise<DeskReader> {
  if (card.readerId === null) return fail('code_unknown', { code })
  if (card.endedOn !== null)
    fail('card_ended', { number: code, on: displayDate(card.endedOn), newNumber: card.newNumber ?? '' })
  return deskReader(db, { id: card.readerId, today }, fail)
}

async function lend(
  copy: ScannedCopy,
  { scan, settings }: { scan: Scan; settings: ReaderSettings },
  context: Context,
): Promise<ScanResult> {
  const { db, fail, today, now } = context
  const { accessionNumber, title } = copy
  const named = { accessionNumber, title }
  const goneOn = copy.cancelledOn ?? copy.withdrawnOn
  if (goneOn !== null) fail('copy_gone', { ...named, on: displayDate(goneOn) })
  if (copy.status === 'in_rotation') fail('copy_rotated', { ...named, number: await shipmentOf(db, copy.id) })
  if (copy.status !== 'available') fail('copy_not_ready', { ...named, status: copy.status })
  if (scan.readerId === null) return fail('reader_first', named)
  const reader = await deskReader(db, { id: scan.readerId, today }, fail)
  requireLendable(reader, context)
  const terms = termsFor(settings, { groupId: reader.groupId, material: copy.material })
  const isKept =
    copy.isReadingOnly === 1 || terms.days === 0 || (await isInKeptClass(copy.titleId, settings, context))
  if (isKept) fail('copy_kept', named)
  if (reader.loans.length >= terms.copies)
    fail('too_many_loans', { name: reader.name, most: terms.copies, open: reader.loans.length })
  const late = reader.loans.filter(({ lateDays }) => lateDays > 0)
  const [first] = late
  if (first && !scan.accepted.includes('owes_overdue'))
    fail('owes_overdue', { name: reader.name, count: late.length, title: first.title, days: first.lateDays })
  const lent = {
    copyId: copy.id,
    readerId: reader.id,
    groupId: reader.groupId,
    siteId: scan.siteId,
    lentOn: today,
    lentAt: now,
    dueOn: dayAfter(today, terms.days),
  }
  const { id } = theOne(await insertLoan(db, lent))
  await putStatus(db, [copy.id], 'on_loan')
  return { kind: 'lent', loan: await asSaved(id, context) }
}

/** The number of the shipment it is away with; a copy rotated by a program before this one has none. */
async function shipmentOf(db: Context['db'], copyId: number): Promise<string> {
  const row = await db
    .selectFrom('shipmentCopy as sent')
    .innerJoin('shipment', 'shipment.id', 'sent.shipmentId')
    .select('shipment.number')
    .where('sent.copyId', '=', copyId)
    .where('sent.outcome', 'is', null)
    .executeTakeFirst()
  return row?.number ?? '–'
}

export function requireLendable(
  reader: Pick<DeskReader, 'name' | 'standing' | 'expiresOn' | 'suspendedFor'>,
  { fail }: Pick<CommandContext<'card_expired' | 'card_suspended'>, 'fail'>,
): void {
  const { name, standing, expiresOn, suspendedFor } = reader
  if (standing === 'expired') fail('card_expired', { name, on: displayDate(expiresOn) })
  if (standing === 'suspended') fail('card_suspended', { name, reason: suspendedFor })
}

async function isInKeptClass(
  titleId: number,
  { keptClasses }: ReaderSettings,
  { db }: Context,
): Promise<boolean> {
  if (keptClasses.length === 0) return false
  const row = await db
    .selectFrom('titleClass')
    .select('id')
    .where('titleId', '=', titleId)
    .where('class', 'in', keptClasses)
    .where('endedOn', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function returned(copy: ScannedCopy, scan: Scan, context: Context): Promise<ScanResult> {
  const { db, now, today } = context
  const id = copy.loanId ?? 0
  const isTwice =
    scan.readerId !== null &&
    copy.loanReaderId === scan.readerId &&
    Date.parse(now) - Date.parse(copy.lentAt ?? now) < twiceWithinMs
  if (isTwice) return { kind: 'again', loan: await asSaved(id, context) }
  const isHome = copy.siteId === scan.siteId
  await endLoan(db, { id, returnedOn: today, returnedAt: now, returnedSiteId: isHome ? null : scan.siteId })
  // At another site it is on no shelf: it waits to be sent home, where scanning it puts it back.
  await putStatus(db, [copy.id], isHome ? 'available' : 'in_process')
  return { kind: 'returned', loan: await asSaved(id, context), ownSite: isHome ? null : copy.siteName }
}

async function arrived(copy: ScannedCopy, { db, today }: Context): Promise<ScanResult> {
  if (copy.onTheWayId !== null)
    await db
      .updateTable('loan')
      .set((is) => ({ arrivedOn: today, rev: is('rev', '+', 1) }))
      .where('copyId', '=', copy.id)
      .where('returnedSiteId', 'is not', null)
      .where('arrivedOn', 'is', null)
      .execute()
  await putStatus(db, [copy.id], 'available')
  return { kind: 'arrived', copyId: copy.id, accessionNumber: copy.accessionNumber, title: copy.title }
}

async function asSaved(id: number, { db, today }: Pick<Context, 'db' | 'today'>): Promise<LoanRow> {
  const loan = await loanRow(db, id, today)
  if (!loan) throw new Error('a loan that was just written is not there')
  return loan
}
