import { describe, expect, it } from 'vitest'
import { feeRows, itemRows, readFees, readItems } from './typed-rows.ts'

const vietnamese = { group: '.', decimal: ',' }
const dollars = { style: vietnamese, currency: 'USD' }

describe('equipment as it is typed', () => {
  it('comes back as it was read', () => {
    const items = [{ id: 7, name: 'Máy tính', quantity: 1200, valueMinor: 1_234_567 }]
    expect(itemRows(items, dollars)).toEqual([
      { id: '7', name: 'Máy tính', quantity: '1.200', value: '12.345,67' },
    ])
    expect(readItems(itemRows(items, dollars), dollars)).toEqual({ items, problems: [] })
  })

  it('names each cell that means nothing, and takes an empty row for nothing', () => {
    const rows = [
      { id: '', name: '', quantity: '1', value: '' },
      { id: '', name: '', quantity: 'hai', value: '5' },
      { id: '', name: 'Máy in', quantity: '1', value: 'mười' },
    ]
    const { items, problems } = readItems(rows, dollars)
    expect(items).toHaveLength(2)
    expect(problems).toEqual([
      { row: 1, key: 'name' },
      { row: 1, key: 'quantity' },
      { row: 2, key: 'value' },
    ])
  })
})

describe('fees as they are typed', () => {
  it('come back as they were read', () => {
    const fees = [{ year: 2026, paidMinor: 10_000, paidOn: '2026-02-01' }]
    expect(readFees(feeRows(fees, dollars), dollars)).toEqual({ fees, problems: [] })
  })

  it('name each cell that means nothing', () => {
    const { problems } = readFees([{ year: '26', amount: 'x', date: '31/02/2026' }], dollars)
    expect(problems.map(({ key }) => key)).toEqual(['year', 'amount', 'date'])
  })
})
