import { among, by, type ExamplesOf, type Given } from '../example.ts'
import { entered, secondSite, stocked } from './copy-steps.ts'
import { issued, lending } from './reader-steps.ts'

type Counters = Pick<
  ExamplesOf<'readers'>,
  | 'counterKinds'
  | 'counterDay'
  | 'counterDays'
  | 'counterPast'
  | 'counterImports'
  | 'saveCounters'
  | 'tally'
  | 'addCounterKind'
  | 'updateCounterKind'
  | 'removeCounterKind'
  | 'undoCounterImport'
  | 'previewCounters'
  | 'importCounters'
>

const day = '2020-08-03'
const cell = { on: day, kindCode: 'onsite_adults', value: 40 }
const counted = by('desk', 'readers.saveCounters', { siteId: 1, cells: [cell] })
const corrected = by('desk', 'readers.saveCounters', {
  siteId: 1,
  cells: [{ ...cell, value: 44 }],
  reason: 'Cộng lại',
})
const own = { name: 'Lượt gửi xe', feed: 'none', rhythm: 'day' } as const
const ownKind = by('administrator', 'readers.addCounterKind', own)
const ownCounted = by('desk', 'readers.saveCounters', { siteId: 1, cells: [{ ...cell, kindCode: 'own_1' }] })
const siteClosed = by('cataloguer', 'copies.updateSite', {
  id: 2,
  rev: 1,
  name: 'Cơ sở 2',
  closedOn: '2020-01-31',
})

const csv = (...lines: string[]) => ({
  file: () => new TextEncoder().encode(['Ngày,onsite_adults', ...lines].join('\n')),
})
const given = ({ file }: Given) => ({ file, siteId: 1 })
const gone = { token: 'x'.repeat(22), name: 'mat.csv', size: 1 }
/** More than any place counts in a day, among days that are as usual. */
const unusualLines = Array.from({ length: 12 }, (_, at) => `${at + 1}/8/2020,${at === 11 ? 90_000 : 30 + at}`)

