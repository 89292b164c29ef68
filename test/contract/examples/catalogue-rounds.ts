import { by, type ExamplesOf } from '../example.ts'

const book = by('cataloguer', 'catalogue.addTitle', { title: 'Số đỏ', publisher: 'NXB Văn học' })
const twin = by('cataloguer', 'catalogue.addTitle', {
  title: 'Số đỏ',
  authors: 'Vũ Trọng Phụng',
  publisher: 'NXB Văn học',
})
const serial = by('cataloguer', 'catalogue.addTitle', { title: 'Tạp chí Thư viện', material: 'serial' })
const link = by('cataloguer', 'catalogue.addTitle', { title: 'Số đỏ trên mạng', material: 'link' })
/** One copy of the first title. */
const accessioned = [
  by('cataloguer', 'copies.addSeries', { name: 'Sách', prefix: 'VL.' }),
  by('cataloguer', 'copies.addVoucher', { number: '1/2026', receivedOn: '2026-01-05', source: 'purchase' }),
  by('cataloguer', 'copies.accession', { voucherId: 1, copies: [{ titleId: 1, seriesId: 1, siteId: 1 }] }),
]
const keep = { id: 1, rev: 1 }
const drop = [{ id: 2, rev: 1 }]
const merged = [book, twin, by('cataloguer', 'catalogue.mergeTitles', { keep, drop })]
const edit = { kind: 'replace', field: 'publisher', find: 'NXB', replacement: 'Nhà xuất bản' } as const
const title = { kind: 'remove_marc', tag: '245' } as const
const one = { ids: [1] }
const edited = [book, by('cataloguer', 'catalogue.editTitles', { selection: one, edit })]
const undone = [...edited, by('cataloguer', 'catalogue.undoEdit', { id: 1 })]
const saved = by('reader', 'catalogue.saveSearch', { name: 'Văn học', search: { text: 'van hoc' } })
/** 20,001 titles at a stroke, which no person could add. */
const aFlood = [
  `with recursive n(i) as (select 1 union all select i + 1 from n where i < 20001)
   insert into title (title, subtitle, responsibility, publisher, isbn, language, ddc, note, addedOn, createdAt, updatedAt, sortKey, foldedTitle)
   select 'x', '', '', '', '', 'vie', '', '', '2020-01-01', '2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z', 'x', 'x' from n`,
]
const everything = { search: {} }

type Covered = Pick<
  ExamplesOf<'catalogue'>,
  | 'duplicates'
  | 'twinOf'
  | 'previewMerge'
  | 'previewEdit'
  | 'edits'
  | 'merges'
  | 'savedSearches'
  | 'mergeTitles'
  | 'undoMerge'
  | 'saveSearch'
  | 'forgetSearch'
  | 'editTitles'
  | 'undoEdit'
  | 'exportList'
>

