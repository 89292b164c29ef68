import { useTranslation } from 'react-i18next'
import { findIndicator, textKeyOf } from '../../shared/indicators/formulas.ts'
import { runtimeKey } from '../../shared/texts.ts'

/** Where the rows behind a figure are shown; `from` is the page to go back to, if that is not the list of all figures. */
export function explainPath(code: string, period: string, from?: ExplainedFrom): string {
  const back = from === undefined ? '' : `&from=${from}`
  return `/indicators/${code}?period=${period}${back}`
}

/** The home page, or the report of a period by its id. */
export type ExplainedFrom = 'home' | `${number}`

export function useIndicatorTexts() {
  const { t } = useTranslation()
  const word = textKeyOf
  return {
    name: (code: string) => t(runtimeKey(`indicators.names.${word(code)}`)),
    unit: (code: string) => t(runtimeKey(`indicators.units.${word(code)}`)),
    bases: (code: string) =>
      (findIndicator(code)?.bases ?? []).map((basis) => t(`indicators.bases.${basis}`)).join('; '),
    /** Each version says its own words, as a signed figure keeps the formula it was signed with. */
    formula: (code: string, version: number) => t(runtimeKey(`indicators.formulas.${word(code)}_${version}`)),
  }
}