export const counters: Counters = {
  counterKinds: [
    {
      name: 'are those of the program until the library adds its own',
      as: 'reader',
      before: [ownKind],
      input: {},
      answers: among(
        { code: 'onsite_children', feed: 'visit_onsite', isDeclared: true, isUsed: false },
        { code: 'own_1', name: own.name, isDeclared: false },
      ),
    },
  ],
  counterDay: [
    {
      name: 'tells what was counted',
      as: 'reader',
      before: [counted],
      input: { siteId: 1, on: day },
      answers: { counts: [{ kindCode: 'onsite_adults', value: 40, isCorrected: false }], loans: 0 },
    },
    { name: 'needs a site', as: 'reader', input: { siteId: 404, on: day }, refuses: 'site_not_found' },
  ],
  counterDays: [
    {
      name: 'tells a month',
      as: 'reader',
      before: [counted, corrected],
      input: { siteId: 1, from: '2020-08-01', to: '2020-08-31' },
      answers: { counts: [{ on: day, value: 44, isCorrected: true }], loans: [] },
    },
    {
      name: 'needs a site',
      as: 'reader',
      input: { siteId: 404, from: day, to: day },
      refuses: 'site_not_found',
    },
    {
      name: 'tells a year at most',
      as: 'reader',
      input: { siteId: 1, from: '2018-01-01', to: day },
      refuses: 'span_too_long',
    },
  ],
  counterPast: [
    {
      name: 'keeps what stood before',
      as: 'reader',
      before: [counted, corrected],
      input: { siteId: 1, on: day, kindCode: 'onsite_adults' },
      answers: [{ value: 40, reason: 'Cộng lại', fileName: '' }],
    },
  ],
  counterImports: [{ name: 'are none at first', as: 'reader', input: {}, answers: { rows: [], next: null } }],
  saveCounters: [
    {
      name: 'records a day',
      as: 'desk',
      input: { siteId: 1, cells: [cell] },
      answers: { changed: 1, corrected: 0 },
    },
    { name: 'needs a site', as: 'desk', input: { siteId: 404, cells: [cell] }, refuses: 'site_not_found' },
    {
      name: 'records nothing at a closed site',
      as: 'desk',
      before: [secondSite, siteClosed],
      input: { siteId: 2, cells: [cell] },
      refuses: 'site_closed',
    },
    {
      name: 'needs a counter',
      as: 'desk',
      input: { siteId: 1, cells: [{ ...cell, kindCode: 'none' }] },
      refuses: 'kind_not_found',
    },
    {
      name: 'counts nothing before it happened',
      as: 'desk',
      input: { siteId: 1, cells: [{ ...cell, on: '2099-01-01' }] },
      refuses: 'counted_in_future',
    },
    {
      name: 'asks why a past day is corrected',
      as: 'desk',
      before: [counted],
      input: { siteId: 1, cells: [{ ...cell, value: 41 }] },
      refuses: 'reason_missing',
    },
    {
      name: 'asks about what is far too much',
      as: 'desk',
      input: { siteId: 1, cells: [{ ...cell, value: 90_000 }] },
      refuses: 'unusual_count',
    },
    {
      name: 'asks about what the program counted itself',
      as: 'desk',
      upset: [
        `insert into loan (copyId, groupId, siteId, lentOn, lentAt, dueOn)
          select 1, 1, 1, '${day}', '${day}T02:00:00.000Z', '2020-08-17'`,
      ],
      before: [...stocked, entered],
      input: { siteId: 1, cells: [{ ...cell, kindCode: 'lent_adults' }] },
      refuses: 'counted_by_loans',
    },
    {
      name: 'asks about cards that the program issued itself',
      as: 'desk',
      upset: [`update readerCardAct set "on" = '${day}'`],
      before: [lending, issued],
      input: { siteId: 1, cells: [{ ...cell, kindCode: 'cards_issued_adults' }] },
      refuses: 'counted_by_cards',
    },
    {
      name: 'asks about valid cards of which the program has some itself',
      as: 'desk',
      upset: [`update readerCard set issuedOn = '${day}'`, `update readerCardAct set "on" = '${day}'`],
      before: [lending, issued],
      input: { siteId: 1, cells: [{ ...cell, kindCode: 'cards_valid' }] },
      refuses: 'counted_by_cards',
    },
  ],
  tally: [
    {
      name: 'counts one more',
      as: 'desk',
      input: { siteId: 1, kindCode: 'onsite_adults', by: 1 },
      answers: { kindCode: 'onsite_adults', value: 1 },
    },
    {
      name: 'needs a site',
      as: 'desk',
      input: { siteId: 404, kindCode: 'onsite_adults', by: 1 },
      refuses: 'site_not_found',
    },
    {
      name: 'counts nothing at a closed site',
      as: 'desk',
      before: [secondSite, siteClosed],
      input: { siteId: 2, kindCode: 'onsite_adults', by: 1 },
      refuses: 'site_closed',
    },
    {
      name: 'needs a counter',
      as: 'desk',
      input: { siteId: 1, kindCode: 'none', by: 1 },
      refuses: 'kind_not_found',
    },
    {
      name: 'never goes below nought',
      as: 'desk',
      input: { siteId: 1, kindCode: 'onsite_adults', by: -1 },
      refuses: 'nothing_counted',
    },
    {
      name: 'leaves months to their page',
      as: 'desk',
      input: { siteId: 1, kindCode: 'web_visits', by: 1 },
      refuses: 'not_daily',
    },
  ],
  addCounterKind: [
    {
      name: 'adds one',
      as: 'administrator',
      input: own,
      answers: { code: 'own_1', ...own, isDeclared: false },
    },
    {
      name: 'keeps names apart',
      as: 'administrator',
      before: [ownKind],
      input: { ...own, name: 'LƯỢT GỬI XE' },
      refuses: 'duplicate_kind',
    },
  ],
  updateCounterKind: [
    {
      name: 'hides one of the program’s own',
      as: 'administrator',
      input: { code: 'internet', rev: 1, isHidden: true },
      answers: { isHidden: true, rev: 2, feed: 'none' },
    },
    {
      name: 'finds nothing',
      as: 'administrator',
      input: { ...own, code: 'own_9', rev: 1 },
      refuses: 'kind_not_found',
    },
    {
      name: 'keeps names apart',
      as: 'administrator',
      before: [ownKind],
      input: { code: 'internet', rev: 1, name: own.name },
      refuses: 'duplicate_kind',
    },
    {
      name: 'keeps a name',
      as: 'administrator',
      before: [ownKind],
      input: { ...own, name: '', code: 'own_1', rev: 1 },
      refuses: 'name_missing',
    },
    {
      name: 'stays what it was counted as',
      as: 'administrator',
      before: [ownKind, ownCounted],
      input: { ...own, feed: 'lent', code: 'own_1', rev: 1 },
      refuses: 'kind_in_use',
    },
  ],
  removeCounterKind: [
    {
      name: 'takes away one without counts',
      as: 'administrator',
      before: [ownKind],
      input: { code: 'own_1', rev: 1 },
      answers: { code: 'own_1' },
    },
    {
      name: 'finds nothing',
      as: 'administrator',
      input: { code: 'own_9', rev: 1 },
      refuses: 'kind_not_found',
    },
    {
      name: 'keeps one with counts',
      as: 'administrator',
      before: [ownKind, ownCounted],
      input: { code: 'own_1', rev: 1 },
      refuses: 'kind_in_use',
    },
    {
      name: 'keeps those of the program',
      as: 'administrator',
      input: { code: 'internet', rev: 1 },
      refuses: 'kind_declared',
    },
  ],
  undoCounterImport: [
    {
      name: 'takes a file back',
      as: 'desk',
      ...csv('3/8/2020,40'),
      before: [by('desk', 'readers.importCounters', given)],
      input: { id: 1 },
      answers: { id: 1, cells: 1, kept: 0 },
    },
    { name: 'finds nothing', as: 'desk', input: { id: 404 }, refuses: 'import_not_found' },
    {
      name: 'is done once',
      as: 'desk',
      ...csv('3/8/2020,40'),
      before: [
        by('desk', 'readers.importCounters', given),
        by('desk', 'readers.undoCounterImport', { id: 1 }),
      ],
      input: { id: 1 },
      refuses: 'import_undone',
    },
  ],
  previewCounters: [
    {
      name: 'tells what a file would change',
      as: 'desk',
      ...csv('3/8/2020,40', '4/8/2020,x'),
      before: [counted],
      input: given,
      answers: { added: 0, overwritten: 0, same: 1, problemCount: 1 },
    },
    { name: 'needs the file', as: 'desk', input: { file: gone, siteId: 1 }, refuses: 'file_gone' },
    {
      name: 'reads tables only',
      as: 'desk',
      file: () => new TextEncoder().encode('%PDF-1.7'),
      input: given,
      refuses: 'not_a_table',
    },
    {
      name: 'needs days',
      as: 'desk',
      file: () => new TextEncoder().encode('Tên,Số\na,1\n'),
      input: given,
      refuses: 'no_day_column',
    },
    {
      name: 'needs counters',
      as: 'desk',
      file: () => new TextEncoder().encode('Ngày,Số\n1/8/2020,1\n'),
      input: given,
      refuses: 'no_counter_column',
    },
    {
      name: 'needs a site',
      as: 'desk',
      ...csv('3/8/2020,40'),
      input: ({ file }) => ({ file, siteId: 404 }),
      refuses: 'site_not_found',
    },
  ],
  importCounters: [
    {
      name: 'writes what a file holds',
      as: 'desk',
      ...csv('3/8/2020,40'),
      input: given,
      answers: { importId: 1, cells: 1, overwritten: 0 },
    },
    { name: 'needs the file', as: 'desk', input: { file: gone, siteId: 1 }, refuses: 'file_gone' },
    {
      name: 'reads tables only',
      as: 'desk',
      file: () => new TextEncoder().encode('%PDF-1.7'),
      input: given,
      refuses: 'not_a_table',
    },
    {
      name: 'needs days',
      as: 'desk',
      file: () => new TextEncoder().encode('Tên,Số\na,1\n'),
      input: given,
      refuses: 'no_day_column',
    },
    {
      name: 'needs counters',
      as: 'desk',
      file: () => new TextEncoder().encode('Ngày,Số\n1/8/2020,1\n'),
      input: given,
      refuses: 'no_counter_column',
    },
    {
      name: 'needs a site',
      as: 'desk',
      ...csv('3/8/2020,40'),
      input: ({ file }) => ({ file, siteId: 404 }),
      refuses: 'site_not_found',
    },
    {
      name: 'writes nothing while anything is unclear',
      as: 'desk',
      ...csv('3/8/2020,x'),
      input: given,
      refuses: 'file_has_problems',
    },
    {
      name: 'asks about what is far too much',
      as: 'desk',
      ...csv(...unusualLines),
      input: given,
      refuses: 'unusual_count',
    },
  ],
}
