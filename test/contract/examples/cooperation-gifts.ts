import { by, type ExamplesOf } from '../example.ts'
import { school } from './activity-steps.ts'
import { books, booksGiven, bought, donated, gift, given } from './cooperation-steps.ts'
import { computersGiven, withGivenComputers } from './facilities-steps.ts'

type Verbs = 'gift' | 'addGift' | 'updateGift' | 'numberGift'

const as = 'activities' as const
const reads = 'reader' as const
const id = 404
const fresh = { id: 1, rev: 1 }
const oneItem = { name: 'Máy tính', quantity: 2, valueMinor: 30_000_000 }
const anonymous = { ...gift, partnerId: null } as const
/** What makes a gift be refused. */
const wrong = {
  project_not_found: { projectId: id },
  activity_not_found: { activityId: id },
  voucher_not_found: { kind: 'books', voucherId: id },
  received_in_future: { receivedOn: '2199-01-01' },
  value_missing: { amountMinor: null },
  rate_missing: { currency: 'USD' },
  rate_day_missing: { currency: 'USD', rate: 25_000 },
} as const

export const gifts: Pick<ExamplesOf<'cooperation'>, Verbs> = {
  gift: [
    {
      name: 'is told with who gave it',
      as: reads,
      before: [school, given],
      input: { id: 1 },
      answers: { partner: { id: 1 }, amountVnd: 5_000_000 },
    },
    { name: 'is not there', as: reads, input: { id }, refuses: 'gift_not_found' },
  ],
  addGift: [
    { name: 'records one', as, before: [school], input: gift, answers: { id: 1, origin: 'domestic' } },
    {
      name: 'adds up its equipment',
      as,
      input: { ...gift, partnerId: null, donorName: 'Bà Kín', kind: 'equipment', items: [oneItem, oneItem] },
      answers: { amountVnd: 60_000_000 },
    },
    {
      name: 'belongs to a delivery of donations',
      as,
      before: [donated],
      input: books,
      answers: { voucher: { number: 'BT-01', titles: 0 }, copies: 0 },
    },
    { name: 'needs its partner', as, input: gift, refuses: 'partner_not_found' },
    ...(
      [
        'project_not_found',
        'activity_not_found',
        'voucher_not_found',
        'received_in_future',
        'value_missing',
        'rate_missing',
        'rate_day_missing',
      ] as const
    ).map((refuses) => ({
      name: `refuses: ${refuses}`,
      as,
      input: { ...anonymous, ...wrong[refuses] },
      refuses,
    })),
    {
      name: 'belongs to no delivery that was bought',
      as,
      before: [bought],
      input: books,
      refuses: 'voucher_not_given',
    },
    {
      name: 'belongs to no delivery of another gift',
      as,
      before: [donated, booksGiven],
      input: books,
      refuses: 'voucher_taken',
    },
  ],
  updateGift: [
    {
      name: 'changes it',
      as,
      before: [school, given],
      input: { ...gift, ...fresh, purpose: 'technology' },
      answers: { rev: 2, purpose: 'technology' },
    },
    { name: 'finds nothing', as, input: { ...gift, id, rev: 1 }, refuses: 'gift_not_found' },
    {
      name: 'needs its partner',
      as,
      before: [school, given],
      input: { ...gift, ...fresh, partnerId: id },
      refuses: 'partner_not_found',
    },
    ...(
      [
        'project_not_found',
        'activity_not_found',
        'voucher_not_found',
        'received_in_future',
        'value_missing',
        'rate_missing',
        'rate_day_missing',
      ] as const
    ).map((refuses) => ({
      name: `refuses: ${refuses}`,
      as,
      before: [school, given],
      input: { ...anonymous, ...fresh, ...wrong[refuses] },
      refuses,
    })),
    {
      name: 'keeps the line of things that are recorded',
      as,
      before: [computersGiven, withGivenComputers],
      input: { ...anonymous, ...fresh },
      refuses: 'item_recorded',
    },
    {
      name: 'belongs to no delivery that was bought',
      as,
      before: [school, given, bought],
      input: { ...books, ...fresh },
      refuses: 'voucher_not_given',
    },
    {
      name: 'belongs to no delivery of another gift',
      as,
      before: [school, given, donated, booksGiven],
      input: { ...books, ...fresh },
      refuses: 'voucher_taken',
    },
  ],
  numberGift: [
    {
      name: 'gives the next number of the year',
      as,
      before: [school, given, given, by(as, 'cooperation.numberGift', { ...fresh, paper: 'receipt' })],
      input: { id: 2, rev: 1, paper: 'receipt' },
      answers: { receipt: { number: 2 }, letter: null },
    },
    { name: 'finds nothing', as, input: { id, rev: 1, paper: 'letter' }, refuses: 'gift_not_found' },
    {
      name: 'numbers a paper once',
      as,
      before: [school, given, by(as, 'cooperation.numberGift', { ...fresh, paper: 'letter' })],
      input: { id: 1, rev: 2, paper: 'letter' },
      refuses: 'already_numbered',
    },
  ],
}
