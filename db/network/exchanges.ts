import type { ExchangeFields } from '../../shared/network/contract.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { pageOf } from '../listing.ts'
import { deleteRows, insertRow, isCurrent, updateRow } from '../plain-rows.ts'
import { findExchanges, readExchanges } from './exchanges-reading.ts'
import { openedPoints } from './points-reading.ts'

export const exchangeQueries: Pick<QueriesOf<'network'>, 'exchanges'> = {
  async exchanges({ cursor, limit, ...filters }, { db, fail }) {
    const found = await findExchanges(db, filters)
    const sum = (of: (row: (typeof found)[number]) => number) =>
      found.reduce((total, row) => total + of(row), 0)
    const total = {
      count: found.length,
      documents: sum(({ documents }) => documents),
      cost: sum(({ cost }) => cost ?? 0),
    }
    return { ...pageOf(found, { cursor, limit }, fail), total }
  },
}

export const exchangeCommands: Pick<CommandsOf<'network'>, `${'add' | 'update' | 'remove'}Exchange`> = {
  async addExchange(fields, { db, fail, today }) {
    await checkExchange(db, fields, fail)
    return asSaved(db, await insertRow(db, 'exchange', fields), today)
  },

  async updateExchange({ id, rev, ...fields }, { db, fail, today }) {
    if (!(await isCurrent(db, 'exchange', { id, rev }, fail))) fail('exchange_not_found', { id })
    await checkExchange(db, fields, fail)
    await updateRow(db, 'exchange', { id, rev, values: fields })
    return asSaved(db, id, today)
  },

  async removeExchange({ id, rev }, { db, fail }) {
    if (!(await isCurrent(db, 'exchange', { id, rev }, fail))) fail('exchange_not_found', { id })
    await deleteRows(db, 'exchange', 'id', id)
    return { id }
  },
}

async function asSaved(db: Reader, id: number, today: string) {
  const exchange = (await readExchanges(db, today)).find((each) => each.id === id)
  if (!exchange) throw new Error('an exchange that was just written is not there')
  return exchange
}

type Wrong =
  | 'agreement_of_others'
  | 'days_out_of_order'
  | 'only_loans_return'
  | 'other_not_found'
  | 'other_not_there'
  | 'one_side_only'

async function checkExchange(db: Reader, fields: ExchangeFields, fail: Fail<Wrong>): Promise<void> {
  const { kind, askedOn, sentOn, dueOn, returnedOn, refusedOn } = fields
  if (kind !== 'loan' && (dueOn !== null || returnedOn !== null)) fail('only_loans_return')
  const isInOrder =
    (sentOn === null || sentOn >= askedOn) &&
    (dueOn === null || dueOn >= (sentOn ?? askedOn)) &&
    (returnedOn === null || (sentOn !== null && returnedOn >= sentOn)) &&
    (refusedOn === null || (sentOn === null && refusedOn >= askedOn))
  if (!isInOrder) fail('days_out_of_order')
  const partnerId = await requireOther(db, fields, fail)
  if (fields.agreementId !== null) await requireSide(db, { agreementId: fields.agreementId, partnerId }, fail)
}

/** The partner that an agreement would be made with. */
async function requireOther(
  db: Reader,
  { partnerId, pointId, askedOn }: ExchangeFields,
  fail: Fail<'other_not_found' | 'other_not_there' | 'one_side_only'>,
): Promise<number | null> {
  if ((partnerId === null) === (pointId === null)) fail('one_side_only')
  if (partnerId !== null) {
    const partner = await db.selectFrom('partner').select('id').where('id', '=', partnerId).executeTakeFirst()
    return partner ? partnerId : fail('other_not_found', { id: partnerId })
  }
  const point = (await openedPoints(db, askedOn)).find(({ id }) => id === pointId)
  if (!point) return fail('other_not_found', { id: pointId ?? 0 })
  const { openedOn, closedOn, identity } = point
  if (openedOn > askedOn || (closedOn !== null && closedOn <= askedOn))
    fail('other_not_there', { name: identity.name, on: askedOn })
  const tied = await db
    .selectFrom('servicePoint')
    .select('partnerId')
    .where('id', '=', point.id)
    .executeTakeFirst()
  return tied?.partnerId ?? null
}

/** An exchange goes by an agreement that its other side has signed. */
async function requireSide(
  db: Reader,
  { agreementId, partnerId }: { agreementId: number; partnerId: number | null },
  fail: Fail<'agreement_of_others'>,
): Promise<void> {
  const side = await db
    .selectFrom('agreementPartner')
    .innerJoin('agreement', 'agreement.id', 'agreementPartner.agreementId')
    .select('agreement.id')
    .where('agreement.id', '=', agreementId)
    .where('agreement.kind', '=', 'interconnection')
    .where('agreement.removedOn', 'is', null)
    .where('agreementPartner.partnerId', '=', partnerId ?? 0)
    .executeTakeFirst()
  if (!side) fail('agreement_of_others', { id: agreementId })
}