export const catalogueRounds = {
  duplicates: [
    {
      name: 'groups titles that look like one',
      as: 'cataloguer',
      before: [book, twin, serial],
      input: { by: 'title' },
      answers: { rows: [{ key: 'Số đỏ', titles: [{ id: 1 }, { id: 2 }] }], next: null },
    },
  ],
  twinOf: [
    {
      name: 'finds the title that a new one looks like',
      as: 'cataloguer',
      before: [book],
      input: { title: 'SỐ ĐỎ', publisher: 'NXB Văn học' },
      answers: { id: 1, title: 'Số đỏ', copies: 0, by: 'title' },
    },
  ],
  previewMerge: [
    {
      name: 'shows what would be taken over',
      as: 'cataloguer',
      before: [book, twin],
      input: { keepId: 1, dropIds: [2] },
      answers: { differing: ['authors'], takenOver: [{ fromId: 2, tag: '100', text: 'Vũ Trọng Phụng' }] },
    },
    {
      name: 'has no such title',
      as: 'cataloguer',
      before: [book],
      input: { keepId: 1, dropIds: [9] },
      refuses: 'title_not_found',
    },
    {
      name: 'needs another title',
      as: 'cataloguer',
      before: [book],
      input: { keepId: 1, dropIds: [1] },
      refuses: 'same_title',
    },
  ],
  previewEdit: [
    {
      name: 'shows before and after',
      as: 'cataloguer',
      before: [book],
      input: { selection: one, edit },
      answers: {
        count: 1,
        changed: 1,
        refused: 0,
        rows: [{ before: 'NXB Văn học', after: 'Nhà xuất bản Văn học' }],
      },
    },
    {
      name: 'takes no name from a record',
      as: 'cataloguer',
      before: [book],
      input: { selection: one, edit: title },
      refuses: 'edit_impossible',
    },
    {
      name: 'asks to narrow down',
      as: 'cataloguer',
      upset: aFlood,
      input: { selection: everything, edit },
      refuses: 'too_many_titles',
    },
  ],
  edits: [
    {
      name: 'lists what was done to many titles',
      as: 'reader',
      before: edited,
      input: {},
      answers: { rows: [{ id: 1, edit, titles: 1, undoneAt: null }], next: null },
    },
  ],
  merges: [
    {
      name: 'lists what became one',
      as: 'reader',
      before: merged,
      input: {},
      answers: {
        rows: [{ id: 1, keptId: 1, keptTitle: 'Số đỏ', droppedTitle: 'Số đỏ', undoneAt: null }],
        next: null,
      },
    },
  ],
  savedSearches: [
    {
      name: 'lists one’s own',
      as: 'reader',
      before: [saved],
      input: {},
      answers: [{ id: 1, name: 'Văn học', search: { text: 'van hoc', sort: 'relevance' } }],
    },
    { name: 'shows nobody else’s', as: 'desk', before: [saved], input: {}, answers: [] },
  ],
  mergeTitles: [
    {
      name: 'leaves one title with what both had',
      as: 'cataloguer',
      before: [book, twin],
      input: { keep, drop },
      answers: { id: 1, authors: 'Vũ Trọng Phụng', mergeIds: [1] },
    },
    {
      name: 'has no such title',
      as: 'cataloguer',
      before: [book],
      input: { keep, drop },
      refuses: 'title_not_found',
    },
    {
      name: 'needs another title',
      as: 'cataloguer',
      before: [book],
      input: { keep, drop: [keep] },
      refuses: 'same_title',
    },
    {
      name: 'gives a link no copies',
      as: 'cataloguer',
      before: [book, link, ...accessioned],
      input: { keep: drop[0] ?? keep, drop: [keep] },
      refuses: 'material_has_no_copies',
    },
    {
      name: 'gives a book no issues',
      as: 'cataloguer',
      before: [
        serial,
        book,
        by('cataloguer', 'catalogue.addIssues', { titleId: 1, issues: [{ number: '1' }] }),
      ],
      input: { keep: drop[0] ?? keep, drop: [keep] },
      refuses: 'material_has_no_issues',
    },
    {
      name: 'puts no journal into its own article',
      as: 'cataloguer',
      before: [
        serial,
        by('cataloguer', 'catalogue.addTitle', { title: 'Huế xưa', material: 'article', hostId: 1 }),
      ],
      input: { keep: drop[0] ?? keep, drop: [keep] },
      refuses: 'material_has_no_articles',
    },
  ],
  undoMerge: [
    {
      name: 'brings the other title back',
      as: 'cataloguer',
      before: merged,
      input: { ids: [1] },
      answers: [{ id: 2, removedOn: null }],
    },
    { name: 'has no such merge', as: 'cataloguer', input: { ids: [9] }, refuses: 'merge_not_found' },
    {
      name: 'loses no later change',
      as: 'cataloguer',
      before: merged,
      upset: ['update title set rev = rev + 1 where id = 1'],
      input: { ids: [1] },
      refuses: 'changed_since',
    },
  ],
  saveSearch: [
    {
      name: 'keeps a search by its name',
      as: 'reader',
      input: { name: ' Địa chí ', search: { filters: { classes: ['local_history'] } } },
      answers: {
        id: 1,
        name: 'Địa chí',
        search: { text: '', filters: { classes: ['local_history'], languages: [] } },
      },
    },
  ],
  forgetSearch: [{ name: 'drops it', as: 'reader', before: [saved], input: { id: 1 }, answers: { id: 1 } }],
  editTitles: [
    {
      name: 'changes what it can and counts it',
      as: 'cataloguer',
      before: [book],
      input: { selection: one, edit },
      answers: { editId: 1, changed: 1, refused: 0 },
    },
    {
      name: 'takes no name from a record',
      as: 'cataloguer',
      before: [book],
      input: { selection: one, edit: title },
      refuses: 'edit_impossible',
    },
    {
      name: 'asks to narrow down',
      as: 'cataloguer',
      upset: aFlood,
      input: { selection: everything, edit },
      refuses: 'too_many_titles',
    },
  ],
  undoEdit: [
    {
      name: 'gives the former records back',
      as: 'cataloguer',
      before: edited,
      input: { id: 1 },
      answers: { undone: 1, left: 0 },
    },
    { name: 'has no such edit', as: 'cataloguer', input: { id: 9 }, refuses: 'edit_not_found' },
    { name: 'is done once', as: 'cataloguer', before: undone, input: { id: 1 }, refuses: 'edit_undone' },
  ],
  exportList: [
    {
      name: 'writes what a search finds',
      as: 'reader',
      before: [book, twin, serial],
      input: { selection: { search: { text: 'số đỏ' } }, format: 'csv' },
      answers: { titles: 2 },
    },
  ],
} satisfies Covered
