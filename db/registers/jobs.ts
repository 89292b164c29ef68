import type { JobsOf } from '../context.ts'
import { pagesOf, type PrintedPage } from './pages.ts'
import { bookWords } from './print-words.ts'
import { readBooks } from './reading.ts'

/** Beyond so many pages a file is too large to open on the PCs of a library. */
const mostPages = 200

export const jobs: JobsOf<'registers'> = {
  printBook: {
    async run({ bookId, format, fromPage, toPage }, { db, fail, progress, offerFile }) {
      const book = (await readBooks(db, bookId))[0] ?? fail('book_not_found', { id: bookId })
      const { pages } = book
      const to = toPage ?? Math.min(pages, fromPage + mostPages - 1)
      if (fromPage > to || to > pages || to - fromPage >= mostPages)
        fail('pages_wrong', { from: fromPage, to, pages, most: mostPages })
      const printed: PrintedPage[] = []
      for await (const page of pagesOf(db, book, { from: fromPage, to })) {
        printed.push(page)
        progress(printed.length, to - fromPage + 1)
      }
      const words = await bookWords(db, book)
      const bytes =
        format === 'pdf'
          ? await (await import('./print-pdf.ts')).bookPdf(words, printed, to === pages)
          : await (await import('./print-xlsx.ts')).bookXlsx(words, printed, to === pages)
      const name = `so-${names[book.register]}-${book.year}.${format}`
      return { file: await offerFile(name, bytes), pages: printed.length }
    },
  },
}

const names = {
  individual: 'dang-ky-ca-biet',
  accessions: 'tong-quat-phan-1',
  withdrawals: 'tong-quat-phan-2',
  stock: 'tong-quat-phan-3',
} as const
