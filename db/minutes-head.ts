import type { Reader } from './connection.ts'
import type { OfficialDocument } from './documents/index.ts'

/** The official head of this library's minutes. */
export async function letterheadOf(
  db: Reader,
  { number, date }: { number: string; date: string | null },
): Promise<Pick<OfficialDocument, 'language' | 'letterhead'>> {
  const library = await db.selectFrom('library').selectAll().executeTakeFirstOrThrow()
  const symbol = /^BC\b/.test(library.reportSymbol) ? library.reportSymbol.replace(/^BC/, 'BB') : ''
  return {
    language: library.language,
    letterhead: {
      governingBody: library.governingBody,
      issuingBody: library.name,
      number,
      symbol,
      place: library.placeName,
      date,
    },
  }
}
