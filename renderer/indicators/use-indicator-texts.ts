import { useTranslation } from 'react-i18next'
import type { Quarter } from '../../shared/dates.ts'
import { findIndicator, textKeyOf } from '../../shared/indicators/formulas.ts'
import { runtimeKey } from '../../shared/texts.ts'

/** Where the rows behind a figure are shown. */
export function explainPath(code: string, { year, quarter }: Quarter): string {
  return `/indicators/${code}?year=${year}&quarter=${quarter}`
}

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
