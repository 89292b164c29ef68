import type { TFunction } from 'i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { Period, Restatement } from '../../shared/reports/contract.ts'
import type { WordAt } from '../../shared/texts.ts'
import type { Reader } from '../connection.ts'
import type { Block, OfficialDocument } from '../documents/document.ts'
import { indicatorWords, type IndicatorWords } from '../indicator-words.ts'
import { wordsIn } from '../words.ts'
import { cellOf } from './figure-table.ts'
import { frameOf, wordsOf } from './paper.ts'

type Restated = Pick<Restatement, 'number' | 'reason' | 'signedAt' | 'figures'>

/** What is said anew of a signed report, beside what was signed, and why. */
export async function restatementReport(
  db: Reader,
  period: Period,
  { number, reason, signedAt, figures }: Restated,
): Promise<OfficialDocument> {
  const frame = await frameOf(db, { ...period, signedAt })
  const t = wordsIn[frame.language]
  const words = { ...wordsOf(frame.letterhead.issuingBody, period, t), number }
  const signed = period.signedAt === null ? '' : displayInstant(period.signedAt)
  return {
    ...frame,
    subject: t('reports.restatement.paper.subject', words),
    blocks: [
      {
        type: 'paragraph',
        text: t('reports.restatement.paper.opening', { ...words, on: signed, by: period.signedBy ?? '' }),
      },
      { type: 'paragraph', lead: t('reports.restatement.paper.reason'), text: reason },
      tableOf(figures, t, await indicatorWords(db, frame.language)),
      { type: 'paragraph', text: t('reports.restatement.paper.rest'), manner: 'note' },
    ],
  }
}

function tableOf(figures: Restated['figures'], t: TFunction, words: IndicatorWords): Block {
  const text = (key: WordAt<'reports.columns'>, weight: number) => ({
    key,
    label: t(`reports.columns.${key}`),
    weight,
    kind: 'text' as const,
  })
  const number = (key: 'before' | 'after' | 'difference') => ({
    key,
    label: t(`reports.restatement.columns.${key}`),
    weight: 14,
    kind: 'number' as const,
  })
  return {
    type: 'table',
    columns: [
      { ...text('number', 6), align: 'center' },
      { ...text('code', 12), align: 'center' },
      text('name', 36),
      text('unit', 10),
      number('before'),
      number('after'),
      number('difference'),
    ],
    rows: figures.map(({ code, before, after }, at) => ({
      type: 'values',
      code,
      values: {
        number: at + 1,
        code,
        name: words.name(code),
        unit: words.unit(code),
        before: cellOf(before),
        after: cellOf(after),
        difference: differenceOf(before, after),
      },
    })),
  }
}

/** None where one of the two is no number; rounded as figures are, so that 0.1 + 0.2 is 0.3. */
function differenceOf(
  before: Restated['figures'][number]['before'],
  after: Restated['figures'][number]['after'],
): number | null {
  if (before.value === null || after.value === null) return null
  return Math.round((after.value - before.value) * 100) / 100
}
