import type { Reader } from '../connection.ts'
import type { OfficialDocument } from '../documents/index.ts'

/** The official head and foot of a paper of this library: who writes, and who signs. */
export async function frameOf(
  db: Reader,
  { kind, number, date }: { kind: 'BC' | 'BN' | 'TV'; number: string; date: string | null },
): Promise<Pick<OfficialDocument, 'language' | 'letterhead'> & { signerTitle: string; signerName: string }> {
  const library = await db.selectFrom('library').selectAll().executeTakeFirstOrThrow()
  const own = /^BC\b/.test(library.reportSymbol)
  // The library's own part of the symbol follows the kind of the paper; a letter has no kind before it.
  const rest = library.reportSymbol.replace(/^BC-?/, '')
  const symbol = !own ? '' : kind === 'TV' ? rest : `${kind}${rest === '' ? '' : `-${rest}`}`
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
    signerTitle: library.signerTitle,
    signerName: library.signerName,
  }
}
