import { among, by, type Example, type ExamplesOf } from '../example.ts'
import { catalogueBelongings } from './catalogue-belongings.ts'
import { catalogueHeadings, impossible, record } from './catalogue-headings.ts'
import { catalogueRounds } from './catalogue-rounds.ts'

const isbn = '9780306406157'
const added = by('cataloguer', 'catalogue.addTitle', { title: 'Đất rừng phương Nam', isbn })
const removed = by('cataloguer', 'catalogue.removeTitle', { id: 1, rev: 1 })
const second = by('cataloguer', 'catalogue.addTitle', { title: 'Quê nội' })
const journal = by('cataloguer', 'catalogue.addTitle', { title: 'Tạp chí Sông Hương', material: 'serial' })
const article = by('cataloguer', 'catalogue.addTitle', { title: 'Huế xưa', material: 'article', hostId: 1 })
/** One copy of the first title. */
const accessioned = [
  by('cataloguer', 'copies.addSeries', { name: 'Sách', prefix: 'VL.' }),
  by('cataloguer', 'copies.addVoucher', { number: '1/2026', receivedOn: '2026-01-05', source: 'purchase' }),
  by('cataloguer', 'copies.accession', { voucherId: 1, copies: [{ titleId: 1, seriesId: 1, siteId: 1 }] }),
]
const withIssues = [
  journal,
  by('cataloguer', 'catalogue.addIssues', { titleId: 1, issues: [{ number: '1' }] }),
]
const articleRecord = { ...record, leader: '00000nab a2200000 a 4500' }
/** The boxes as the record fills them. */
const shown = { title: 'Đất rừng phương Nam', responsibility: 'Đoàn Giỏi', authors: 'Đoàn Giỏi', isbn }

type Refused = Example<'catalogue.addTitle'>
const badFields = [
  {
    name: 'checks the digit of an ISBN',
    input: { title: 'x', isbn: '9780306406158' },
    refuses: 'isbn_invalid',
  },
  { name: 'checks the digit of an ISSN', input: { title: 'x', issn: '1859-3101' }, refuses: 'issn_invalid' },
  { name: 'knows no such year yet', input: { title: 'x', publishedYear: 2199 }, refuses: 'year_in_future' },
  { name: 'knows no such language', input: { title: 'x', language: 'xxx' }, refuses: 'unknown_language' },
  { name: 'adds nothing tomorrow', input: { title: 'x', addedOn: '2199-01-01' }, refuses: 'added_in_future' },
  {
    name: 'stands in no title that is not there',
    input: { title: 'x', hostId: 404 },
    refuses: 'host_not_found',
  },
] as const
const badAdditions = badFields.map((each): Refused => ({ ...each, as: 'cataloguer' }))
const badChanges = badFields.map(({ input, ...each }): Example<'catalogue.updateTitle'> => ({
  ...each,
  as: 'cataloguer',
  before: [added],
  input: { ...input, id: 1, rev: 1 },
}))

type Part = Partial<ExamplesOf<'catalogue'>>

const finding = {
  search: [
    {
      name: 'finds a title without its accents',
      as: 'reader',
      before: [added, second],
      input: { text: 'dat rung' },
      answers: {
        rows: [{ id: 1, title: 'Đất rừng phương Nam', copies: 0 }],
        total: { count: 1, isExact: true },
        instead: [],
        gone: { count: 0, titles: [] },
      },
    },
    {
      name: 'opens any page of everything, in alphabetical order',
      as: 'desk',
      before: [second, added],
      input: { offset: 1, limit: 1 },
      answers: { rows: [{ title: 'Quê nội' }], total: { count: 2, isExact: true } },
    },
    {
      name: 'narrows by what was filtered',
      as: 'reader',
      before: [added, journal],
      input: { filters: { materials: ['serial'] } },
      answers: { rows: [{ title: 'Tạp chí Sông Hương' }], total: { count: 1 } },
    },
    { name: 'is for those who have signed in', as: 'stranger', input: {}, refuses: 'signed_out' },
  ],
  facets: [
    {
      name: 'counts what was found',
      as: 'reader',
      before: [added, journal],
      input: {},
      answers: {
        total: { count: 2, isExact: true },
        isEstimate: false,
        materials: among({ key: 'book', count: 1 }, { key: 'serial', count: 1 }),
        languages: [{ key: 'vie', count: 2 }],
      },
    },
  ],
  placeInList: [
    {
      name: 'says how many titles stand before a letter',
      as: 'reader',
      before: [added, second],
      input: { sort: 'title', from: 'Q' },
      answers: { offset: 1 },
    },
  ],
} satisfies Part

