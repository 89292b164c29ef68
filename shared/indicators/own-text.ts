import type { TFunction } from 'i18next'
import { runtimeKey } from '../texts.ts'
import { indicatorList, textKeyOf } from './formulas.ts'
import type { OwnFormula, Term } from './own-formula.ts'

/** A measure that is an indicator by itself is called as that is; the others have names of their own. */
const codeByMeasure = new Map<string, string>(
  indicatorList.flatMap(({ code, formulas }) =>
    formulas.flatMap(({ measures, isSum }) =>
      measures.length === 1 && isSum ? [[measures[0] ?? '', code] as const] : [],
    ),
  ),
)

export function measureName(t: TFunction, measure: string): string {
  const code = codeByMeasure.get(measure)
  return code === undefined
    ? t(runtimeKey(`indicators.parts.${measure.replaceAll('.', '_')}`))
    : t(runtimeKey(`indicators.names.${textKeyOf(code)}`))
}

/** A formula of the library’s own as people read it. */
export function ownFormulaText(t: TFunction, formula: OwnFormula): string {
  const words = (terms: readonly Term[]) =>
    terms
      .map(({ measure, sign }, at) => {
        const name = `“${measureName(t, measure)}”`
        if (at === 0) return sign === 'plus' ? name : `− ${name}`
        return sign === 'plus' ? `+ ${name}` : `− ${name}`
      })
      .join(' ')
  switch (formula.way) {
    case 'by_hand':
      return t('indicators.own.byHandText')
    case 'sum':
      return formula.perUnit === 1
        ? words(formula.terms)
        : t('indicators.own.perUnitText', { terms: words(formula.terms), perUnit: formula.perUnit })
    case 'quotient':
    case 'share':
      return t(`indicators.own.${formula.way}Text`, {
        part: words(formula.part),
        whole: words(formula.whole),
      })
  }
}
