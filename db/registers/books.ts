import { linesPerPage } from '../../shared/registers/rules.ts'
import type { RegisterKind } from '../../shared/registers/contract.ts'
import type { Reader, Writer } from '../connection.ts'

export type BookKey = { register: RegisterKind; year: number; seriesId: number | null }

/** The book of that year and, for the individual register, that series; begun with its first line. */
export async function bookFor(db: Writer, { register, year, seriesId }: BookKey): Promise<number> {
  const known = await db
    .selectFrom('registerBook')
    .select('id')
    .where('register', '=', register)
    .where('year', '=', year)
    .where('seriesId', 'is', seriesId)
    .where('mergerId', 'is', null)
    .executeTakeFirst()
  if (known) return known.id
  const { id } = await db
    .insertInto('registerBook')
    .values({ register, year, seriesId, linesPerPage })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function lastLineOf(db: Reader, bookId: number): Promise<number> {
  const { last } = await db
    .selectFrom('registerLine')
    .select((is) => is.fn.max<number | null>('number').as('last'))
    .where('bookId', '=', bookId)
    .executeTakeFirstOrThrow()
  return last ?? 0
}

/** The running number of a year's entries in a part of the general register; corrections have none of their own. */
export async function nextOrder(db: Reader, register: RegisterKind, year: number): Promise<string> {
  const { entries } = await db
    .selectFrom('registerLine')
    .innerJoin('registerBook', 'registerBook.id', 'registerLine.bookId')
    .select((is) => is.fn.countAll<number>().as('entries'))
    .where('registerBook.register', '=', register)
    .where('registerBook.year', '=', year)
    .where('registerBook.mergerId', 'is', null)
    .where('registerLine.kind', '=', 'entry')
    .executeTakeFirstOrThrow()
  return String(entries + 1)
}
