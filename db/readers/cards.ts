import { cardNumber as numberOf, monthsAfter } from '../../shared/readers/lending.ts'
import type { ReaderSettings } from '../../shared/readers/contract.ts'
import type { Writer } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { asSaved, requireReader, requireRev } from './reading.ts'
import { readGroups, readSettings } from './settings.ts'

type Issue = {
  readerId: number
  /** '' takes the next one of the series. */
  number: string
  isChild: boolean
  act: 'issued' | 'replaced'
  settings: ReaderSettings
  today: string
}

export async function issueCard(
  db: Writer,
  { readerId, number, isChild, act, settings, today }: Issue,
  fail: Fail<'duplicate_card'>,
): Promise<void> {
  const own = number === '' ? await nextNumber(db, settings) : number.toUpperCase()
  const taken = await db.selectFrom('readerCard').select('id').where('number', '=', own).executeTakeFirst()
  if (taken) fail('duplicate_card', { number: own })
  const childMark = isChild ? 1 : 0
  const expiresOn = monthsAfter(today, settings.cardMonths)
  const { id: cardId } = await db
    .insertInto('readerCard')
    .values({ readerId, isChild: childMark, issuedOn: today, number: own, expiresOn })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeAct(db, { cardId, act, on: today, until: expiresOn, isChild: childMark })
}

/** Numbers of the series follow one another; one that was given out is never given out again. */
async function nextNumber(db: Writer, settings: ReaderSettings): Promise<string> {
  for (;;) {
    const { lastNumber } = await db
      .updateTable('readerSetting')
      .set((is) => ({ lastNumber: is('lastNumber', '+', 1) }))
      .returning('lastNumber')
      .executeTakeFirstOrThrow()
    const number = numberOf(settings, lastNumber)
    const taken = await db
      .selectFrom('readerCard')
      .select('id')
      .where('number', '=', number)
      .executeTakeFirst()
    if (!taken) return number
  }
}

type Act = {
  cardId: number
  act: 'issued' | 'renewed' | 'replaced'
  on: string
  until: string
  isChild: 0 | 1
}

async function writeAct(db: Writer, act: Act): Promise<void> {
  await db.insertInto('readerCardAct').values(act).execute()
}

export const cardCommands: Pick<CommandsOf<'readers'>, 'renewCard' | 'replaceCard'> = {
  async renewCard({ id, rev }, { db, fail, today }) {
    const reader = await requireReader(db, { id, today }, fail)
    requireRev(reader, rev, fail)
    const card =
      reader.cards.find(({ endedOn }) => endedOn === null) ?? fail('no_card', { name: reader.name })
    const { cardMonths } = await readSettings(db)
    const isChild = await isChildGroup(db, reader.groupId)
    // Whoever comes early loses no day of what was left.
    const from = card.expiresOn > today ? card.expiresOn : today
    const expiresOn = monthsAfter(from, cardMonths)
    await db
      .updateTable('readerCard')
      .set((is) => ({ expiresOn, rev: is('rev', '+', 1) }))
      .where('id', '=', card.id)
      .execute()
    await writeAct(db, {
      cardId: card.id,
      act: 'renewed',
      on: today,
      until: expiresOn,
      isChild: isChild ? 1 : 0,
    })
    await touch(db, id)
    return asSaved(db, id, today)
  },

  async replaceCard({ id, rev, endedFor, cardNumber }, { db, fail, today }) {
    const reader = await requireReader(db, { id, today }, fail)
    requireRev(reader, rev, fail)
    const card =
      reader.cards.find(({ endedOn }) => endedOn === null) ?? fail('no_card', { name: reader.name })
    const isChild = await isChildGroup(db, reader.groupId)
    await db
      .updateTable('readerCard')
      .set((is) => ({ endedOn: today, endedFor, rev: is('rev', '+', 1) }))
      .where('id', '=', card.id)
      .execute()
    const settings = await readSettings(db)
    await issueCard(db, { readerId: id, number: cardNumber, isChild, act: 'replaced', settings, today }, fail)
    await touch(db, id)
    return asSaved(db, id, today)
  },
}

async function isChildGroup(db: Writer, groupId: number): Promise<boolean> {
  return (await readGroups(db)).some(({ id, isChild }) => id === groupId && isChild)
}

async function touch(db: Writer, id: number): Promise<void> {
  await db
    .updateTable('reader')
    .set((is) => ({ rev: is('rev', '+', 1) }))
    .where('id', '=', id)
    .execute()
}
