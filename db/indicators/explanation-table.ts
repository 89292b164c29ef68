import type { TFunction } from 'i18next'
import type { Language } from '../../shared/texts.ts'
import type { Block, CellValue, Column } from '../documents/index.ts'
import { wordsIn } from '../words.ts'

export type Words = { t: TFunction; number: (value: number) => string; name: string; unit: string }

export function wordsFor(language: Language, figure: Pick<Words, 'name' | 'unit'>): Words {
  const format = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 2 })
  return { t: wordsIn[language], number: (value) => format.format(value), ...figure }
}

export function heading(text: string): Block {
  return { type: 'heading', level: 1, text }
}

type ColumnKey =
  | 'cause'
  | 'effect'
  | 'came'
  | 'went'
  | 'changed'
  | 'part'
  | 'value'
  | 'rowCount'
  | 'reason'
  | 'number'
  | 'kind'
  | 'label'
  | 'detail'
type PaperColumn = { key: ColumnKey; weight: number; kind: 'text' | 'number' }

export function textColumn(key: PaperColumn['key'], weight: number): PaperColumn {
  return { key, weight, kind: 'text' }
}

export function numberColumn(key: PaperColumn['key'], weight: number): PaperColumn {
  return { key, weight, kind: 'number' }
}

type Table = Extract<Block, { type: 'table' }>

export function tableOf(
  t: TFunction,
  columns: readonly PaperColumn[],
  rows: readonly Record<string, CellValue>[],
): Table {
  return {
    type: 'table',
    columns: columns.map((column): Column => ({
      ...column,
      label: t(`indicators.paper.columns.${column.key}`),
    })),
    rows: rows.map((values) => ({ type: 'values', values })),
  }
}
