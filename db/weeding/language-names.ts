import type { Language } from '../../shared/texts.ts'
import type { Reader } from '../connection.ts'

/** Languages of documents as the library names them; a code no list knows stays as it is. */
export async function languageNames(db: Reader, language: Language): Promise<(code: string) => string> {
  const terms = await db
    .selectFrom('referenceTerm')
    .select(['code', 'name', 'nameEn'])
    .where('list', '=', 'language')
    .execute()
  const nameByCode = new Map(terms.map(({ code, name, nameEn }) => [code, language === 'en' ? nameEn : name]))
  return (code) => nameByCode.get(code) ?? code
}
