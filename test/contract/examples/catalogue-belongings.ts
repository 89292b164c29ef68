import { by, type ExamplesOf } from '../example.ts'

const book = by('cataloguer', 'catalogue.addTitle', { title: 'Số đỏ', publisher: 'NXB Văn học' })
const serial = by('cataloguer', 'catalogue.addTitle', { title: 'Tạp chí Thư viện', material: 'serial' })
const site = by('cataloguer', 'catalogue.addTitle', {
  title: 'Cổng địa chí',
  material: 'link',
  url: 'https://vi-du.vn',
})
const rare = { titleIds: [1], class: 'rare' as const, evidence: 'QĐ 12/QĐ-TV', setOn: '2020-02-29' }
const classed = [book, by('cataloguer', 'catalogue.setClass', rare)]
const issues = [
  { number: '1', publishedOn: '2020-01-15' },
  { number: '2', publishedOn: '2020-02-15' },
]
const withIssues = [serial, by('cataloguer', 'catalogue.addIssues', { titleId: 1, issues })]
const subscription = { titleId: 1, startsOn: '2020-01-01', frequency: 'monthly' } as const
const subscribed = [serial, by('cataloguer', 'catalogue.setSubscription', subscription)]
const volume = [
  by('cataloguer', 'copies.addSeries', { name: 'Báo, tạp chí', prefix: 'T' }),
  by('cataloguer', 'copies.addVoucher', { number: '01/2020', receivedOn: '2020-03-01', source: 'purchase' }),
  by('cataloguer', 'copies.accession', { voucherId: 1, copies: [{ titleId: 1, seriesId: 1, siteId: 1 }] }),
]
const bound = [
  ...withIssues,
  ...volume,
  by('cataloguer', 'catalogue.bindIssues', { issueIds: [1, 2], copyId: 1 }),
]

type Covered = Pick<
  ExamplesOf<'catalogue'>,
  | 'issues'
  | 'subscriptions'
  | 'classesOf'
  | 'linkChecks'
  | 'setClass'
  | 'endClass'
  | 'recordLinkCheck'
  | 'addIssues'
  | 'updateIssue'
  | 'removeIssue'
  | 'bindIssues'
  | 'setSubscription'
  | 'unsetClass'
>

