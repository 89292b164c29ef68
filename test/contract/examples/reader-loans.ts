import { by, type ExamplesOf } from '../example.ts'
import { cancelled, entered, secondSite, stocked } from './copy-steps.ts'
import { expiry, first, issued, lending, lent, overdue, ready, replaced, suspended } from './reader-steps.ts'

type Loans = Pick<
  ExamplesOf<'readers'>,
  'loans' | 'deskReader' | 'scan' | 'renewLoan' | 'undoLoan' | 'markLost' | 'exportLoans' | 'printNotices'
>

const second = { ...first, code: 'VN.000002' }
const returned = 'update loan set returnedOn = lentOn, rev = 2'
const siteClosed = by('cataloguer', 'copies.updateSite', {
  id: 2,
  rev: 1,
  name: 'Cơ sở 2',
  closedOn: '2020-01-31',
})
const at = (status: 'in_rotation' | 'in_repair') =>
  by('cataloguer', 'copies.setStatus', { copyIds: [1], status })
const rare = by('cataloguer', 'catalogue.setClass', {
  titleIds: [1],
  class: 'rare',
  evidence: 'QĐ 12',
  setOn: '2020-01-01',
})

const readingStore = by('cataloguer', 'copies.updateStore', {
  id: 1,
  rev: 1,
  name: 'Kho đọc',
  isReadingOnly: true,
})

