import { nameSortKey } from './names.ts'
import { displayDate } from '../../shared/dates.ts'
import { fold } from '../../shared/fold.ts'
import type { ReaderFields } from '../../shared/readers/contract.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { issueCard } from './cards.ts'
import { requireConsents, requireConsentsAfter } from './consents.ts'
import { asSaved, requireReader, requireRev } from './reading.ts'
import { readSettings, requireGroup } from './settings.ts'

type Commands = Pick<
  CommandsOf<'readers'>,
  'addReader' | 'updateReader' | 'addConsent' | 'withdrawConsent' | 'suspend' | 'liftSuspension'
>

export const readerCommands: Commands = {
  async addReader({ cardNumber, consents, accepted, ...fields }, { db, fail, today }) {
    const settings = await readSettings(db)
    if (settings.mode === 'counters') fail('cards_not_kept')
    const group = await requireGroup(db, fields.groupId, fail)
    refuseUnborn(fields, today, fail)
    requireConsents({ fields, isChild: group.isChild, consents, today }, fail)
    const ahead = consents.find(({ givenOn }) => givenOn > today)
    if (ahead) fail('consent_in_future', { on: displayDate(ahead.givenOn) })
    if (!accepted.includes('same_person')) await askSamePerson(db, fields, fail)
    const { id } = await db
      .insertInto('reader')
      .values({ ...asRow(fields), addedOn: today })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const consent of consents)
      await db
        .insertInto('readerConsent')
        .values({ ...consent, readerId: id })
        .execute()
    await issueCard(
      db,
      { readerId: id, number: cardNumber, isChild: group.isChild, act: 'issued', settings, today },
      fail,
    )
    return asSaved(db, id, today)
  },

  async updateReader({ id, rev, ...fields }, { db, fail, today }) {
    const before = await requireReader(db, { id, today }, fail)
    requireRev(before, rev, fail)
    refuseUnborn(fields, today, fail)
    await requireConsentsAfter(db, { before, fields, today }, fail)
    await db
      .updateTable('reader')
      .set({ ...asRow(fields), rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return asSaved(db, id, today)
  },

  async addConsent({ readerId, ...consent }, { db, fail, today }) {
    await requireReader(db, { id: readerId, today }, fail)
    if (consent.givenOn > today) fail('consent_in_future', { on: displayDate(consent.givenOn) })
    return db
      .insertInto('readerConsent')
      .values({ ...consent, readerId })
      .returning(consentColumns)
      .executeTakeFirstOrThrow()
  },

  async withdrawConsent({ id }, { db, fail, today }) {
    const consent = await db
      .updateTable('readerConsent')
      .set({ withdrawnOn: today })
      .where('id', '=', id)
      .where('withdrawnOn', 'is', null)
      .returning(consentColumns)
      .executeTakeFirst()
    return consent ?? fail('consent_not_found', { id })
  },

  async suspend({ id, rev, until, reason }, { db, fail, today }) {
    requireRev(await requireReader(db, { id, today }, fail), rev, fail)
    if (until !== null && until < today) fail('suspended_in_past', { until: displayDate(until) })
    await db
      .updateTable('reader')
      .set({ suspendedOn: today, suspendedUntil: until, suspendedFor: reason, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return asSaved(db, id, today)
  },

  async liftSuspension({ id, rev }, { db, fail, today }) {
    requireRev(await requireReader(db, { id, today }, fail), rev, fail)
    await db
      .updateTable('reader')
      .set({ suspendedOn: null, suspendedUntil: null, suspendedFor: '', rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return asSaved(db, id, today)
  },
}

const consentColumns = ['id', 'givenBy', 'form', 'givenOn', 'withdrawnOn'] as const

function asRow(fields: ReaderFields) {
  return { ...fields, sortKey: nameSortKey(fields.name), folded: fold(fields.name) }
}

function refuseUnborn({ bornOn }: ReaderFields, today: string, fail: Fail<'born_in_future'>): void {
  if (bornOn !== null && bornOn > today) fail('born_in_future', { on: displayDate(bornOn) })
}

/** The same name with the same birthday or telephone may well be the same person, with a card already. */
async function askSamePerson(db: Reader, fields: ReaderFields, fail: Fail<'same_person'>): Promise<void> {
  const namesakes = await db
    .selectFrom('reader')
    .select(['id', 'name', 'bornOn', 'phone', 'folded'])
    .where('sortKey', '=', nameSortKey(fields.name))
    .execute()
  const bare = (phone: string) => phone.replace(/\D/g, '')
  const twin = namesakes.find(
    (each) =>
      each.folded === fold(fields.name) &&
      ((each.bornOn !== null && each.bornOn === fields.bornOn) ||
        (bare(each.phone) !== '' && bare(each.phone) === bare(fields.phone)) ||
        (each.bornOn === null && fields.bornOn === null && each.phone === '' && fields.phone === '')),
  )
  if (!twin) return
  const card = await db
    .selectFrom('readerCard')
    .select('number')
    .where('readerId', '=', twin.id)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  fail('same_person', { id: twin.id, name: twin.name, cardNumber: card?.number ?? '' })
}
