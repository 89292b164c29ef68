import type { GivenFields, GivenFigure } from '../../shared/indicators/contract.ts'
import { mainCodeOf } from '../../shared/indicators/formulas.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { pageOf } from '../listing.ts'
import { insertRow, isCurrent, updateRow } from '../plain-rows.ts'
import { compute, hasRecords } from './compute.ts'
import { findIndicatorIn } from './own-reading.ts'
import { findGiven, readGiven, isSigned } from './given-reading.ts'

export const givenQueries: Pick<QueriesOf<'indicators'>, 'given'> = {
  given: async ({ cursor, limit, ...filters }, { db, fail }) =>
    pageOf(await findGiven(db, filters), { cursor, limit }, fail),
}

type GivenCommand = 'give' | 'updateGiven' | 'removeGiven' | 'restoreGiven'

export const givenCommands: Pick<CommandsOf<'indicators'>, GivenCommand> = {
  async give({ code: asked, ...fields }, { db, fail, actor, now, today }) {
    const code = mainCodeOf(asked)
    const given = { ...fields, code }
    if (!(await findIndicatorIn(db, code))) fail('unknown_indicator', { code })
    if (fields.untilOn < fields.fromOn) fail('span_reversed')
    if (fields.fromOn > today) fail('period_not_begun', { from: fields.fromOn })
    await requireOpen(db, given, fail)
    await requireNoRecords(db, given, fail)
    await requireAlone(db, given, fail)
    const id = await insertRow(db, 'givenFigure', {
      ...given,
      value: valueOf(fields, fail),
      ...stamp(actor, now),
    })
    return asWritten(db, id)
  },

  async updateGiven({ id, rev, ...fields }, { db, fail, actor, now }) {
    const before = await requireGiven(db, { id, rev }, fail)
    await requireOpen(db, before, fail)
    await requireNoRecords(db, before, fail)
    const values = { ...fields, value: valueOf(fields, fail), ...stamp(actor, now) }
    await updateRow(db, 'givenFigure', { id, rev, values })
    return asWritten(db, id)
  },

  async removeGiven({ id, rev }, { db, fail, today }) {
    const before = await requireGiven(db, { id, rev }, fail)
    await requireOpen(db, before, fail)
    await updateRow(db, 'givenFigure', { id, rev, values: { removedOn: today } })
    return { id, rev: rev + 1 }
  },

  async restoreGiven({ id, rev }, { db, fail }) {
    if (!(await isCurrent(db, 'givenFigure', { id, rev }, fail))) fail('given_not_found', { id })
    const removed = await db
      .selectFrom('givenFigure')
      .select(['code', 'fromOn', 'untilOn'])
      .where('id', '=', id)
      .where('removedOn', 'is not', null)
      .executeTakeFirst()
    const given = removed ?? fail('given_not_found', { id })
    await requireOpen(db, given, fail)
    await requireNoRecords(db, given, fail)
    await requireAlone(db, given, fail)
    await updateRow(db, 'givenFigure', { id, rev, values: { removedOn: null } })
    return asWritten(db, id)
  },
}

type Place = Pick<GivenFields, 'code' | 'fromOn' | 'untilOn'>

export async function requireGiven(
  db: Writer,
  { id, rev }: { id: number; rev: number },
  fail: Fail<'given_not_found'>,
): Promise<GivenFigure> {
  const given = (await readGiven(db, id)) ?? fail('given_not_found', { id })
  return given.rev === rev ? given : fail('stale', { id, rev: given.rev })
}

/** What was signed is restated, never written over. */
export async function requireOpen(
  db: Reader,
  { fromOn: from, untilOn: to }: Pick<Place, 'fromOn' | 'untilOn'>,
  fail: Fail<'period_signed'>,
): Promise<void> {
  if (await isSigned(db, { from, to })) fail('period_signed', { from, to })
}

async function requireNoRecords(
  db: Reader,
  { code, fromOn: from, untilOn: to }: Place,
  fail: Fail<'has_records'>,
): Promise<void> {
  const indicator = await findIndicatorIn(db, code)
  if (!indicator) return
  const figure = await compute(db, indicator, { from, to })
  if (figure.givenReason === undefined && hasRecords(figure)) fail('has_records', { code })
}

async function requireAlone(db: Reader, { code, fromOn, untilOn }: Place, fail: Fail<'given_twice'>) {
  const other = await db
    .selectFrom('givenFigure')
    .select('id')
    .where('code', '=', code)
    .where('fromOn', '=', fromOn)
    .where('untilOn', '=', untilOn)
    .where('removedOn', 'is', null)
    .executeTakeFirst()
  if (other) fail('given_twice', { code })
}

function valueOf({ status, value }: Pick<GivenFields, 'status' | 'value'>, fail: Fail<'value_missing'>) {
  if (status !== 'known') return null
  return value ?? fail('value_missing')
}

function stamp(actor: { userId: number } | null, now: string) {
  return { givenById: actor?.userId ?? null, givenAt: now }
}

async function asWritten(db: Writer, id: number): Promise<GivenFigure> {
  const given = await readGiven(db, id)
  if (!given) throw new Error('a given figure that was just written is not there')
  return given
}
