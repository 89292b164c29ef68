import { standingOf } from '../../shared/readers/lending.ts'
import type { DeskReader, ReaderRecord } from '../../shared/readers/contract.ts'
import type { Reader } from '../connection.ts'
import type { Fail } from '../failure.ts'
import { prepared } from '../prepared.ts'
import { openLoansOf } from './loan-rows.ts'

const personColumns = [
  'id',
  'rev',
  'name',
  'groupId',
  'bornOn',
  'phone',
  'address',
  'unit',
  'guardian',
  'guardianPhone',
  'note',
  'addedOn',
  'suspendedOn',
  'suspendedUntil',
  'suspendedFor',
] as const

export async function readReader(db: Reader, id: number, today: string): Promise<ReaderRecord | null> {
  const person = await db.selectFrom('reader').select(personColumns).where('id', '=', id).executeTakeFirst()
  if (!person) return null
  const cards = await db
    .selectFrom('readerCard')
    .select(['id', 'number', 'issuedOn', 'expiresOn', 'endedOn', 'endedFor'])
    .where('readerId', '=', id)
    .orderBy('id', 'desc')
    .execute()
  const acts = await db
    .selectFrom('readerCardAct')
    .innerJoin('readerCard', 'readerCard.id', 'readerCardAct.cardId')
    .select(['readerCardAct.id', 'cardId', 'act', 'on', 'until'])
    .where('readerCard.readerId', '=', id)
    .orderBy('readerCardAct.id')
    .execute()
  const actsOf = Map.groupBy(acts, ({ cardId }) => cardId)
  const consents = await db
    .selectFrom('readerConsent')
    .select(['id', 'givenBy', 'form', 'givenOn', 'withdrawnOn'])
    .where('readerId', '=', id)
    .orderBy('id')
    .execute()
  const { count } = await db
    .selectFrom('loan')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('readerId', '=', id)
    .executeTakeFirstOrThrow()
  const openLoans = await openLoansOf(db, id, today)
  const standing = cards.find(({ endedOn }) => endedOn === null)
  return {
    ...person,
    standing: standingOf({ ...person, expiresOn: standing?.expiresOn ?? null }, today),
    cards: cards.map((card) => ({
      ...card,
      number: card.number ?? '',
      acts: (actsOf.get(card.id) ?? []).map(({ cardId: _, ...act }) => act),
    })),
    consents,
    openLoans,
    pastLoans: count - openLoans.length,
  }
}

export async function requireReader(
  db: Reader,
  { id, today }: { id: number; today: string },
  fail: Fail<'reader_not_found'>,
): Promise<ReaderRecord> {
  return (await readReader(db, id, today)) ?? fail('reader_not_found', { id })
}

const deskPerson = prepared((db: Reader, { id }: { id: number }) =>
  db
    .selectFrom('reader')
    .select(['id', 'name', 'groupId', 'suspendedOn', 'suspendedUntil', 'suspendedFor'])
    .where('id', '=', id),
)
const deskCard = prepared((db: Reader, { readerId }: { readerId: number }) =>
  db
    .selectFrom('readerCard')
    .select(['number', 'expiresOn'])
    .where('readerId', '=', readerId)
    .where('endedOn', 'is', null)
    .orderBy('id', 'desc')
    .limit(1),
)

export async function deskReader(
  db: Reader,
  { id, today }: { id: number; today: string },
  fail: Fail<'reader_not_found' | 'no_card'>,
): Promise<DeskReader> {
  const [person] = await deskPerson(db, { id })
  if (!person) return fail('reader_not_found', { id })
  const [card] = await deskCard(db, { readerId: id })
  if (!card) return fail('no_card', { name: person.name })
  const { suspendedOn, ...facts } = person
  return {
    ...facts,
    cardNumber: card.number ?? '',
    expiresOn: card.expiresOn,
    standing: standingOf({ ...facts, suspendedOn, expiresOn: card.expiresOn }, today),
    loans: await openLoansOf(db, id, today),
  }
}

export function requireRev(reader: ReaderRecord, rev: number, fail: Fail<never>): void {
  if (reader.rev !== rev) fail('stale', { id: reader.id, rev: reader.rev })
}

export async function asSaved(db: Reader, id: number, today: string): Promise<ReaderRecord> {
  const reader = await readReader(db, id, today)
  if (!reader) throw new Error('a reader that was just written is not there')
  return reader
}
