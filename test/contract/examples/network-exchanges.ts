import { by, type Example, type ExamplesOf } from '../example.ts'
import { loan, loanToPoint, today, withAgreement, withLoan, withPartner, withPoint } from './network-steps.ts'

/** What a new exchange and a changed one are refused for alike. */
const wrong = {
  agreement_of_others: { ...loan, agreementId: 404 },
  days_out_of_order: { ...loan, sentOn: '2026-08-01' },
  only_loans_return: { ...loan, kind: 'file' },
  other_not_found: { ...loan, partnerId: 404 },
  other_not_there: { ...loanToPoint, askedOn: '2018-01-01' },
  one_side_only: { ...loan, partnerId: null },
} as const
type Wrong = keyof typeof wrong
const codes = Object.keys(wrong) as Wrong[]

const added = codes.map((code): Example<'network.addExchange'> => ({
  name: `is refused: ${code}`,
  as: 'director',
  before: [withPartner, withPoint],
  input: wrong[code],
  refuses: code,
}))
const updated = codes.map((code): Example<'network.updateExchange'> => ({
  name: `is refused: ${code}`,
  as: 'director',
  before: [withPartner, withPoint, withLoan],
  input: { ...wrong[code], id: 1, rev: 1 },
  refuses: code,
}))

export const exchangeExamples = {
  exchanges: [
    {
      name: 'is overdue once its day is over',
      as: 'reader',
      before: [withPartner, withLoan],
      input: { on: today, state: 'overdue' },
      answers: {
        rows: [{ id: 1, otherName: 'Thư viện tỉnh bạn', state: 'overdue' }],
        next: null,
        total: { count: 1, documents: 2, cost: 0 },
      },
    },
    {
      name: 'was on loan before',
      as: 'reader',
      before: [withPartner, withLoan],
      input: { on: '2026-10-05' },
      answers: { rows: [{ id: 1, state: 'lent' }], next: null },
    },
  ],
  addExchange: [
    {
      name: 'goes by an agreement',
      as: 'director',
      before: [withPartner, withAgreement],
      input: { ...loan, agreementId: 1 },
      answers: { id: 1, agreementName: 'Liên thông tài nguyên' },
    },
    ...added,
  ],
  updateExchange: [
    {
      name: 'is back',
      as: 'director',
      before: [withPartner, withLoan],
      input: { ...loan, id: 1, rev: 1, returnedOn: '2026-10-01' },
      answers: { rev: 2, state: 'done' },
    },
    {
      name: 'finds nothing',
      as: 'director',
      input: { ...loan, id: 404, rev: 1 },
      refuses: 'exchange_not_found',
    },
    ...updated,
  ],
  removeExchange: [
    {
      name: 'takes it away',
      as: 'director',
      before: [withPartner, by('director', 'network.addExchange', loan)],
      input: { id: 1, rev: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as: 'director', input: { id: 404, rev: 1 }, refuses: 'exchange_not_found' },
  ],
} satisfies Partial<ExamplesOf<'network'>>
