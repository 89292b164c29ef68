import type { TFunction } from 'i18next'
import { barDrawing, type BarValue } from '../../shared/bar-drawing.ts'
import { samePeriodLastYear, previousPeriod } from '../../shared/periods.ts'
import { periodText } from '../../shared/period-text.ts'
import type { Period } from '../../shared/reports/contract.ts'
import type { Language } from '../../shared/texts.ts'
import type { HeldActivity } from '../activities/index.ts'
import type { Row, Table } from '../documents/document.ts'
import { shownNumber } from '../documents/numbers.ts'
import type { IndicatorWords } from '../indicator-words.ts'
import { numberColumn, textColumn } from './annex-columns.ts'
import { cellOf } from './figure-table.ts'
import type { Figures } from './figures.ts'

export type ChartVoice = { t: TFunction; language: Language; words: IndicatorWords }
type Figure = Figures[number]
type Stated = Pick<Figure, 'status' | 'value'>

/** A number, or in words why there is none. */
function barOf({ status, value }: Stated, manner: BarValue['manner'], { t, language }: ChartVoice): BarValue {
  if (status !== 'known') return { value: null, shown: t(`documents.table.${status}`), manner }
  return { value, shown: value === null ? '' : shownNumber(value, language), manner }
}

function isKnown<Told extends Stated>(stated: Told | undefined): stated is Told & { value: number } {
  return stated?.status === 'known' && stated.value !== null
}

const channels = ['M2a.11', 'M2a.12', 'M2a.13'] as const

/** People served in the library, outside it and online, beside the same period last year. */
export function channelTable(figures: Figures, voice: ChartVoice): Table[] {
  const { t, language, words } = voice
  const own = channels.flatMap((code) => figures.find((figure) => figure.code === code) ?? [])
  const most = own.filter((figure) => isKnown(figure)).toSorted((a, b) => b.value - a.value)[0]
  if (!most || most.value === 0) return []
  const isCompared = own.some(({ samePeriodLastYear: before }) => isKnown(before))
  const caption = t('reports.charts.channels', {
    name: words.name(most.code),
    value: shownNumber(most.value, language),
  })
  const now = t('reports.columns.value')
  const before = t('reports.columns.lastYear')
  const drawing = barDrawing({
    title: caption,
    groups: own.map((figure) => ({
      label: words.name(figure.code),
      values: [
        barOf(figure, 'now', voice),
        ...(isCompared ? [barOf(figure.samePeriodLastYear, 'before', voice)] : []),
      ],
    })),
    legend: isCompared
      ? [
          { manner: 'now', label: now },
          { manner: 'before', label: before },
        ]
      : [],
  })
  const rows = own.map((figure): Row => ({
    type: 'values',
    code: figure.code,
    values: {
      name: words.name(figure.code),
      value: cellOf(figure),
      lastYear: cellOf(figure.samePeriodLastYear),
    },
  }))
  const bars = [
    { key: 'value', manner: 'now' as const },
    ...(isCompared ? [{ key: 'lastYear', manner: 'before' as const }] : []),
  ]
  return [
    {
      type: 'table',
      caption,
      columns: [
        textColumn('name', t('reports.columns.channel')),
        numberColumn('value', now),
        ...(isCompared ? [numberColumn('lastYear', before)] : []),
      ],
      rows,
      ...(drawing ? { chart: { along: 'name', bars, rows: rows.length, drawing } } : {}),
    },
  ]
}

const [digital, stock, share] = ['M2b.06', 'M2b.01', 'M2b.07'] as const

/** What part of the stock is digital, now and in the periods it is compared with; nothing where none of it is. */
export function shareTable({ period }: Period, figures: Figures, voice: ChartVoice): Table[] {
  const { t, language, words } = voice
  const byCode = new Map(figures.map((figure) => [figure.code, figure]))
  const [documents, part] = [byCode.get(digital), byCode.get(share)]
  if (!isKnown(documents) || !isKnown(part) || documents.value === 0) return []
  const [before, lastYear] = [previousPeriod(period), samePeriodLastYear(period)]
  const spans = [
    { name: lastYear, of: (figure?: Figure) => figure?.samePeriodLastYear },
    ...(before === lastYear ? [] : [{ name: before, of: (figure?: Figure) => figure?.previous }]),
    { name: period, of: (figure?: Figure) => figure },
  ].map(({ name, of }) => ({ name: periodText(t, name, 'name'), of }))
  const caption = t('reports.charts.share', { share: shownNumber(part.value, language) })
  const drawing = barDrawing({
    title: caption,
    groups: spans.map(({ name, of }) => {
      const { shown, ...bar } = barOf(of(part) ?? { status: 'not_collected', value: null }, 'now', voice)
      return { label: name, values: [{ ...bar, shown: bar.value === null ? shown : `${shown} %` }] }
    }),
  })
  const cell = (figure: Stated | undefined) => (figure ? cellOf(figure) : null)
  const rows = spans.map(({ name, of }): Row => ({
    type: 'values',
    code: share,
    values: {
      name,
      documents: cell(of(documents)),
      stock: cell(of(byCode.get(stock))),
      share: cell(of(part)),
    },
  }))
  return [
    {
      type: 'table',
      caption,
      columns: [
        textColumn('name', t('reports.columns.period'), 22),
        numberColumn('documents', words.name(digital)),
        numberColumn('stock', words.name(stock)),
        numberColumn('share', words.name(share)),
      ],
      rows,
      ...(drawing
        ? { chart: { along: 'name', bars: [{ key: 'share', manner: 'now' }], rows: rows.length, drawing } }
        : {}),
    },
  ]
}

/** More bars than this make a page of their own, which nobody reads. */
export const mostBars = 15

/** What was held, by type, the most frequent first; of one type alone the list says enough. */
export function typeTable(events: readonly HeldActivity[], { t, language }: ChartVoice): Table[] {
  const types = [...Map.groupBy(events, ({ typeCode }) => typeCode)]
    .map(([code, own]) => ({
      code,
      name: own[0]?.typeName ?? code,
      count: own.length,
      attended: sumOf(own.map(({ attended }) => attended)),
    }))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  const [most] = types
  if (!most || types.length < 2) return []
  const shown = types.slice(0, mostBars)
  const caption = t('reports.charts.types', { name: most.name, count: shownNumber(most.count, language) })
  const drawing = barDrawing({
    title: caption,
    groups: shown.map(({ name, count }) => ({
      label: name,
      values: [{ value: count, shown: shownNumber(count, language), manner: 'now' }],
    })),
  })
  const total: Row = {
    type: 'total',
    code: 'E',
    values: {
      name: t('reports.columns.total'),
      count: events.length,
      attended: sumOf(types.map(({ attended }) => attended)),
    },
    sums: ['count', 'attended'],
  }
  return [
    {
      type: 'table',
      caption,
      columns: [
        textColumn('name', t('reports.eventColumns.type')),
        numberColumn('count', t('reports.columns.activities')),
        numberColumn('attended', t('reports.eventColumns.attended')),
      ],
      rows: [...types.map(({ code, ...values }): Row => ({ type: 'values', code, values })), total],
      ...(drawing
        ? { chart: { along: 'name', bars: [{ key: 'count', manner: 'now' }], rows: shown.length, drawing } }
        : {}),
    },
  ]
}

/** Of what was counted; where nobody counted anything there is no sum. */
function sumOf(values: readonly (number | null)[]): number | null {
  const counted = values.filter((value) => value !== null)
  return counted.length === 0 ? null : counted.reduce((sum, value) => sum + value, 0)
}
