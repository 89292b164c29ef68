import type { TFunction } from 'i18next'
import { reportLines } from '../../shared/indicators/formulas.ts'
import { earlierCodes } from '../../shared/reports/earlier-codes.ts'
import type { Block } from '../documents/document.ts'
import type { Figures } from './figures.ts'

/** Below the table: which figures a person gave by hand, each with the reason, and which are compared with old reports. */
export function notedFigures(figures: Figures, t: TFunction, nameOf: (code: string) => string): Block[] {
  const items = reportLines(figures).flatMap(({ code, givenReason }) =>
    givenReason === undefined
      ? []
      : [t('reports.paper.givenItem', { name: nameOf(code), reason: givenReason })],
  )
  const earlier = earlierCodes(figures).map(({ which, source, codes }) =>
    t('reports.paper.earlierItem', { which: t(`reports.columns.${which}`), source, codes: codes.join(', ') }),
  )
  return [...noted(t('reports.paper.given'), items), ...noted(t('reports.paper.earlier'), earlier)]
}

function noted(text: string, items: string[]): Block[] {
  if (items.length === 0) return []
  return [
    { type: 'paragraph', text, manner: 'note' },
    { type: 'list', items },
  ]
}
