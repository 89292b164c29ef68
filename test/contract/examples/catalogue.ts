import { by, type ExamplesOf } from '../example.ts'

const isbn = '9780306406157'
const added = by('cataloguer', 'catalogue.addTitle', { title: 'Đất rừng phương Nam', isbn })
const removed = by('cataloguer', 'catalogue.removeTitle', { id: 1, rev: 1 })
const second = by('cataloguer', 'catalogue.addTitle', { title: 'Quê nội' })

export const catalogue = {
  search: [
    {
      name: 'finds a title without its accents',
      as: 'reader',
      before: [added, second],
      input: { text: 'dat rung' },
      answers: {
        rows: [{ id: 1, title: 'Đất rừng phương Nam' }],
        next: null,
        total: { count: 1, isExact: true },
      },
    },
    {
      name: 'lists everything in alphabetical order when asked for nothing',
      as: 'desk',
      before: [second, added],
      input: { limit: 1 },
      answers: { rows: [{ title: 'Đất rừng phương Nam' }], total: { count: 2 } },
    },
    { name: 'is for those who have signed in', as: 'stranger', input: {}, refuses: 'signed_out' },
  ],
  title: [
    {
      name: 'shows the whole record',
      as: 'reader',
      before: [added],
      input: { id: 1 },
      answers: { id: 1, rev: 1, isbn, language: 'vie', removedOn: null },
    },
    { name: 'is not there', as: 'reader', input: { id: 404 }, refuses: 'title_not_found' },
    { name: 'is asked for by a number', as: 'reader', input: { id: -1 }, refuses: 'invalid_input' },
  ],
  addTitle: [
    {
      name: 'stores text composed and trimmed',
      as: 'cataloguer',
      input: { title: '  Truyện  Kiều '.normalize('NFD'), publishedYear: 1820, addedOn: '2020-02-29' },
      answers: { id: 1, title: 'Truyện Kiều', publishedYear: 1820, addedOn: '2020-02-29', subtitle: '' },
    },
    {
      name: 'refuses an ISBN the library has, in its other form',
      as: 'cataloguer',
      before: [added],
      input: { title: 'Bản khác', isbn: '0-306-40615-2' },
      refuses: 'duplicate_isbn',
    },
    {
      name: 'checks the digit',
      as: 'cataloguer',
      input: { title: 'x', isbn: '9780306406158' },
      refuses: 'isbn_invalid',
    },
    {
      name: 'knows no such year yet',
      as: 'cataloguer',
      input: { title: 'x', publishedYear: 2199 },
      refuses: 'year_in_future',
    },
    {
      name: 'knows no such language',
      as: 'cataloguer',
      input: { title: 'x', language: 'xxx' },
      refuses: 'unknown_language',
    },
    {
      name: 'adds nothing tomorrow',
      as: 'cataloguer',
      input: { title: 'x', addedOn: '2199-01-01' },
      refuses: 'added_in_future',
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
      name: 'checks the digit',
      as: 'cataloguer',
      before: [added],
      input: { id: 1, rev: 1, title: 'x', isbn: '123' },
      refuses: 'isbn_invalid',
    },
    {
      name: 'knows no such year yet',
      as: 'cataloguer',
      before: [added],
      input: { id: 1, rev: 1, title: 'x', publishedYear: 2199 },
      refuses: 'year_in_future',
    },
    {
      name: 'knows no such language',
      as: 'cataloguer',
      before: [added],
      input: { id: 1, rev: 1, title: 'x', language: 'xxx' },
      refuses: 'unknown_language',
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
      name: 'gives way to a title that has taken its ISBN since',
      as: 'cataloguer',
      before: [added, removed, by('cataloguer', 'catalogue.addTitle', { title: 'Bản mới', isbn })],
      input: { id: 1, rev: 2 },
      refuses: 'duplicate_isbn',
    },
  ],
} satisfies ExamplesOf<'catalogue'>
