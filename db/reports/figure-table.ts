import type { TFunction } from 'i18next'
import type { Value } from '../../shared/indicators/contract.ts'
import { byParts, reportLines } from '../../shared/indicators/formulas.ts'
import { previousPeriod, samePeriodLastYear } from '../../shared/periods.ts'
import type { IndicatorWords } from '../indicator-words.ts'
import type { Period } from '../../shared/reports/contract.ts'
import { ratioOf } from '../../shared/reports/ratio.ts'
import type { WordAt } from '../../shared/texts.ts'
import type { CellValue, Column, Row, Table } from '../documents/document.ts'
import type { Figures } from './figures.ts'

type Figure = Figures[number]

type Voice = { t: TFunction; words: IndicatorWords }

/** Every figure beside its plan, the year so far, and the periods it is compared with, part by part. */
export function figureTable(period: Period, figures: Figures, { t, words }: Voice): Table {
  const has = columnsAsked(period, figures)
  let number = 0
  const rows = byParts(reportLines(figures)).flatMap(({ part, figures: own }): Row[] => [
    { type: 'group', label: t(`reports.parts.${part}`) },
    ...own.map((figure): Row => {
      number += 1
      return { type: 'values', code: figure.code, values: { number, ...valuesOf(figure, { t, words }) } }
    }),
  ])
  const note = [...(has.targets ? [t('reports.paper.targets')] : []), t('reports.paper.ratios')]
  return { type: 'table', columns: columns(figures, has, t), rows, note: note.join(' ') }
}

type Asked = { targets: boolean; toDate: boolean; previous: boolean }

/** Of a year, what came before is the same period last year; of a quarter that begins one, the year so far is itself. */
function columnsAsked({ period, from, to }: Period, figures: Figures): Asked {
  return {
    targets: figures.some(({ progress }) => progress !== null),
    toDate: from !== `${to.slice(0, 4)}-01-01` && figures.some(({ yearToDate }) => yearToDate !== null),
    previous: previousPeriod(period) !== samePeriodLastYear(period),
  }
}

function valuesOf(figure: Figure & { codes: string[] }, { t, words }: Voice): Record<string, CellValue> {
  const { code, codes, yearToDate, previous, samePeriodLastYear: lastYear, progress } = figure
  return {
    code: codes.join(', '),
    name:
      figure.givenReason === undefined
        ? words.name(code)
        : t('reports.paper.givenName', { name: words.name(code) }),
    unit: words.unit(code),
    target: progress?.value ?? null,
    value: cellOf(figure),
    toDate: yearToDate && cellOf(yearToDate),
    progress: progress?.percent ?? null,
    previous: cellOf(previous),
    toPrevious: ratioOf(code, figure, previous),
    lastYear: cellOf(lastYear),
    toLastYear: ratioOf(code, figure, lastYear),
  }
}

function columns(figures: Figures, has: Asked, t: TFunction): Column[] {
  const text = (key: WordAt<'reports.columns'>, weight: number): Column => ({
    key,
    label: t(`reports.columns.${key}`),
    weight,
    kind: 'text',
  })
  const number = (key: string, label: WordAt<'reports.columns'>): Column => ({
    key,
    label: t(`reports.columns.${label}`),
    weight: 10,
    kind: 'number',
  })
  const isCounted = (which: 'previous' | 'samePeriodLastYear') =>
    figures.some((figure) => !figure[which].isSigned)
  return [
    { ...text('number', 5), align: 'center' },
    { ...text('code', 14), align: 'center' },
    text('name', 34),
    text('unit', 9),
    ...(has.targets ? [number('target', 'target')] : []),
    number('value', 'value'),
    ...(has.toDate ? [number('toDate', 'toDate')] : []),
    ...(has.targets ? [number('progress', 'progress')] : []),
    ...(has.previous
      ? [
          number('previous', isCounted('previous') ? 'previousCounted' : 'previous'),
          number('toPrevious', 'toPrevious'),
        ]
      : []),
    number('lastYear', isCounted('samePeriodLastYear') ? 'lastYearCounted' : 'lastYear'),
    number('toLastYear', 'toLastYear'),
  ]
}

export function cellOf({ status, value }: Pick<Value, 'status' | 'value'>): CellValue {
  return status === 'known' ? value : { status }
}
