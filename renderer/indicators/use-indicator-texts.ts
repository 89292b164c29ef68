import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { findIndicator, textKeyOf } from '../../shared/indicators/formulas.ts'
import { ownFormulaText } from '../../shared/indicators/own-text.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { useQuery } from '../app/operations.ts'

/** Where the rows behind a figure are shown; `from` is the page to go back to, if that is not the list of all figures. */
export function explainPath(code: string, period: string, from?: ExplainedFrom): string {
  const back = from === undefined ? '' : `&from=${from}`
  return `/indicators/${code}?period=${period}${back}`
}

/** The home page, the year's, or the report of a period by its id. */
export type ExplainedFrom = 'home' | 'year' | `${number}`

/** What figures are called: the catalogue's in its texts, the library's own as the library writes them. */
export function useIndicatorTexts() {
  const { t, i18n } = useTranslation()
  const own = useQuery('indicators.own', {}).value
  return useMemo(() => {
    const byCode = new Map((own ?? []).map((indicator) => [indicator.code, indicator.versions]))
    const word = (part: 'name' | 'unit') => (code: string) => {
      const mine = byCode.get(code)?.[0]
      if (mine) return (i18n.language === 'en' && mine[`${part}En`]) || mine[part]
      return findIndicator(code) ? t(runtimeKey(`indicators.${part}s.${textKeyOf(code)}`)) : code
    }
    return {
      name: word('name'),
      unit: word('unit'),
      bases: (code: string) =>
        byCode.get(code)?.[0]?.source ??
        (findIndicator(code)?.bases ?? []).map((basis) => t(`indicators.bases.${basis}`)).join('; '),
      /** Each version says its own words, as a signed figure keeps the formula it was signed with. */
      formula(code: string, version: number) {
        const mine = byCode.get(code)?.find((each) => each.version === version)
        return mine
          ? ownFormulaText(t, mine.formula)
          : t(runtimeKey(`indicators.formulas.${textKeyOf(code)}_${version}`))
      },
    }
  }, [t, i18n.language, own])
}
