import { sortKey } from '../../shared/collate.ts'
import type { Allocation, AllocationFields, AllocationFilters } from '../../shared/plans/contract.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { hasWords, pageOf } from '../listing.ts'
import { insertRow, savePartRows, updateRow } from '../plain-rows.ts'
import { bringBack, isCurrent, setAside } from './removing.ts'

export const moneyQueries: Pick<QueriesOf<'plans'>, 'allocations'> = {
  async allocations({ cursor, limit, ...filters }, { db, fail }) {
    const found = await findAllocations(db, filters)
    const sum = (part: 'amount' | 'spent') => found.reduce((total, row) => total + row[part], 0)
    const total = { amount: sum('amount'), spent: sum('spent') }
    return { ...pageOf(found, { cursor, limit }, fail), total: { ...total, percent: percentOf(total) } }
  },
}

type MoneyCommand = `${'add' | 'update' | 'remove' | 'restore'}Allocation`

export const moneyCommands: Pick<CommandsOf<'plans'>, MoneyCommand> = {
  async addAllocation({ disbursements, accepted, ...fields }, { db, fail, today }) {
    checkAllocation({ ...fields, disbursements }, { accepted, today, fail })
    const id = await insertRow(db, 'allocation', fields)
    await saveDisbursements(db, id, disbursements)
    return asSaved(db, id, today)
  },

  async updateAllocation({ id, rev, disbursements, accepted, ...fields }, { db, fail, today }) {
    if (!(await isCurrent(db, 'allocation', { id, rev }, fail))) fail('allocation_not_found', { id })
    checkAllocation({ ...fields, disbursements }, { accepted, today, fail })
    await saveDisbursements(db, id, disbursements)
    await updateRow(db, 'allocation', { id, rev, values: fields })
    return asSaved(db, id, today)
  },

  removeAllocation: async (wanted, { db, fail, today }) =>
    (await setAside(db, 'allocation', wanted, { fail, today }))
      ? { id: wanted.id }
      : fail('allocation_not_found', { id: wanted.id }),

  restoreAllocation: async ({ id }, { db, fail }) =>
    (await bringBack(db, 'allocation', id)) ? { id } : fail('allocation_not_found', { id }),
}

const saveDisbursements = (db: Writer, allocationId: number, rows: AllocationFields['disbursements']) =>
  savePartRows(db, 'disbursement', { owner: ['allocationId', allocationId], key: [], rows })

type Wrong = 'allocated_in_future' | 'spent_before_allocated' | 'spent_in_future' | 'spent_over_allocation'
type Given = { accepted: readonly 'spent_over_allocation'[]; today: string; fail: Fail<Wrong> }

function checkAllocation(fields: AllocationFields, { accepted, today, fail }: Given): void {
  const { amount, allocatedOn, disbursements } = fields
  if (allocatedOn > today) fail('allocated_in_future')
  const early = disbursements.findIndex(({ on }) => on < allocatedOn)
  if (early >= 0) fail('spent_before_allocated', { row: early + 1 })
  const late = disbursements.findIndex(({ on }) => on > today)
  if (late >= 0) fail('spent_in_future', { row: late + 1 })
  const spent = disbursements.reduce((sum, each) => sum + each.amount, 0)
  if (spent > amount && !accepted.includes('spent_over_allocation'))
    fail('spent_over_allocation', { spent: dong(spent), over: dong(spent - amount) })
}

const dong = (sum: number): string => sum.toLocaleString('vi-VN')

/** The newest year first, and within it by name. */
export async function findAllocations(db: Reader, filters: AllocationFilters): Promise<Allocation[]> {
  const { on, year, source, purpose } = filters
  const isFound = hasWords(filters.text)
  return (await readAllocations(db, on))
    .filter((each) => each.allocatedOn <= on)
    .filter((each) => year === null || each.year === year)
    .filter((each) => source === null || each.source === source)
    .filter((each) => purpose === null || each.purpose === purpose)
    .filter(({ name, documentNumber }) => isFound(name, documentNumber))
    .map((allocation) => ({ key: sortKey(allocation.name), allocation }))
    .toSorted((a, b) => b.allocation.year - a.allocation.year || (a.key < b.key ? -1 : 1))
    .map(({ allocation }) => allocation)
}

async function readAllocations(db: Reader, on: string): Promise<Allocation[]> {
  const allocations = await db.selectFrom('allocation').selectAll().where('removedOn', 'is', null).execute()
  const spendings = await db.selectFrom('disbursement').selectAll().orderBy('on').orderBy('id').execute()
  const byAllocation = Map.groupBy(spendings, ({ allocationId }) => allocationId)
  return allocations.map(({ removedOn: _, ...allocation }) => {
    const own = (byAllocation.get(allocation.id) ?? []).map(({ allocationId: __, ...spending }) => spending)
    const spent = own.reduce((sum, each) => sum + (each.on <= on ? each.amount : 0), 0)
    const percent = percentOf({ amount: allocation.amount, spent })
    return { ...allocation, disbursements: own, spent, percent }
  })
}

function percentOf({ amount, spent }: { amount: number; spent: number }): number | null {
  return amount === 0 ? null : Math.round((spent / amount) * 10_000) / 100
}

async function asSaved(db: Reader, id: number, today: string): Promise<Allocation> {
  const allocation = (await readAllocations(db, today)).find((each) => each.id === id)
  if (!allocation) throw new Error('an allocation that was just written is not there')
  return allocation
}
