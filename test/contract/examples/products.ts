import { by, type ExamplesOf } from '../example.ts'

const fields = { kind: 'bibliography', name: 'Sách mới tháng 10' } as const
const title = by('cataloguer', 'catalogue.addTitle', {
  title: 'Đất rừng phương Nam',
  authors: 'Đoàn Giỏi',
  responsibility: 'Đoàn Giỏi',
  place: 'Hà Nội',
  publisher: 'Kim Đồng',
  publishedYear: 2020,
  ddc: '895.922334',
})
const second = by('cataloguer', 'catalogue.addTitle', { title: 'Huế xưa', ddc: '959.749' })
const empty = by('cataloguer', 'products.addProduct', fields)
const made = by('cataloguer', 'products.addProduct', { ...fields, selection: { ids: [1] } })
const issued = by('cataloguer', 'products.issueProduct', { id: 1, rev: 1, issuedOn: '2026-01-05' })
/** More titles than a product holds, written by another program: the first one again and again. */
const manyTitles = [
  `create temp table many as
  with recursive n (i) as (select 2 union all select i + 1 from n where i <= 5000)
  select n.i, title.* from n, title where title.id = 1`,
  'alter table many drop column id',
  'insert into title select * from many',
]
const everything = { search: { text: '', sort: 'title' } } as const

