import type { TFunction } from 'i18next'
import { spanText } from '../../shared/dates.ts'
import { textKeyOf } from '../../shared/indicators/formulas.ts'
import { runtimeKey, type WordAt } from '../../shared/texts.ts'
import type { HeldActivity } from '../activities/index.ts'
import type { Block, CellValue, Column, Row } from '../documents/document.ts'
import { numberColumn } from './annex-columns.ts'
import { cellOf } from './figure-table.ts'
import type { Figures } from './figures.ts'

type Content = { blocks: Block[]; isEmpty: boolean }
type Line = { number: string; word: WordAt<'reports.sheetLines'>; code?: string; unit: string }

/**
 * The ministry's sheet of seven groups, in its own words and order: libraries by level, copies, additions, cards,
 * visits, circulation, copies per person and year.
 */
const sheetLines: readonly Line[] = [
  { number: '1', word: 'points', code: 'g.1', unit: 'g.1' },
  { number: '1.1', word: 'provincial', code: 'M2a.01a1', unit: 'g.1' },
  { number: '1.2', word: 'district', code: 'M2a.01a2', unit: 'g.1' },
  { number: '1.3', word: 'commune', code: 'M2a.01a3', unit: 'g.1' },
  { number: '1.4', word: 'readingRooms', code: 'M2a.01a4', unit: 'g.1' },
  { number: '1.5', word: 'bookcases', code: 'M2a.01a5', unit: 'g.1' },
  { number: '2', word: 'stock', code: 'g.2', unit: 'g.2' },
  { number: '3', word: 'additions', unit: '' },
  { number: '3.1', word: 'books', code: 'g.3a', unit: 'g.3a' },
  { number: '3.2', word: 'serials', code: 'g.3b', unit: 'g.3b' },
  { number: '4', word: 'cards', code: 'g.4', unit: 'g.4' },
  { number: '5', word: 'visits', code: 'g.5', unit: 'g.5' },
  { number: '6', word: 'circulation', code: 'g.6', unit: 'g.6' },
  { number: '7', word: 'perPerson', code: 'g.7', unit: 'g.7' },
]

export function sheetTable(figures: Figures, t: TFunction): Content {
  const byCode = new Map(figures.map((figure) => [figure.code, figure]))
  const rows = sheetLines.map(({ number, word, code, unit }): Row => {
    const figure = code === undefined ? undefined : byCode.get(code)
    return {
      type: 'values',
      ...(code === undefined ? {} : { code }),
      values: {
        number,
        name: t(`reports.sheetLines.${word}`),
        unit: unit === '' ? '' : unitOf(unit, t),
        value: figure ? cellOf(figure) : null,
      },
    }
  })
  const isKnown = ({ code }: Line) => code !== undefined && byCode.get(code)?.status === 'known'
  const columns = [
    numbers(t, 'text'),
    name(t),
    unitColumn(t),
    numberColumn('value', t('reports.columns.value')),
  ]
  return {
    blocks: [{ type: 'table', columns, rows }],
    isEmpty: !sheetLines.some(isKnown),
  }
}

const classes = [
  ['1', 'rare'],
  ['2', 'ancient'],
  ['3', 'local_history'],
  ['4', 'out_of_copyright'],
  ['5', 'endogenous'],
  ['6', 'special_value'],
  ['7', 'other'],
] as const

/** Titles and pages by class of priority; a sum only where the classes make up the whole. */
export function classTable(figures: Figures, t: TFunction): Content {
  const byCode = new Map(figures.map((figure) => [figure.code, figure]))
  const value = (code: string): CellValue => {
    const figure = byCode.get(code)
    return figure ? cellOf(figure) : null
  }
  const toDate = (code: string): CellValue => {
    const told = byCode.get(code)?.yearToDate
    return told ? cellOf(told) : null
  }
  const rows = classes.map(([number, word], at): Row => ({
    type: 'values',
    code: `M2b.12.${number}`,
    values: {
      number: at + 1,
      name: t(`digitization.classes.${word}`),
      titles: value(`M2b.12b${number}`),
      pages: value(`M2b.12a${number}`),
      titlesToDate: toDate(`M2b.12b${number}`),
      pagesToDate: toDate(`M2b.12a${number}`),
    },
  }))
  const keys = ['titles', 'pages', 'titlesToDate', 'pagesToDate'] as const
  const sums = Object.fromEntries(keys.map((key) => [key, sumOf(rows, key)]))
  const total: Row = {
    type: 'total',
    code: 'M2b.12',
    values: { name: t('reports.columns.total'), ...sums },
    sums: [...keys],
  }
  return {
    blocks: [
      {
        type: 'table',
        columns: [
          numbers(t, 'number'),
          { ...name(t), label: t('reports.columns.class') },
          ...keys.map((key) => numberColumn(key, t(`reports.columns.${key}`))),
        ],
        rows: [...rows, total],
      },
    ],
    isEmpty: Object.values(sums).every((sum) => sum === 0 || sum === null),
  }
}

