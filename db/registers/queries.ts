import { registerColumns } from '../../shared/registers/rules.ts'
import type { QueriesOf } from '../context.ts'
import { figuresOf, openVouchers } from './closing.ts'
import { linesOfCopy, readBooks, readLines } from './reading.ts'

export const queries: QueriesOf<'registers'> = {
  books: (_, { db }) => readBooks(db),

  async book({ id }, { db, fail }) {
    return (await readBooks(db, id))[0] ?? fail('book_not_found', { id })
  },

  async lines({ bookId, offset, limit }, { db, fail }) {
    const [book] = await readBooks(db, bookId)
    if (!book) return fail('book_not_found', { id: bookId })
    return {
      columns: registerColumns[book.register].map(({ key }) => key),
      // Numbers follow one another without a gap, so a place in the book is a number.
      rows: await readLines(db, bookId, { from: offset + 1, to: offset + limit }),
      total: { count: book.lines, isExact: true },
    }
  },

  linesOf: ({ copyId }, { db }) => linesOfCopy(db, copyId),

  async previewClosing({ year }, { db }) {
    return { openVouchers: await openVouchers(db, year), ...(await figuresOf(db, year)) }
  },
}
