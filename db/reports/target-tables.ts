import type { TFunction } from 'i18next'
import { barDrawing, type BarGroup } from '../../shared/bar-drawing.ts'
import { displayDate } from '../../shared/dates.ts'
import { reportLines } from '../../shared/indicators/formulas.ts'
import { periodText } from '../../shared/period-text.ts'
import { readPeriod } from '../../shared/periods.ts'
import type { BarChart, Column, Row, Table } from '../documents/document.ts'
import { shownNumber } from '../documents/numbers.ts'
import { numberColumn, textColumn } from './annex-columns.ts'
import { mostBars, type ChartVoice } from './chart-tables.ts'
import { cellOf } from './figure-table.ts'
import type { Figures } from './figures.ts'

type Figure = Figures[number]

const isOfDecision = ({ code }: { code: string }) => code.startsWith('D206.')

/** The figures of Decision 206 beside their targets. */
export function decisionTable(figures: Figures, voice: ChartVoice): { blocks: Table[]; isEmpty: boolean } {
  const own = figures.filter(isOfDecision)
  return {
    blocks: [targetTable(own, voice)],
    isEmpty: !own.some(({ status, progress }) => status === 'known' || progress !== null),
  }
}

/** All other figures that have a target, the farthest from it first. */
export function plannedTable(figures: Figures, voice: ChartVoice): Table[] {
  const farness = ({ progress }: Figure) => progress?.percent ?? Number.POSITIVE_INFINITY
  const own = reportLines(figures)
    .filter((figure) => figure.progress !== null && !isOfDecision(figure))
    .toSorted((a, b) => (farness(a) === farness(b) ? 0 : farness(a) - farness(b)))
  return own.length === 0 ? [] : [targetTable(own, voice)]
}

function targetTable(figures: readonly Figure[], voice: ChartVoice): Table {
  const { t, words } = voice
  const rows = figures.map((figure, at): Row => {
    const { code, progress } = figure
    return {
      type: 'values',
      code,
      values: {
        number: at + 1,
        code,
        name: words.name(code),
        unit: words.unit(code),
        target: progress?.value ?? null,
        until: progress ? untilOf(progress.period, t) : '',
        value: progress?.toDate ?? cellOf(figure),
        progress: progress?.percent ?? null,
      },
    }
  })
  const text = (key: string, label: string, weight: number): Column => ({
    ...textColumn(key, label, weight),
    align: 'center',
  })
  return {
    type: 'table',
    columns: [
      { key: 'number', label: t('reports.columns.number'), weight: 6, kind: 'number', align: 'center' },
      text('code', t('reports.columns.code'), 15),
      textColumn('name', t('reports.columns.name')),
      text('unit', t('reports.columns.unit'), 11),
      numberColumn('target', t('reports.columns.aim')),
      text('until', t('reports.columns.until'), 18),
      numberColumn('value', t('reports.columns.reached')),
      numberColumn('progress', t('reports.columns.ofAim')),
    ],
    rows,
    ...progressChart(figures, voice),
  }
}

/** Nothing where none of them is a share of its target. */
function progressChart(
  figures: readonly Figure[],
  voice: ChartVoice,
): { caption?: string; chart?: BarChart } {
  const { t, language, words } = voice
  if (!figures.some(({ progress }) => progress && progress.percent !== null)) return {}
  const aimed = figures.filter(({ progress }) => progress !== null)
  const caption = t('reports.charts.targets', {
    reached: shownNumber(aimed.filter(({ progress }) => progress?.isReached).length, language),
    all: shownNumber(aimed.length, language),
  })
  const shown = figures.slice(0, mostBars)
  const drawing = barDrawing({
    title: caption,
    groups: shown.map((figure): BarGroup => {
      const value = figure.progress?.percent ?? null
      return {
        label: words.name(figure.code),
        values: [{ value, shown: progressText(figure, voice), manner: 'now' }],
      }
    }),
    mark: { at: 100, label: t('reports.charts.aim') },
  })
  if (!drawing) return {}
  const bars: BarChart['bars'] = [{ key: 'progress', manner: 'now' }]
  return { caption, chart: { along: 'name', bars, rows: shown.length, drawing } }
}

function progressText({ status, progress }: Figure, { t, language }: ChartVoice): string {
  if (!progress) return t('reports.charts.noTarget')
  if (progress.percent !== null) return `${shownNumber(progress.percent, language)} %`
  if (progress.isReached !== null)
    return t(progress.isReached ? 'plans.progress.reached' : 'plans.progress.notReached')
  return status === 'known' ? '' : t(`documents.table.${status}`)
}

function untilOf(period: string, t: TFunction): string {
  return readPeriod(period) ? periodText(t, period, 'name') : displayDate(period)
}