export const loans: Loans = {
  loans: [
    {
      name: 'are told with who has them',
      as: 'desk',
      before: [...ready, lent],
      input: {},
      answers: {
        rows: [{ id: 1, accessionNumber: 'VN.000001', cardNumber: 'BD000001', lateDays: 0 }],
        next: null,
      },
    },
  ],
  deskReader: [
    {
      name: 'is told with what they have',
      as: 'desk',
      before: [...ready, lent],
      input: { id: 1 },
      answers: { cardNumber: 'BD000001', standing: 'valid', loans: [{ id: 1 }] },
    },
    { name: 'is not there', as: 'desk', input: { id: 404 }, refuses: 'reader_not_found' },
    {
      name: 'has a card',
      as: 'desk',
      before: ready,
      upset: ["update readerCard set endedOn = '2020-02-02', endedFor = 'returned'"],
      input: { id: 1 },
      refuses: 'no_card',
    },
  ],
  scan: [
    {
      name: 'opens a reader by the card',
      as: 'desk',
      before: ready,
      input: { code: 'BD000001', siteId: 1 },
      answers: { kind: 'reader', reader: { id: 1, standing: 'valid' } },
    },
    {
      name: 'lends a copy to the reader that is open',
      as: 'desk',
      before: ready,
      input: { ...first, readerId: 1 },
      answers: { kind: 'lent', loan: { id: 1, readerId: 1 } },
    },
    {
      name: 'takes a copy back from whoever has it',
      as: 'desk',
      before: [...ready, lent],
      input: first,
      answers: { kind: 'returned', ownSite: null },
    },
    {
      name: 'sends a copy home that came back elsewhere',
      as: 'desk',
      before: [...ready, lent, secondSite],
      input: { ...first, siteId: 2 },
      answers: { kind: 'returned' },
    },
    { name: 'is turned on first', as: 'desk', input: first, refuses: 'loans_not_kept' },
    {
      name: 'needs a site',
      as: 'desk',
      before: ready,
      input: { ...first, siteId: 404 },
      refuses: 'site_not_found',
    },
    {
      name: 'needs an open site',
      as: 'desk',
      before: [...ready, secondSite, siteClosed],
      input: { ...first, siteId: 2 },
      refuses: 'site_closed',
    },
    {
      name: 'needs a reader who is there',
      as: 'desk',
      before: ready,
      input: { ...first, readerId: 404 },
      refuses: 'reader_not_found',
    },
    {
      name: 'knows no such code',
      as: 'desk',
      before: ready,
      input: { code: '000', siteId: 1 },
      refuses: 'code_unknown',
    },
    {
      name: 'guesses between no two copies',
      as: 'desk',
      before: ready,
      upset: ["update copy set barcode = 'VN.000001' where id = 2"],
      input: first,
      refuses: 'code_shared',
    },
    {
      name: 'opens nobody by a card that was replaced',
      as: 'desk',
      before: [...ready, replaced],
      input: { code: 'BD000001', siteId: 1 },
      refuses: 'card_ended',
    },
    {
      name: 'lends nothing on an expired card',
      as: 'desk',
      before: ready,
      upset: [expiry],
      input: { ...first, readerId: 1 },
      refuses: 'card_expired',
    },
    {
      name: 'lends nothing on a suspended card',
      as: 'desk',
      before: [...ready, suspended],
      input: { ...first, readerId: 1 },
      refuses: 'card_suspended',
    },
    {
      name: 'lends nothing without a card',
      as: 'desk',
      before: ready,
      upset: ["update readerCard set endedOn = '2020-02-02', endedFor = 'returned'"],
      input: { ...first, readerId: 1 },
      refuses: 'no_card',
    },
    {
      name: 'asks for the reader first',
      as: 'desk',
      before: ready,
      input: first,
      refuses: 'reader_first',
    },
    {
      name: 'lends nothing that left the stock',
      as: 'desk',
      before: [...ready, cancelled],
      input: { ...first, readerId: 1 },
      refuses: 'copy_gone',
    },
    {
      name: 'lends nothing that is elsewhere',
      as: 'desk',
      before: [...ready, at('in_rotation')],
      input: { ...first, readerId: 1 },
      refuses: 'copy_rotated',
    },
    {
      name: 'lends nothing that waits to be sent to its own site',
      as: 'desk',
      before: [...ready, secondSite, lent, by('desk', 'readers.scan', { ...first, siteId: 2 })],
      input: { ...first, siteId: 2, readerId: 1 },
      refuses: 'copy_on_the_way',
    },
    {
      name: 'lends nothing that is not ready',
      as: 'desk',
      before: [...ready, at('in_repair')],
      input: { ...first, readerId: 1 },
      refuses: 'copy_not_ready',
    },
    {
      name: 'keeps what is rare in the house',
      as: 'desk',
      before: [...ready, rare],
      input: { ...first, readerId: 1 },
      refuses: 'copy_kept',
    },
    {
      name: 'keeps a store for reading in the house',
      as: 'desk',
      before: [...ready, readingStore],
      input: { ...first, readerId: 1 },
      refuses: 'copy_kept',
    },
    {
      name: 'lends no more than the rule allows',
      as: 'desk',
      before: [...ready, lent],
      input: { ...second, readerId: 1 },
      refuses: 'too_many_loans',
    },
    {
      name: 'asks where something is overdue',
      as: 'desk',
      before: [...ready, lent],
      upset: [overdue, `update readerSetting set rule = json_set(rule, '$.copies', 3)`],
      input: { ...second, readerId: 1 },
      refuses: 'owes_overdue',
    },
  ],
  renewLoan: [
    {
      name: 'gives more days',
      as: 'desk',
      before: [...ready, lent],
      input: { id: 1, rev: 1 },
      answers: { id: 1, renewals: 1, rev: 2 },
    },
    { name: 'finds nothing', as: 'desk', input: { id: 404, rev: 1 }, refuses: 'loan_not_found' },
    {
      name: 'renews nothing that came back',
      as: 'desk',
      before: [...ready, lent],
      upset: [returned],
      input: { id: 1, rev: 2 },
      refuses: 'loan_ended',
    },
    {
      name: 'renews as often as the rule allows',
      as: 'desk',
      before: [...ready, lent, by('desk', 'readers.renewLoan', { id: 1, rev: 1 })],
      input: { id: 1, rev: 2 },
      refuses: 'renewed_enough',
    },
    {
      name: 'needs a card that is valid',
      as: 'desk',
      before: [...ready, lent],
      upset: [expiry],
      input: { id: 1, rev: 1 },
      refuses: 'card_expired',
    },
    {
      name: 'needs a card',
      as: 'desk',
      before: [...ready, lent],
      upset: ["update readerCard set endedOn = '2020-02-02', endedFor = 'returned'"],
      input: { id: 1, rev: 1 },
      refuses: 'no_card',
    },
    {
      name: 'needs its reader',
      as: 'desk',
      before: [...ready, lent],
      upset: ['pragma foreign_keys = off', 'update loan set readerId = 404'],
      input: { id: 1, rev: 1 },
      refuses: 'reader_not_found',
    },
    {
      name: 'needs a card that is not suspended',
      as: 'desk',
      before: [...ready, lent, suspended],
      input: { id: 1, rev: 1 },
      refuses: 'card_suspended',
    },
  ],
  undoLoan: [
    {
      name: 'takes a loan of today back',
      as: 'desk',
      before: [...ready, lent],
      input: { id: 1, rev: 1 },
      answers: { undone: 'lent', loan: null },
    },
    { name: 'finds nothing', as: 'desk', input: { id: 404, rev: 1 }, refuses: 'loan_not_found' },
    {
      name: 'leaves loans of other days',
      as: 'desk',
      before: [...ready, lent],
      upset: ["update loan set lentOn = '2020-02-01'"],
      input: { id: 1, rev: 1 },
      refuses: 'loan_too_old',
    },
    {
      name: 'leaves a return whose copy was lent again',
      as: 'desk',
      before: [...stocked, entered, lending, issued, lent],
      upset: [
        returned,
        `insert into loan (copyId, groupId, siteId, lentOn, lentAt, dueOn)
          values (1, 2, 1, '2020-03-01', '2020-03-01T02:00:00.000Z', '2020-03-15')`,
      ],
      input: { id: 1, rev: 2 },
      refuses: 'lent_again',
    },
  ],
  markLost: [
    {
      name: 'leaves the copy missing',
      as: 'desk',
      before: [...ready, lent],
      input: { id: 1, rev: 1 },
      answers: { id: 1, rev: 2 },
    },
    { name: 'finds nothing', as: 'desk', input: { id: 404, rev: 1 }, refuses: 'loan_not_found' },
    {
      name: 'loses nothing that came back',
      as: 'desk',
      before: [...ready, lent],
      upset: [returned],
      input: { id: 1, rev: 2 },
      refuses: 'loan_ended',
    },
  ],
  exportLoans: [
    {
      name: 'holds what is out',
      as: 'desk',
      before: [...ready, lent],
      input: { filters: { state: 'open' }, format: 'csv' },
      answers: { rows: 1 },
    },
  ],
  printNotices: [
    {
      name: 'makes one for each reader',
      as: 'desk',
      before: [...ready, lent],
      upset: [overdue],
      input: { format: 'docx' },
      answers: { notices: 1 },
    },
    { name: 'makes none for nobody', as: 'desk', input: { format: 'docx' }, refuses: 'nothing_overdue' },
  ],
}
