import { expect, it } from 'vitest'
import { GiftFields, MembershipFields, ProjectFields } from '../../shared/cooperation/contract.ts'
import { mergeThreeWays } from '../ui/merge-three-ways.ts'
import { fieldsOfParts, partsOf } from './record-parts.ts'

const gift = GiftFields.parse({
  kind: 'equipment',
  what: 'Máy tính',
  receivedOn: '2026-10-10',
  items: [{ id: 1, name: 'Máy tính', quantity: 2, valueMinor: 30_000_000 }],
})

it.each([
  ['a gift', gift],
  ['a project', ProjectFields.parse({ name: 'Sách', startsOn: '2026-01-01', amountMinor: 5 })],
  ['a membership', MembershipFields.parse({ body: 'IFLA', since: '2015-01-01', feeMinor: 10_000 })],
])('%s is put together again as it was', (_, fields) => {
  expect(fieldsOfParts(partsOf(fields))).toEqual(fields)
})

it('an amount never ends up beside the currency of somebody else', () => {
  const base = partsOf({ ...gift, items: [], amountMinor: 100, valueBasis: 'known' })
  const mine = partsOf({ ...gift, items: [], amountMinor: 100, valueBasis: 'known', currency: 'USD' })
  const theirs = partsOf({ ...gift, items: [], amountMinor: 200, valueBasis: 'known', purpose: 'technology' })
  const { merged, disputed } = mergeThreeWays(Object.keys(base), { base, mine, theirs })
  expect(disputed).toEqual(['value'])
  expect(fieldsOfParts(merged)).toMatchObject({ currency: 'USD', amountMinor: 100, purpose: 'technology' })
})
