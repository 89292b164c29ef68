import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { registerColumns, type RegisterColumn } from '../../shared/registers/rules.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { Reader } from '../connection.ts'
import type { BookRow } from './reading.ts'
import { libraryWords } from '../words.ts'

export type Signer = { capacity: string; name: string }
/** All that stands on the pages of a book beside its lines. */
export type BookWords = {
  language: 'vi' | 'en'
  governingBody: string
  library: string
  name: string
  /** Year, and series where there is one. */
  which: string
  state: string
  columns: (RegisterColumn & { label: string })[]
  broughtForward: string
  ofPage: string
  carriedForward: string
  pageLabel: (page: number) => string
  closing: string
  signers: Signer[]
  hash: string
  signHere: string
  /** When the book was closed; an open one has no instant of its own. */
  closedAt: Date | null
}

export async function bookWords(db: Reader, book: BookRow): Promise<BookWords> {
  const t = await libraryWords(db)
  const library = await db
    .selectFrom('library')
    .select(['name', 'governingBody', 'language', 'signerTitle', 'signerName'])
    .executeTakeFirstOrThrow()
  const { year, seriesName, closedAt, hash, pages, lines } = book
  const former = book.mergerId === null ? null : await headOf(db, book.mergerId)
  const head = former ?? library
  const closedOn = closedAt === null ? '' : displayDate(isoDateAt(Date.parse(closedAt)))
  return {
    language: library.language,
    governingBody: head.governingBody,
    library: head.name,
    name: t(runtimeKey(`registers.kinds.${book.register}`)),
    which: seriesName
      ? t('registers.print.yearAndSeries', { year, series: seriesName })
      : t('registers.print.year', { year }),
    state: closedAt === null ? t('registers.print.open') : t('registers.print.closed', { on: closedOn }),
    columns: registerColumns[book.register].map((column) => ({
      ...column,
      label: t(runtimeKey(`registers.columns.${column.key}`)),
    })),
    broughtForward: t('registers.print.broughtForward'),
    ofPage: t('registers.print.ofPage'),
    carriedForward: t('registers.print.carriedForward'),
    pageLabel: (page) => t('registers.print.page', { page }),
    closing: closedAt === null ? '' : t('registers.print.closing', { year, lines, pages, on: closedOn }),
    signers: [
      { capacity: t('registers.print.keeper'), name: '' },
      {
        capacity: head.signerTitle || t('registers.print.director'),
        // Names of the former unit's people did not come over; who signed is on the paper it kept.
        name: former ? '' : library.signerName,
      },
    ],
    hash: hash === null ? '' : t('registers.print.hash', { hash }),
    signHere: t('documents.ending.signHere'),
    closedAt: closedAt === null ? null : new Date(closedAt),
  }
}

type Head = { name: string; governingBody: string; signerTitle: string }

/** A book that another library kept before it was merged into this one prints under its name, as it always did. */
async function headOf(db: Reader, mergerId: number): Promise<Head> {
  const { unitName, letterhead } = await db
    .selectFrom('merger')
    .select(['unitName', 'letterhead'])
    .where('id', '=', mergerId)
    .executeTakeFirstOrThrow()
  return { name: unitName, ...(JSON.parse(letterhead) as Omit<Head, 'name'>) }
}