export const catalogueBelongings = {
  issues: [
    {
      name: 'lists the newest first',
      as: 'reader',
      before: withIssues,
      input: { titleId: 1 },
      answers: {
        rows: [
          { id: 2, number: '2' },
          { id: 1, number: '1', state: 'received', copyId: null },
        ],
        next: null,
      },
    },
    {
      name: 'names the volume an issue is bound into',
      as: 'desk',
      before: bound,
      input: { titleId: 1, limit: 1 },
      answers: { rows: [{ id: 2, copyId: 1, accessionNumber: 'T000001' }] },
    },
  ],
  subscriptions: [
    {
      name: 'lists what was ordered',
      as: 'reader',
      before: subscribed,
      input: { titleId: 1 },
      answers: [{ id: 1, frequency: 'monthly', source: 'purchase', endsOn: null }],
    },
  ],
  classesOf: [
    {
      name: 'names class and evidence',
      as: 'reader',
      before: classed,
      input: { titleId: 1 },
      answers: [{ id: 1, class: 'rare', evidence: 'QĐ 12/QĐ-TV', setOn: '2020-02-29', endedOn: null }],
    },
  ],
  linkChecks: [
    {
      name: 'lists the last check first',
      as: 'reader',
      before: [
        site,
        by('cataloguer', 'catalogue.recordLinkCheck', {
          titleId: 1,
          checkedOn: '2020-02-29',
          isWorking: false,
          note: '404',
        }),
      ],
      input: { titleId: 1 },
      answers: [{ checkedOn: '2020-02-29', isWorking: false, note: '404' }],
    },
  ],
  setClass: [
    {
      name: 'puts titles into a class',
      as: 'cataloguer',
      before: [book],
      input: rare,
      answers: { titles: 1, ids: [1] },
    },
    { name: 'needs titles that are there', as: 'cataloguer', input: rare, refuses: 'title_not_found' },
    {
      name: 'does not look ahead',
      as: 'cataloguer',
      before: [book],
      input: { ...rare, setOn: '2999-01-01' },
      refuses: 'set_in_future',
    },
    {
      name: 'puts a title into a class once for any day',
      as: 'cataloguer',
      before: [...classed, by('cataloguer', 'catalogue.endClass', { id: 1, endedOn: '2021-01-01' })],
      input: { ...rare, setOn: '2020-12-31' },
      refuses: 'class_overlaps',
    },
  ],
  endClass: [
    {
      name: 'ends a class on a day',
      as: 'cataloguer',
      before: classed,
      input: { id: 1, endedOn: '2021-01-01' },
      answers: { id: 1, endedOn: '2021-01-01' },
    },
    {
      name: 'has no such entry',
      as: 'cataloguer',
      input: { id: 9, endedOn: '2021-01-01' },
      refuses: 'class_not_found',
    },
    {
      name: 'does not end before it began',
      as: 'cataloguer',
      before: classed,
      input: { id: 1, endedOn: '2020-02-28' },
      refuses: 'ended_before_set',
    },
    {
      name: 'does not look ahead',
      as: 'cataloguer',
      before: classed,
      input: { id: 1, endedOn: '2999-01-01' },
      refuses: 'ended_in_future',
    },
  ],
  recordLinkCheck: [
    {
      name: 'says that a link works',
      as: 'cataloguer',
      before: [site],
      input: { titleId: 1, checkedOn: '2020-02-29', isWorking: true },
      answers: { isWorking: true, note: '' },
    },
    {
      name: 'has no such title',
      as: 'cataloguer',
      input: { titleId: 9, checkedOn: '2020-02-29', isWorking: true },
      refuses: 'title_not_found',
    },
    {
      name: 'needs a link',
      as: 'cataloguer',
      before: [book],
      input: { titleId: 1, checkedOn: '2020-02-29', isWorking: true },
      refuses: 'no_link',
    },
    {
      name: 'does not look ahead',
      as: 'cataloguer',
      before: [site],
      input: { titleId: 1, checkedOn: '2999-01-01', isWorking: true },
      refuses: 'checked_in_future',
    },
  ],
  addIssues: [
    {
      name: 'takes a run of issues',
      as: 'cataloguer',
      before: [serial],
      input: { titleId: 1, issues },
      answers: { ids: [1, 2] },
    },
    {
      name: 'has no such title',
      as: 'cataloguer',
      input: { titleId: 9, issues },
      refuses: 'title_not_found',
    },
    {
      name: 'is for serials',
      as: 'cataloguer',
      before: [book],
      input: { titleId: 1, issues },
      refuses: 'not_a_serial',
    },
    {
      name: 'takes an issue once',
      as: 'cataloguer',
      before: withIssues,
      input: { titleId: 1, issues: issues.slice(1) },
      refuses: 'duplicate_issue',
    },
  ],
  updateIssue: [
    {
      name: 'notes that one is missing',
      as: 'cataloguer',
      before: withIssues,
      input: { id: 1, rev: 1, number: '1', state: 'missing' },
      answers: { id: 1, rev: 2, state: 'missing', publishedOn: null },
    },
    {
      name: 'has no such issue',
      as: 'cataloguer',
      input: { id: 9, rev: 1, number: '1' },
      refuses: 'issue_not_found',
    },
    {
      name: 'makes no second one of a kind',
      as: 'cataloguer',
      before: withIssues,
      input: { id: 1, rev: 1, ...issues[1], number: '2' },
      refuses: 'duplicate_issue',
    },
  ],
  removeIssue: [
    {
      name: 'takes an issue out',
      as: 'cataloguer',
      before: withIssues,
      input: { id: 1, rev: 1 },
      answers: { id: 1 },
    },
    { name: 'has no such issue', as: 'cataloguer', input: { id: 9, rev: 1 }, refuses: 'issue_not_found' },
    {
      name: 'leaves what is bound',
      as: 'cataloguer',
      before: bound,
      input: { id: 1, rev: 2 },
      refuses: 'issue_is_bound',
    },
  ],
  bindIssues: [
    {
      name: 'puts issues into a volume',
      as: 'cataloguer',
      before: [...withIssues, ...volume],
      input: { issueIds: [1, 2], copyId: 1 },
      answers: { issues: 2 },
    },
    {
      name: 'takes them out again',
      as: 'cataloguer',
      before: bound,
      input: { issueIds: [1], copyId: null },
      answers: { issues: 1 },
    },
    {
      name: 'has no such issue',
      as: 'cataloguer',
      input: { issueIds: [9], copyId: null },
      refuses: 'issue_not_found',
    },
    {
      name: 'has no such volume',
      as: 'cataloguer',
      before: withIssues,
      input: { issueIds: [1], copyId: 9 },
      refuses: 'copy_not_found',
    },
    {
      name: 'puts none into the volume of another title',
      as: 'cataloguer',
      before: [
        ...withIssues,
        book,
        ...volume.slice(0, 2),
        by('cataloguer', 'copies.accession', {
          voucherId: 1,
          copies: [{ titleId: 2, seriesId: 1, siteId: 1 }],
        }),
      ],
      input: { issueIds: [1], copyId: 1 },
      refuses: 'copy_of_other_title',
    },
  ],
  setSubscription: [
    {
      name: 'begins one',
      as: 'cataloguer',
      before: [serial],
      input: subscription,
      answers: { id: 1, rev: 1, endsOn: null },
    },
    {
      name: 'ends one',
      as: 'cataloguer',
      before: subscribed,
      input: { ...subscription, id: 1, rev: 1, endsOn: '2020-12-31' },
      answers: { id: 1, rev: 2, endsOn: '2020-12-31' },
    },
    { name: 'has no such title', as: 'cataloguer', input: subscription, refuses: 'title_not_found' },
    {
      name: 'is for serials',
      as: 'cataloguer',
      before: [book],
      input: subscription,
      refuses: 'not_a_serial',
    },
    {
      name: 'has no such subscription',
      as: 'cataloguer',
      before: [serial],
      input: { ...subscription, id: 9, rev: 1 },
      refuses: 'subscription_not_found',
    },
    {
      name: 'ends after it began',
      as: 'cataloguer',
      before: [serial],
      input: { ...subscription, endsOn: '2019-12-31' },
      refuses: 'ends_before_start',
    },
  ],
  unsetClass: [
    {
      name: 'takes back what was entered today',
      as: 'cataloguer',
      before: classed,
      input: { ids: [1] },
      answers: { titles: 1 },
    },
    { name: 'has no such entry', as: 'cataloguer', input: { ids: [9] }, refuses: 'class_not_found' },
    {
      name: 'leaves what was entered earlier',
      as: 'cataloguer',
      before: [book],
      upset: [
        'drop trigger "titleClass_journal_insert"',
        `insert into titleClass (titleId, class, evidence, setOn) values (1, 'rare', 'QĐ 12/QĐ-TV', '2020-02-29')`,
      ],
      input: { ids: [1] },
      refuses: 'class_set_earlier',
    },
  ],
} satisfies Covered
