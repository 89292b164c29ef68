import type { TFunction } from 'i18next'
import { nextPhrase } from '../../shared/period-text.ts'
import type { AskedDoubt, Period } from '../../shared/reports/contract.ts'
import { doubtText } from '../../shared/reports/doubt-text.ts'
import type { ReportBlock } from '../../shared/reports/narrative-contract.ts'
import { told } from '../../shared/reports/outline.ts'
import { filled } from '../../shared/reports/tokens.ts'
import type { Language } from '../../shared/texts.ts'
import type { Block } from '../documents/document.ts'
import { shownNumber } from '../documents/numbers.ts'
import type { IndicatorWords } from '../indicator-words.ts'
import type { Figures } from './figures.ts'

type Given = { blocks: readonly ReportBlock[]; figures: Figures; language: Language; t: TFunction }

/** The words of a report under the headings of the outline; what nobody has anything to say of has none. */
export function outlinePaper(period: Period, { blocks, figures, language, t }: Given): Block[] {
  const number = (value: number) => shownNumber(value, language)
  return told(blocks).flatMap(({ chapter, roman, blocks: own }): Block[] => [
    {
      type: 'heading',
      level: 1,
      text: `${roman}. ${t(`reports.chapters.${chapter}`, { next: nextPhrase(t, period.period) })}`,
    },
    ...own.flatMap(({ block, text }): Block[] => [
      ...(chapter === 'next'
        ? []
        : [{ type: 'heading', level: 2, text: t(`reports.blocks.${block}`) } as const]),
      {
        type: 'paragraph',
        text: filled(text, { figures, t, number })
          .map((piece) => piece.text)
          .join(''),
      },
    ]),
  ])
}

/** What was unusual, and why it is so: as far as somebody has said it. */
export function explanations(
  doubts: readonly AskedDoubt[],
  { language, t, words }: Pick<Given, 'language' | 't'> & { words: IndicatorWords },
): Block[] {
  const items = doubts.flatMap((doubt) => {
    if (!doubt.explanation) return []
    const told = doubtText(t, doubt, (value) => shownNumber(value, language), words.name)
    return t('reports.paper.explanation', { doubt: told, text: doubt.explanation.text })
  })
  if (items.length === 0) return []
  return [
    { type: 'heading', level: 2, text: t('reports.paper.doubts') },
    { type: 'list', items },
  ]
}
