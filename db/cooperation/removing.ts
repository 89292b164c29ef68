import { sql } from 'kysely'
import type { RecordKind } from '../../shared/cooperation/contract.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import { giftOfVoucher } from './gift-checks.ts'

const tableOf = {
  project: { table: 'cooperationProject', name: 'name' },
  agreement: { table: 'agreement', name: 'name' },
  delegation: { table: 'delegation', name: 'programme' },
  membership: { table: 'membership', name: 'body' },
  gift: { table: 'gift', name: 'what' },
} as const satisfies Record<RecordKind, { table: string; name: string }>

/** Records that stand on others, which have to go or be changed first. */
const leaning: Partial<Record<RecordKind, readonly { table: string; column: string }[]>> = {
  project: [
    { table: 'gift', column: 'projectId' },
    { table: 'delegation', column: 'projectId' },
  ],
  agreement: [{ table: 'agreement', column: 'renewsId' }],
}

/** Nothing is deleted: a record that was removed is in no list and no figure, and can come back. */
export const removingCommands: Pick<CommandsOf<'cooperation'>, 'removeRecord' | 'restoreRecord'> = {
  async removeRecord({ of, id, rev }, { db, fail, today }) {
    const record = await stateOf(db, of, id)
    if (!record || record.removedOn !== null) return fail('record_not_found', { id })
    if (record.rev !== rev) fail('stale', { id, rev: record.rev })
    const uses = await usesOf(db, of, id)
    if (uses > 0) fail('record_in_use', { name: record.name, uses })
    await setRemoved(db, { of, id, removedOn: today })
    return { id }
  },

  async restoreRecord({ of, id }, { db, fail }) {
    const record = await stateOf(db, of, id)
    if (!record || record.removedOn === null) return fail('record_not_found', { id })
    if (record.voucherId !== null) {
      const other = await giftOfVoucher(db, record.voucherId)
      if (other) fail('voucher_taken', { number: record.voucherNumber, what: other.what })
    }
    await setRemoved(db, { of, id, removedOn: null })
    return { id }
  },
}

type State = {
  rev: number
  name: string
  removedOn: string | null
  voucherId: number | null
  voucherNumber: string
}

async function stateOf(db: Reader, of: RecordKind, id: number): Promise<State | undefined> {
  const { table, name } = tableOf[of]
  const voucher =
    of === 'gift'
      ? sql`voucherId, ifnull((select number from voucher where voucher.id = voucherId), '') as voucherNumber`
      : sql`null as voucherId, '' as voucherNumber`
  const { rows } = await sql<State>`
    select rev, ${sql.ref(name)} as name, removedOn, ${voucher} from ${sql.table(table)} where id = ${id}`.execute(
    db,
  )
  return rows[0]
}

async function usesOf(db: Reader, of: RecordKind, id: number): Promise<number> {
  let uses = 0
  for (const { table, column } of leaning[of] ?? []) {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from ${sql.table(table)}
      where ${sql.ref(column)} = ${id} and removedOn is null`.execute(db)
    uses += rows[0]?.count ?? 0
  }
  return of === 'gift' ? uses + (await thingsOfGift(db, id)) : uses
}

/** What the library owns by it. */
async function thingsOfGift(db: Reader, id: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from equipment join giftItem on giftItem.id = equipment.giftItemId
    where giftItem.giftId = ${id}`.execute(db)
  return rows[0]?.count ?? 0
}

async function setRemoved(
  db: Writer,
  { of, id, removedOn }: { of: RecordKind; id: number; removedOn: string | null },
): Promise<void> {
  await sql`update ${sql.table(tableOf[of].table)} set removedOn = ${removedOn}, rev = rev + 1
    where id = ${id}`.execute(db)
}
