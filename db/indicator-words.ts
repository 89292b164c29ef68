import { findIndicator, textKeyOf } from '../shared/indicators/formulas.ts'
import { runtimeKey, type Language } from '../shared/texts.ts'
import type { Reader } from './connection.ts'
import { libraryLanguage, wordsIn } from './words.ts'

export type IndicatorWords = {
  name: (code: string) => string
  unit: (code: string) => string
  isKnown: (code: string) => boolean
  /** The first day on which it is no longer told. */
  withdrawnOn: (code: string) => string | null
}

/** What figures are called and told in, the library's own as the newest of their versions says. */
export async function indicatorWords(db: Reader, asked?: Language): Promise<IndicatorWords> {
  const language = asked ?? (await libraryLanguage(db))
  const t = wordsIn[language]
  const versions = await db
    .selectFrom('ownIndicatorVersion')
    .innerJoin('ownIndicator', 'ownIndicator.id', 'indicatorId')
    .select(['code', 'name', 'nameEn', 'unit', 'unitEn', 'withdrawnOn'])
    .orderBy('version')
    .execute()
  const own = new Map(versions.map((version) => [version.code, version]))
  const word = (part: 'name' | 'unit') => (code: string) => {
    const mine = own.get(code)
    if (mine) return (language === 'en' && mine[`${part}En`]) || mine[part]
    return findIndicator(code) ? t(runtimeKey(`indicators.${part}s.${textKeyOf(code)}`)) : code
  }
  return {
    name: word('name'),
    unit: word('unit'),
    withdrawnOn: (code) => own.get(code)?.withdrawnOn ?? findIndicator(code)?.withdrawnOn ?? null,
    isKnown: (code) => own.has(code) || findIndicator(code) !== undefined,
  }
}
