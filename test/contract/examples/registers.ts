import { by, type ExamplesOf } from '../example.ts'
import { closed, completed, entered, stocked } from './copy-steps.ts'
import { neighbour, staged, written } from './merger-steps.ts'

const here = [...stocked, entered]
const refused = <Code extends string>(refuses: Code, name: string) =>
  ({ as: 'cataloguer', name, refuses }) as const
const cells = ['01/03/2020', 'VN.000001', 'Dế Mèn', '', '', '12.000', 'CT-01', 'Kho chính', '', '']
const corrected = [
  '01/03/2020',
  'VN.000001',
  'Dế Mèn',
  'Kim Đồng',
  '',
  '12.000',
  'CT-01',
  'Kho chính',
  '',
  '',
]
const byHand = { lineId: 1, cells: corrected, reason: 'Ghi thiếu' }

export const registers = {
  books: [
    {
      name: 'are one for each year and series, and one for each part',
      as: 'reader',
      before: [...here, completed],
      input: {},
      answers: [
        { register: 'accessions', year: 2020, seriesId: null, lines: 1, pages: 1 },
        { register: 'individual', year: 2020, seriesId: 1, seriesName: 'Sách', lines: 2, closedAt: null },
      ],
    },
  ],
  book: [
    {
      name: 'is sealed',
      as: 'reader',
      before: closed,
      input: { id: 1 },
      answers: { lines: 2, register: 'individual' },
    },
    { name: 'is not there', as: 'reader', input: { id: 404 }, refuses: 'book_not_found' },
  ],
  lines: [
    {
      name: 'are as they were written',
      as: 'reader',
      before: here,
      input: { bookId: 1, offset: 0, limit: 1 },
      answers: {
        rows: [{ number: 1, page: 1, kind: 'entry', corrects: null, correctedBy: null, cells }],
        total: { count: 2, isExact: true },
      },
    },
    { name: 'belong to a book', as: 'reader', input: { bookId: 404 }, refuses: 'book_not_found' },
  ],
  linesOf: [
    {
      name: 'tells where a copy stands',
      as: 'reader',
      before: [...here, by('cataloguer', 'registers.correctLine', byHand)],
      input: { copyId: 1 },
      answers: [
        {
          bookId: 1,
          register: 'individual',
          year: 2020,
          seriesName: 'Sách',
          number: 1,
          page: 1,
          correctedBy: 3,
        },
        { bookId: 1, number: 3, kind: 'correction', corrects: 1 },
      ],
    },
    { name: 'are none where there is no copy', as: 'reader', input: { copyId: 404 }, answers: [] },
  ],
  previewClosing: [
    {
      name: 'says what stands in the way',
      as: 'director',
      before: here,
      input: { year: 2020 },
      answers: {
        openVouchers: [{ id: 1, number: 'CT-01' }],
        broughtForward: 0,
        broughtForwardTitles: 0,
        adjusted: 0,
        cameIn: 2,
        wentOut: 0,
        held: 2,
        heldTitles: 1,
      },
    },
  ],
  closeYear: [
    {
      name: 'seals every book of the year',
      as: 'director',
      before: [...here, completed],
      input: { year: 2020 },
      answers: { books: 3, lines: 4 },
    },
    { ...refused('year_is_closed', 'is done once'), before: closed, input: { year: 2020 } },
    { ...refused('year_not_over', 'waits for the last day'), input: { year: 2199 } },
    { ...refused('vouchers_open', 'waits for deliveries'), before: here, input: { year: 2020 } },
    {
      ...refused('earlier_year_open', 'goes year by year'),
      before: [...here, completed],
      input: { year: 2021 },
    },
  ],
  correctLine: [
    {
      name: 'writes a new line and names the old one',
      as: 'cataloguer',
      before: here,
      input: byHand,
      answers: { number: 3, kind: 'correction', corrects: 1, correctedBy: null },
    },
    { ...refused('line_not_found', 'needs a line'), input: byHand },
    {
      ...refused('line_corrected', 'puts a line right once'),
      before: [...here, by('cataloguer', 'registers.correctLine', byHand)],
      input: byHand,
    },
    { ...refused('cells_wrong', 'keeps to the columns'), before: here, input: { ...byHand, cells: ['x'] } },
    { ...refused('nothing_changed', 'has something to say'), before: here, input: { ...byHand, cells } },
    {
      ...refused('book_of_former_unit', 'leaves the book of another library as it came'),
      file: neighbour,
      before: [staged, written],
      input: { ...byHand, lineId: 5 },
    },
  ],
  printBook: [
    {
      name: 'lays the book out',
      as: 'reader',
      before: closed,
      input: { bookId: 1, format: 'pdf' },
      answers: { file: { name: 'so-dang-ky-ca-biet-2020.pdf' }, pages: 1 },
    },
    { name: 'needs a book', as: 'reader', input: { bookId: 404, format: 'xlsx' }, refuses: 'book_not_found' },
    {
      name: 'has no such pages',
      as: 'reader',
      before: here,
      input: { bookId: 1, format: 'xlsx', fromPage: 2 },
      refuses: 'pages_wrong',
    },
  ],
} satisfies ExamplesOf<'registers'>