const titles = {
  title: [
    {
      name: 'shows what the form shows',
      as: 'reader',
      before: [added],
      input: { id: 1 },
      answers: {
        id: 1,
        rev: 1,
        isbn,
        language: 'vie',
        material: 'book',
        removedOn: null,
        mergedIntoId: null,
      },
    },
    { name: 'is not there', as: 'reader', input: { id: 404 }, refuses: 'title_not_found' },
    { name: 'is asked for by a number', as: 'reader', input: { id: -1 }, refuses: 'invalid_input' },
  ],
  record: [
    {
      name: 'is the whole MARC record, as it was brought in',
      as: 'reader',
      before: [by('cataloguer', 'catalogue.addTitle', { ...shown, record })],
      input: { id: 1 },
      answers: { id: 1, rev: 1, record },
    },
    { name: 'is not there', as: 'reader', input: { id: 404 }, refuses: 'title_not_found' },
  ],
  addTitle: [
    {
      name: 'stores text composed and trimmed',
      as: 'cataloguer',
      input: { title: '  Truyện  Kiều '.normalize('NFD'), publishedYear: 1820, addedOn: '2020-02-29' },
      answers: { id: 1, title: 'Truyện Kiều', publishedYear: 1820, addedOn: '2020-02-29', subtitle: '' },
    },
    {
      name: 'puts an article into its journal',
      as: 'cataloguer',
      before: [journal],
      input: { title: 'Huế xưa', material: 'article', hostId: 1 },
      answers: { id: 2, hostId: 1, material: 'article' },
    },
    {
      name: 'refuses an ISBN the library has, in its other form',
      as: 'cataloguer',
      before: [added],
      input: { title: 'Bản khác', isbn: '0-306-40615-2' },
      refuses: 'duplicate_isbn',
    },
    {
      name: 'takes an ISBN that volumes share when that is meant',
      as: 'cataloguer',
      before: [added],
      input: { title: 'Tập 2', isbn, isSameIsbnMeant: true },
      answers: { id: 2, isbn },
    },
    ...badAdditions,
    {
      name: 'takes no record that no other program could read',
      as: 'cataloguer',
      input: { title: 'x', record: impossible },
      refuses: 'marc_invalid',
    },
    { name: 'is not for readers', as: 'reader', input: { title: 'x' }, refuses: 'forbidden' },
  ],
  updateTitle: [
    {
      name: 'takes the next revision',
      as: 'cataloguer',
      before: [added],
      input: { id: 1, rev: 1, title: 'Đất rừng', isbn },
      answers: { rev: 2, title: 'Đất rừng' },
    },
    {
      name: 'has nothing to change',
      as: 'cataloguer',
      input: { id: 404, rev: 1, title: 'x' },
      refuses: 'title_not_found',
    },
    {
      name: 'does not overwrite a newer version',
      as: 'cataloguer',
      before: [added],
      input: { id: 1, rev: 9, title: 'x' },
      refuses: 'stale',
    },
    {
      name: 'takes no ISBN of another title',
      as: 'cataloguer',
      before: [added, second],
      input: { id: 2, rev: 1, title: 'x', isbn },
      refuses: 'duplicate_isbn',
    },
    {
      name: 'makes no link of what has copies',
      as: 'cataloguer',
      before: [added, ...accessioned],
      input: { id: 1, rev: 1, ...shown, material: 'link' },
      refuses: 'material_has_no_copies',
    },
    {
      name: 'makes no book of what has issues',
      as: 'cataloguer',
      before: withIssues,
      input: { id: 1, rev: 1, title: 'Tạp chí Sông Hương', material: 'book' },
      refuses: 'material_has_no_issues',
    },
    {
      name: 'makes no article of what has articles',
      as: 'cataloguer',
      before: [journal, article],
      input: { id: 1, rev: 1, title: 'Tạp chí Sông Hương', material: 'article' },
      refuses: 'material_has_no_articles',
    },
    ...badChanges,
  ],
  saveRecord: [
    {
      name: 'reads the form off the record',
      as: 'cataloguer',
      before: [second],
      input: { id: 1, rev: 1, record },
      answers: { id: 1, rev: 2, title: 'Đất rừng phương Nam', authors: 'Đoàn Giỏi', isbn },
    },
    {
      name: 'names the field that cannot be',
      as: 'cataloguer',
      before: [second],
      input: { id: 1, rev: 1, record: impossible },
      refuses: 'marc_invalid',
    },
    {
      name: 'asks about an ISBN of another title',
      as: 'cataloguer',
      before: [added, second],
      input: { id: 2, rev: 1, record },
      refuses: 'duplicate_isbn',
    },
    {
      name: 'has no title to go with',
      as: 'cataloguer',
      input: { id: 404, rev: 1, record },
      refuses: 'title_not_found',
    },
    {
      name: 'does not overwrite a newer version',
      as: 'cataloguer',
      before: [second],
      input: { id: 1, rev: 9, record },
      refuses: 'stale',
    },
    {
      name: 'makes no article of what has copies',
      as: 'cataloguer',
      before: [added, ...accessioned],
      input: { id: 1, rev: 1, record: articleRecord },
      refuses: 'material_has_no_copies',
    },
    {
      name: 'makes no article of what has issues',
      as: 'cataloguer',
      before: withIssues,
      input: { id: 1, rev: 1, record: articleRecord },
      refuses: 'material_has_no_issues',
    },
    {
      name: 'makes no article of what has articles',
      as: 'cataloguer',
      before: [journal, article],
      input: { id: 1, rev: 1, record: articleRecord },
      refuses: 'material_has_no_articles',
    },
  ],
  removeTitle: [
    {
      name: 'keeps the record',
      as: 'cataloguer',
      before: [added],
      input: { id: 1, rev: 1 },
      answers: { id: 1, rev: 2 },
    },
    {
      name: 'has nothing to remove',
      as: 'cataloguer',
      input: { id: 404, rev: 1 },
      refuses: 'title_not_found',
    },
    {
      name: 'leaves no copy without its title',
      as: 'cataloguer',
      before: [added, ...accessioned],
      input: { id: 1, rev: 1 },
      refuses: 'title_has_copies',
    },
    {
      name: 'leaves no article without its journal',
      as: 'cataloguer',
      before: [journal, article],
      input: { id: 1, rev: 1 },
      refuses: 'title_has_articles',
    },
  ],
  restoreTitle: [
    {
      name: 'puts the title back into stock',
      as: 'cataloguer',
      before: [added, removed],
      input: { id: 1, rev: 2 },
      answers: { rev: 3, removedOn: null },
    },
    {
      name: 'has nothing to restore',
      as: 'cataloguer',
      input: { id: 404, rev: 1 },
      refuses: 'title_not_found',
    },
    {
      name: 'leaves a merged title to the merge’s own undoing',
      as: 'cataloguer',
      before: [
        added,
        second,
        by('cataloguer', 'catalogue.mergeTitles', { keep: { id: 1, rev: 1 }, drop: [{ id: 2, rev: 1 }] }),
        by('cataloguer', 'catalogue.title', { id: 2 }),
      ],
      input: ({ values }) => ({ id: 2, rev: (values.at(-1) as { rev: number }).rev }),
      refuses: 'title_was_merged',
    },
    {
      name: 'puts no article back into a journal that is gone',
      as: 'cataloguer',
      before: [journal, article, by('cataloguer', 'catalogue.removeTitle', { id: 2, rev: 1 }), removed],
      input: { id: 2, rev: 2 },
      refuses: 'host_not_found',
    },
  ],
} satisfies Part

export const catalogue = {
  ...finding,
  ...titles,
  ...catalogueHeadings,
  ...catalogueBelongings,
  ...catalogueRounds,
} satisfies ExamplesOf<'catalogue'>