export const products = {
  list: [
    {
      name: 'shows the newest first',
      as: 'reader',
      before: [title, empty, made],
      input: {},
      answers: {
        rows: [
          { id: 2, titles: 1 },
          { id: 1, titles: 0 },
        ],
        next: null,
      },
    },
  ],
  product: [
    {
      name: 'is grouped by class and indexed unless told otherwise',
      as: 'reader',
      before: [empty],
      input: { id: 1 },
      answers: { ...fields, rev: 1, titles: 0, groupBy: 'ddc', hasAuthorIndex: true, issuedOn: null },
    },
    { name: 'is not there', as: 'reader', input: { id: 404 }, refuses: 'product_not_found' },
  ],
  entries: [
    {
      name: 'are numbered through their groups',
      as: 'reader',
      before: [title, second, by('cataloguer', 'products.addProduct', { ...fields, selection: everything })],
      input: { productId: 1 },
      answers: {
        rows: [
          {
            number: 1,
            titleId: 1,
            heading: 'Đoàn Giỏi',
            entry: 'Đất rừng phương Nam / Đoàn Giỏi. - Hà Nội : Kim Đồng, 2020',
          },
          { number: 2, titleId: 2, heading: '', entry: 'Huế xưa' },
        ],
        total: { count: 2, isExact: true },
      },
    },
    {
      name: 'are those of no such product',
      as: 'reader',
      input: { productId: 404 },
      refuses: 'product_not_found',
    },
  ],
  addProduct: [
    {
      name: 'begins with what was chosen',
      as: 'cataloguer',
      before: [title, second],
      input: { ...fields, selection: { ids: [1, 2] } },
      answers: { id: 1, rev: 1, titles: 2 },
    },
    {
      name: 'has an end',
      as: 'cataloguer',
      before: [title],
      upset: manyTitles,
      input: { ...fields, selection: everything },
      refuses: 'too_many_titles',
    },
    { name: 'is not for readers', as: 'reader', input: fields, refuses: 'forbidden' },
  ],
  updateProduct: [
    {
      name: 'changes what stands around the entries',
      as: 'cataloguer',
      before: [empty],
      input: { ...fields, id: 1, rev: 1, groupBy: 'author', foreword: 'Thư viện giới thiệu.' },
      answers: { rev: 2, groupBy: 'author', foreword: 'Thư viện giới thiệu.' },
    },
    {
      name: 'does not write over a newer version',
      as: 'cataloguer',
      before: [empty, by('cataloguer', 'products.updateProduct', { ...fields, id: 1, rev: 1 })],
      input: { ...fields, id: 1, rev: 1 },
      refuses: 'stale',
    },
    {
      name: 'finds nothing to change',
      as: 'cataloguer',
      input: { ...fields, id: 404, rev: 1 },
      refuses: 'product_not_found',
    },
    {
      name: 'leaves an issued one as it is',
      as: 'cataloguer',
      before: [title, made, issued],
      input: { ...fields, id: 1, rev: 2 },
      refuses: 'product_issued',
    },
  ],
  addTitles: [
    {
      name: 'puts each title in once',
      as: 'cataloguer',
      before: [title, second, made],
      input: { id: 1, selection: { ids: [1, 2] } },
      answers: { titles: 2, rev: 2 },
    },
    {
      name: 'has nowhere to put them',
      as: 'cataloguer',
      input: { id: 404, selection: { ids: [1] } },
      refuses: 'product_not_found',
    },
    {
      name: 'leaves an issued one as it is',
      as: 'cataloguer',
      before: [title, second, made, issued],
      input: { id: 1, selection: { ids: [2] } },
      refuses: 'product_issued',
    },
    {
      name: 'has an end',
      as: 'cataloguer',
      before: [title, empty],
      upset: manyTitles,
      input: { id: 1, selection: everything },
      refuses: 'too_many_titles',
    },
  ],
  removeTitles: [
    {
      name: 'takes titles out again',
      as: 'cataloguer',
      before: [title, made],
      input: { id: 1, titleIds: [1] },
      answers: { titles: 0, rev: 2 },
    },
    {
      name: 'has nothing to take them from',
      as: 'cataloguer',
      input: { id: 404, titleIds: [1] },
      refuses: 'product_not_found',
    },
    {
      name: 'leaves an issued one as it is',
      as: 'cataloguer',
      before: [title, made, issued],
      input: { id: 1, titleIds: [1] },
      refuses: 'product_issued',
    },
  ],
  issueProduct: [
    {
      name: 'fixes the entries as of a day',
      as: 'activities',
      before: [title, made],
      input: { id: 1, rev: 1, issuedOn: '2026-01-05' },
      answers: { rev: 2, issuedOn: '2026-01-05', titles: 1 },
    },
    {
      name: 'finds nothing to issue',
      as: 'cataloguer',
      input: { id: 404, rev: 1, issuedOn: '2026-01-05' },
      refuses: 'product_not_found',
    },
    {
      name: 'is done once',
      as: 'cataloguer',
      before: [title, made, issued],
      input: { id: 1, rev: 2, issuedOn: '2026-01-05' },
      refuses: 'product_issued',
    },
    {
      name: 'needs an entry',
      as: 'cataloguer',
      before: [empty],
      input: { id: 1, rev: 1, issuedOn: '2026-01-05' },
      refuses: 'product_empty',
    },
    {
      name: 'is not done tomorrow',
      as: 'cataloguer',
      before: [title, made],
      input: { id: 1, rev: 1, issuedOn: '2199-01-01' },
      refuses: 'issued_in_future',
    },
  ],
  reopenProduct: [
    {
      name: 'lets an issued one change again',
      as: 'cataloguer',
      before: [title, made, issued],
      input: { id: 1, rev: 2 },
      answers: { rev: 3, issuedOn: null },
    },
    {
      name: 'finds nothing to reopen',
      as: 'cataloguer',
      input: { id: 404, rev: 1 },
      refuses: 'product_not_found',
    },
    {
      name: 'is for issued ones',
      as: 'cataloguer',
      before: [empty],
      input: { id: 1, rev: 1 },
      refuses: 'product_not_issued',
    },
  ],
  removeProduct: [
    {
      name: 'takes a product away with its list of titles',
      as: 'cataloguer',
      before: [title, made],
      input: { id: 1, rev: 1 },
      answers: { id: 1 },
    },
    {
      name: 'finds nothing to take away',
      as: 'cataloguer',
      input: { id: 404, rev: 1 },
      refuses: 'product_not_found',
    },
    {
      name: 'leaves an issued one as it is',
      as: 'cataloguer',
      before: [title, made, issued],
      input: { id: 1, rev: 2 },
      refuses: 'product_issued',
    },
  ],
  produce: [
    {
      name: 'writes a file that Word opens',
      as: 'reader',
      before: [title, made],
      input: { id: 1, format: 'docx' },
      answers: { file: { name: 'sach-moi-thang-10.docx' } },
    },
    {
      name: 'writes a file to print',
      as: 'reader',
      before: [title, made],
      input: { id: 1, format: 'pdf' },
      answers: { file: { name: 'sach-moi-thang-10.pdf' } },
    },
    {
      name: 'is of no such product',
      as: 'reader',
      input: { id: 404, format: 'pdf' },
      refuses: 'product_not_found',
    },
    {
      name: 'needs an entry',
      as: 'reader',
      before: [empty],
      input: { id: 1, format: 'pdf' },
      refuses: 'product_empty',
    },
  ],
} satisfies ExamplesOf<'products'>
