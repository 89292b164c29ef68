import { by, type ExamplesOf } from '../example.ts'
import { consent, expiry, issued, lending, lent, person, ready, settings } from './reader-steps.ts'

type People = Pick<
  ExamplesOf<'readers'>,
  | 'settings'
  | 'groups'
  | 'list'
  | 'reader'
  | 'erasure'
  | 'setSettings'
  | 'addGroup'
  | 'updateGroup'
  | 'addReader'
  | 'updateReader'
  | 'addConsent'
  | 'withdrawConsent'
  | 'renewCard'
  | 'replaceCard'
  | 'suspend'
  | 'liftSuspension'
  | 'exportReader'
  | 'exportReaders'
  | 'eraseReader'
>

const kept = [lending, issued]
const child = { ...person, groupId: 1, bornOn: '2012-05-01' }
const pupils = { name: 'Học sinh', isChild: true }
const grouped = by('administrator', 'readers.addGroup', pupils)
const ahead = '2099-01-01'
const noCard = "update readerCard set endedOn = '2020-02-02', endedFor = 'returned'"
const nobody = { id: 404, rev: 1 }

export const people: People = {
  settings: [
    { name: 'only count at first', as: 'reader', input: {}, answers: { mode: 'counters', days: 14, rev: 1 } },
  ],
  groups: [
    {
      name: 'are four at first',
      as: 'desk',
      input: {},
      answers: [
        { code: 'children', isChild: true },
        { code: 'adults', isChild: false },
        { code: 'disabled' },
        { code: 'minority' },
      ],
    },
  ],
  list: [
    {
      name: 'finds without marks',
      as: 'desk',
      before: kept,
      input: { text: 'an nguyen' },
      answers: { rows: [{ id: 1, cardNumber: 'BD000001', standing: 'valid', openLoans: 0 }], next: null },
    },
  ],
  reader: [
    {
      name: 'is told whole',
      as: 'desk',
      before: kept,
      input: { id: 1 },
      answers: { name: person.name, cards: [{ number: 'BD000001' }], consents: [{ givenBy: 'reader' }] },
    },
    { name: 'is not there', as: 'desk', input: { id: 404 }, refuses: 'reader_not_found' },
  ],
  erasure: [
    {
      name: 'tells what it would mean',
      as: 'desk',
      before: kept,
      input: { id: 1 },
      answers: { openLoans: [], cards: 1, backups: [] },
    },
    { name: 'is of nobody', as: 'desk', input: { id: 404 }, refuses: 'reader_not_found' },
  ],
  setSettings: [
    {
      name: 'turns cards and loans on',
      as: 'administrator',
      input: { ...settings, rev: 1 },
      answers: { mode: 'loans', rev: 2, copies: 1 },
    },
    {
      name: 'goes on lending while anything is lent',
      as: 'administrator',
      before: [...ready, lent],
      input: { ...settings, mode: 'cards', rev: 2 },
      refuses: 'still_lent',
    },
    {
      name: 'counts only when nobody is left',
      as: 'administrator',
      before: kept,
      input: { ...settings, mode: 'counters', rev: 2 },
      refuses: 'still_kept',
    },
    {
      name: 'lets cards begin only with what a scanner reads',
      as: 'administrator',
      input: { ...settings, cardPrefix: 'BĐ', rev: 1 },
      refuses: 'prefix_unreadable',
    },
    {
      name: 'makes rules for groups that are there',
      as: 'administrator',
      input: {
        ...settings,
        exceptions: [{ groupId: 404, material: null, days: 7, copies: 1, renewals: 0 }],
        rev: 1,
      },
      refuses: 'group_not_found',
    },
  ],
  addGroup: [
    { name: 'adds one', as: 'administrator', input: pupils, answers: { id: 5, code: null, ...pupils } },
    {
      name: 'keeps names apart',
      as: 'administrator',
      input: { name: 'thiếu nhi' },
      refuses: 'duplicate_group',
    },
  ],
  updateGroup: [
    {
      name: 'renames one',
      as: 'administrator',
      before: [grouped],
      input: { id: 5, rev: 1, name: 'Học sinh, sinh viên', isChild: false, isHidden: false },
      answers: { rev: 2, isChild: false },
    },
    {
      name: 'finds nothing',
      as: 'administrator',
      input: { ...nobody, name: 'A', isChild: false, isHidden: false },
      refuses: 'group_not_found',
    },
    {
      name: 'keeps names apart',
      as: 'administrator',
      before: [grouped],
      input: { id: 5, rev: 1, name: 'Người lớn', isChild: false, isHidden: false },
      refuses: 'duplicate_group',
    },
    {
      name: 'keeps a name',
      as: 'administrator',
      before: [grouped],
      input: { id: 5, rev: 1, name: '', isChild: false, isHidden: false },
      refuses: 'name_missing',
    },
  ],
  addReader: [
    {
      name: 'issues the next card',
      as: 'desk',
      before: [lending],
      input: { ...person, consents: [consent] },
      answers: { id: 1, cards: [{ number: 'BD000001' }], standing: 'valid' },
    },
    {
      name: 'keeps nobody while the library only counts',
      as: 'desk',
      input: { ...person, consents: [consent] },
      refuses: 'cards_not_kept',
    },
    {
      name: 'needs a group',
      as: 'desk',
      before: [lending],
      input: { ...person, groupId: 404, consents: [consent] },
      refuses: 'group_not_found',
    },
    {
      name: 'needs consent',
      as: 'desk',
      before: [lending],
      input: person,
      refuses: 'consent_missing',
    },
    {
      name: 'names who answers for a child',
      as: 'desk',
      before: [lending],
      input: { ...child, consents: [consent, { ...consent, givenBy: 'guardian' }] },
      refuses: 'guardian_missing',
    },
    {
      name: 'needs consent that was given',
      as: 'desk',
      before: [lending],
      input: { ...person, consents: [{ ...consent, givenOn: ahead }] },
      refuses: 'consent_in_future',
    },
    {
      name: 'takes nobody who is not born',
      as: 'desk',
      before: [lending],
      input: { ...person, bornOn: ahead, consents: [consent] },
      refuses: 'born_in_future',
    },
    {
      name: 'gives no number twice',
      as: 'desk',
      before: kept,
      input: { ...person, name: 'Lê Bình', cardNumber: 'bd000001', consents: [consent] },
      refuses: 'duplicate_card',
    },
    {
      name: 'asks whether it is the same person',
      as: 'desk',
      before: kept,
      input: { ...person, consents: [consent] },
      refuses: 'same_person',
    },
  ],
  updateReader: [
    {
      name: 'changes what is known',
      as: 'desk',
      before: kept,
      input: { ...person, id: 1, rev: 1, unit: 'Trường Lê Lợi' },
      answers: { rev: 2, unit: 'Trường Lê Lợi' },
    },
    { name: 'finds nobody', as: 'desk', input: { ...person, ...nobody }, refuses: 'reader_not_found' },
    {
      name: 'needs a guardian’s consent before it makes a child of somebody',
      as: 'desk',
      before: kept,
      input: { ...child, id: 1, rev: 1 },
      refuses: 'consent_first',
    },
    {
      name: 'names who answers for whoever becomes a child',
      as: 'desk',
      before: [...kept, by('desk', 'readers.addConsent', { ...consent, readerId: 1, givenBy: 'guardian' })],
      input: { ...child, id: 1, rev: 1 },
      refuses: 'guardian_missing',
    },
    {
      name: 'needs a group',
      as: 'desk',
      before: kept,
      input: { ...person, id: 1, rev: 1, groupId: 404 },
      refuses: 'group_not_found',
    },
    {
      name: 'takes nobody who is not born',
      as: 'desk',
      before: kept,
      input: { ...person, id: 1, rev: 1, bornOn: ahead },
      refuses: 'born_in_future',
    },
  ],
  addConsent: [
    {
      name: 'records one',
      as: 'desk',
      before: kept,
      input: { ...consent, readerId: 1, form: 'recorded' },
      answers: { id: 2, form: 'recorded', withdrawnOn: null },
    },
    { name: 'finds nobody', as: 'desk', input: { ...consent, readerId: 404 }, refuses: 'reader_not_found' },
    {
      name: 'waits until it is given',
      as: 'desk',
      before: kept,
      input: { ...consent, readerId: 1, givenOn: ahead },
      refuses: 'consent_in_future',
    },
  ],
  withdrawConsent: [
    { name: 'records its end', as: 'desk', before: kept, input: { id: 1 }, answers: { id: 1 } },
    { name: 'finds none', as: 'desk', input: { id: 404 }, refuses: 'consent_not_found' },
  ],
  renewCard: [
    { name: 'gives another year', as: 'desk', before: kept, input: { id: 1, rev: 1 }, answers: { rev: 2 } },
    { name: 'finds nobody', as: 'desk', input: nobody, refuses: 'reader_not_found' },
    {
      name: 'needs a card',
      as: 'desk',
      before: kept,
      upset: [noCard],
      input: { id: 1, rev: 1 },
      refuses: 'no_card',
    },
  ],
  replaceCard: [
    {
      name: 'gives a new number',
      as: 'desk',
      before: kept,
      input: { id: 1, rev: 1, endedFor: 'lost' },
      answers: { rev: 2, cards: [{ number: 'BD000002' }, { number: 'BD000001', endedFor: 'lost' }] },
    },
    {
      name: 'finds nobody',
      as: 'desk',
      input: { ...nobody, endedFor: 'lost' },
      refuses: 'reader_not_found',
    },
    {
      name: 'needs a card',
      as: 'desk',
      before: kept,
      upset: [noCard],
      input: { id: 1, rev: 1, endedFor: 'lost' },
      refuses: 'no_card',
    },
    {
      name: 'gives no number twice',
      as: 'desk',
      before: kept,
      input: { id: 1, rev: 1, endedFor: 'replaced', cardNumber: 'BD000001' },
      refuses: 'duplicate_card',
    },
  ],
  suspend: [
    {
      name: 'suspends until it is lifted',
      as: 'desk',
      before: kept,
      input: { id: 1, rev: 1, reason: 'Làm rách sách' },
      answers: { standing: 'suspended', suspendedFor: 'Làm rách sách' },
    },
    { name: 'finds nobody', as: 'desk', input: { ...nobody, reason: 'A' }, refuses: 'reader_not_found' },
    {
      name: 'suspends from today on',
      as: 'desk',
      before: kept,
      input: { id: 1, rev: 1, reason: 'A', until: '2020-01-01' },
      refuses: 'suspended_in_past',
    },
  ],
  liftSuspension: [
    {
      name: 'makes the card good again',
      as: 'desk',
      before: [...kept, by('desk', 'readers.suspend', { id: 1, rev: 1, reason: 'A' })],
      input: { id: 1, rev: 2 },
      answers: { standing: 'valid', suspendedFor: '' },
    },
    { name: 'finds nobody', as: 'desk', input: nobody, refuses: 'reader_not_found' },
  ],
  exportReader: [
    {
      name: 'hands all out, in a file that names nobody',
      as: 'desk',
      before: kept,
      input: { id: 1, format: 'json' },
      answers: { file: { name: 'ban-doc-1.json' } },
    },
    { name: 'finds nobody', as: 'desk', input: { id: 404, format: 'docx' }, refuses: 'reader_not_found' },
  ],
  exportReaders: [
    {
      name: 'holds those that the list shows',
      as: 'desk',
      before: kept,
      input: { filters: { text: 'an nguyen' }, format: 'xlsx' },
      answers: { rows: 1 },
    },
  ],
  eraseReader: [
    {
      name: 'leaves no trace',
      as: 'desk',
      before: kept,
      upset: [expiry],
      input: { id: 1 },
      answers: { traces: 0, backups: [] },
    },
    { name: 'finds nobody', as: 'desk', input: { id: 404 }, refuses: 'reader_not_found' },
    {
      name: 'asks while a copy is owed',
      as: 'desk',
      before: [...ready, lent],
      input: { id: 1 },
      refuses: 'owes_copies',
    },
  ],
}