function sumOf(rows: readonly Row[], key: string): number | null {
  const values = rows.flatMap((row) => {
    const cell = row.type === 'values' ? row.values[key] : null
    return typeof cell === 'number' ? [cell] : []
  })
  return values.length === 0 ? null : values.reduce((sum, each) => sum + each, 0)
}

/** A paper with more of them is read by nobody; the list itself is handed out by the diary. */
const mostEvents = 2000

export function eventTable(events: readonly HeldActivity[], t: TFunction): Content {
  const shown = events.slice(0, mostEvents)
  const rows = shown.map((event, at): Row => ({
    type: 'values',
    code: event.typeCode,
    values: {
      number: at + 1,
      days: spanText(event.from, event.to),
      type: event.typeName,
      name: event.name,
      place: event.place,
      attended: event.attended,
    },
  }))
  const attended = sumOf(rows, 'attended')
  const total: Row = {
    type: 'total',
    code: 'E',
    values: { name: t('reports.columns.total'), attended },
    sums: ['attended'],
  }
  const text = (key: 'days' | 'type' | 'name' | 'place', weight: number): Column => ({
    key,
    label: t(`reports.eventColumns.${key}`),
    weight,
    kind: 'text',
  })
  const left = events.length - shown.length
  return {
    blocks: [
      {
        type: 'table',
        columns: [
          numbers(t, 'number'),
          text('days', 15),
          text('type', 22),
          text('name', 30),
          text('place', 17),
          numberColumn('attended', t('reports.eventColumns.attended')),
        ],
        rows: attended === null ? rows : [...rows, total],
        ...(left > 0 ? { note: t('reports.paper.moreEvents', { count: left }) } : {}),
      },
    ],
    isEmpty: events.length === 0,
  }
}

export function partnerTable(figures: Figures, t: TFunction): Content {
  const parts = (['ht', 'hv'] as const).map((part) => ({
    part,
    own: figures.filter(({ code }) => code.startsWith(`${part.toUpperCase()}.`)),
  }))
  let number = 0
  const rows = parts.flatMap(({ part, own }): Row[] => [
    { type: 'group', label: t(`reports.parts.${part}`) },
    ...own.map((figure): Row => {
      number += 1
      return {
        type: 'values',
        code: figure.code,
        values: {
          number,
          name: nameOf(figure.code, t),
          unit: unitOf(figure.code, t),
          value: cellOf(figure),
          lastYear: cellOf(figure.samePeriodLastYear),
        },
      }
    }),
  ])
  return {
    blocks: [
      {
        type: 'table',
        columns: [
          numbers(t, 'number'),
          name(t),
          unitColumn(t),
          numberColumn('value', t('reports.columns.value')),
          numberColumn('lastYear', t('reports.columns.lastYear')),
        ],
        rows,
      },
    ],
    isEmpty: !parts.some(({ own }) => own.some(({ value }) => value !== null && value > 0)),
  }
}

function nameOf(code: string, t: TFunction): string {
  return t(runtimeKey(`indicators.names.${textKeyOf(code)}`))
}
function unitOf(code: string, t: TFunction): string {
  return t(runtimeKey(`indicators.units.${textKeyOf(code)}`))
}
function numbers(t: TFunction, kind: 'text' | 'number'): Column {
  return { key: 'number', label: t('reports.columns.number'), weight: 6, kind, align: 'center' }
}
function name(t: TFunction): Column {
  return { key: 'name', label: t('reports.columns.name'), weight: 40, kind: 'text' }
}
function unitColumn(t: TFunction): Column {
  return { key: 'unit', label: t('reports.columns.unit'), weight: 11, kind: 'text', align: 'center' }
}
