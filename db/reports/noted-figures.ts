import type { TFunction } from 'i18next'
import { reportLines } from '../../shared/indicators/formulas.ts'
import type { Block } from '../documents/document.ts'
import type { Figures } from './figures.ts'

/** Below the table: which figures a person gave by hand, each with the reason. */
export function notedFigures(figures: Figures, t: TFunction, nameOf: (code: string) => string): Block[] {
  const items = reportLines(figures).flatMap(({ code, givenReason }) =>
    givenReason === undefined
      ? []
      : [t('reports.paper.givenItem', { name: nameOf(code), reason: givenReason })],
  )
  if (items.length === 0) return []
  return [
    { type: 'paragraph', text: t('reports.paper.given'), manner: 'note' },
    { type: 'list', items },
  ]
}
