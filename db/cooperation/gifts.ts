import { sql } from 'kysely'
import type { Gift, GiftFields, GiftItem } from '../../shared/cooperation/contract.ts'
import { settledMoney } from '../../shared/cooperation/money.ts'
import { itemsValue } from '../../shared/cooperation/rules.ts'
import { fold } from '../../shared/fold.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { requireGift, requireRecorded } from './gift-checks.ts'
import { readGifts } from './gift-rows.ts'

export const giftQueries: Pick<QueriesOf<'cooperation'>, 'gift'> = {
  gift: async ({ id }, { db, fail }) => (await readGifts(db, [id]))[0] ?? fail('gift_not_found', { id }),
}

export const giftCommands: Pick<CommandsOf<'cooperation'>, 'addGift' | 'updateGift' | 'numberGift'> = {
  async addGift({ accepted, ...given }, context) {
    const { db } = context
    const fields = settled(given)
    await requireGift({ fields, id: null, accepted }, context)
    const { id } = await db
      .insertInto('gift')
      .values(await asRow(db, fields))
      .returning('id')
      .executeTakeFirstOrThrow()
    await setItems(db, id, fields.items)
    return saved(db, id)
  },

  async updateGift({ id, rev, accepted, ...given }, context) {
    const { db, fail } = context
    const [gift] = await readGifts(db, [id])
    if (!gift) return fail('gift_not_found', { id })
    if (gift.rev !== rev) fail('stale', { id, rev: gift.rev })
    const fields = settled(given)
    await requireGift({ fields, id, accepted }, context)
    requireRecorded(gift, fields, fail)
    await setItems(db, id, fields.items)
    await db
      .updateTable('gift')
      .set({ ...(await asRow(db, fields)), rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return saved(db, id)
  },

  async numberGift({ id, rev, paper }, { db, fail, today }) {
    const [gift] = await readGifts(db, [id])
    if (!gift) return fail('gift_not_found', { id })
    if (gift.rev !== rev) fail('stale', { id, rev: gift.rev })
    if (gift[paper] !== null) fail('already_numbered', { number: gift[paper].number })
    const year = Number(today.slice(0, 4))
    const yearColumn = sql.ref(`${paper}Year`)
    const numberColumn = sql.ref(`${paper}Number`)
    // Numbers of gifts that were removed stay used: the paper may be out.
    await sql`update gift set ${yearColumn} = ${year}, ${sql.ref(`${paper}On`)} = ${today}, rev = ${rev + 1},
        ${numberColumn} = 1 + ifnull((select max(${numberColumn}) from gift where ${yearColumn} = ${year}), 0)
      where id = ${id}`.execute(db)
    return saved(db, id)
  },
}

/** What a gift of its kind has no use for is let go; what can be computed is. */
function settled(given: GiftFields): GiftFields {
  const items = given.kind === 'equipment' ? given.items : []
  const typed = given.valueBasis === 'unknown' ? null : given.amountMinor
  const amountMinor = items.length > 0 ? itemsValue(items) : typed
  return {
    ...given,
    items,
    amountMinor,
    valueBasis: items.length > 0 && amountMinor === null ? 'unknown' : given.valueBasis,
    copies: given.kind === 'books' && given.voucherId === null ? given.copies : null,
    voucherId: given.kind === 'books' ? given.voucherId : null,
    donorName: given.partnerId === null ? given.donorName : '',
  }
}

async function asRow(db: Reader, { items: _, ...fields }: GiftFields) {
  const partner =
    fields.partnerId === null
      ? undefined
      : await db.selectFrom('partner').select('origin').where('id', '=', fields.partnerId).executeTakeFirst()
  return {
    ...fields,
    ...settledMoney(fields),
    origin: partner?.origin ?? fields.origin,
    folded: fold(fields.what),
  }
}

/** A line keeps its key, so that what the library owns stays tied to the line it came by. */
async function setItems(db: Writer, giftId: number, items: readonly GiftItem[]): Promise<void> {
  const kept = JSON.stringify(items.flatMap(({ id }) => id ?? []))
  await sql`delete from giftItem where giftId = ${giftId}
    and id not in (select value from json_each(${kept}))`.execute(db)
  for (const { id, ...item } of items) {
    const { numUpdatedRows } = await db
      .updateTable('giftItem')
      .set(item)
      .where('id', '=', id ?? 0)
      .where('giftId', '=', giftId)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n)
      await db
        .insertInto('giftItem')
        .values({ ...item, giftId })
        .execute()
  }
}

async function saved(db: Reader, id: number): Promise<Gift> {
  const [gift] = await readGifts(db, [id])
  if (!gift) throw new Error('a gift that was just written is not there')
  return gift
}
