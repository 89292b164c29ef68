import type { CellStyle, WriteSheet } from 'hucre'
import { displayDate } from '../../../shared/dates.ts'
import { textKeyOf } from '../../../shared/indicators/formulas.ts'
import { askedCodes, formColumns, formIdText } from '../../../shared/reports/form-reading.ts'
import { namedPeriod } from '../../../shared/periods.ts'
import { periodText } from '../../../shared/period-text.ts'
import { runtimeKey } from '../../../shared/texts.ts'
import type { TFunction } from 'i18next'
import { wrappedLines } from '../../documents/paper.ts'
import {
  emptyDraft,
  look,
  printed,
  put,
  putSpan,
  repeatedRow,
  ruledBorder,
} from '../../documents/xlsx-sheet.ts'
import { plainCode } from '../seal.ts'

/** Row of the column heads, counted as people do. */
export const formHeaderRow = 6
const last = 4
/** Of the column of names, with room for programs that draw wider. */
const nameWidthPt = 280
const asked = { protection: { locked: false } }
const head = look({ font: { bold: true }, alignment: { horizontal: 'center' }, border: ruledBorder })
const fixed = look({ border: ruledBorder })
const open: CellStyle = { ...look({ border: ruledBorder, alignment: { horizontal: 'right' } }), ...asked }
const note: CellStyle = { ...look({ border: ruledBorder }), ...asked }

type Unit = { code: string; name: string }

/** A sheet to be filled in anywhere: the cells asked for are open, all else is locked without a password. */
export async function formSheet(unit: Unit, asked: string, t: TFunction): Promise<Uint8Array> {
  const draft = emptyDraft()
  const across = (text: string, style: CellStyle) =>
    putSpan(draft, { row: draft.rows.length, from: 0, to: last }, text, style)
  const { from, to } = namedPeriod(asked)
  const period = periodText(t, asked, 'name')
  const title = look({ font: { bold: true, size: 14 }, alignment: { horizontal: 'center' } })
  across(t('reports.form.title'), title)
  across(t('reports.form.unit', { name: unit.name, code: unit.code }), look({ font: { bold: true } }))
  across(
    t('reports.form.period', { period, from: displayDate(from), to: displayDate(to) }),
    look({ font: { bold: true } }),
  )
  across(t('reports.form.hint'), look({ font: { italic: true } }))
  draft.rowDefs.set(3, { height: 50 })
  const id = formIdText({ unit: plainCode(unit.code), period: asked })
  across(t('reports.form.id', { id }), look({ font: { size: 10 } }))
  const heads = ['code', 'name', 'unit'] as const
  const labels = [
    ...heads.map((key) => t(`reports.columns.${key}`)),
    t('reports.form.value'),
    t('reports.form.note'),
  ]
  labels.forEach((label, column) => put(draft, { row: formHeaderRow - 1, column }, label, head))
  const codes = askedCodes()
  codes.forEach((code, at) => {
    const row = formHeaderRow + at
    const key = textKeyOf(code)
    put(draft, { row, column: 0 }, code, fixed)
    put(draft, { row, column: 1 }, t(runtimeKey(`indicators.names.${key}`)), fixed)
    put(draft, { row, column: 2 }, t(runtimeKey(`indicators.units.${key}`)), fixed)
    put(draft, { row, column: 3 }, null, open)
    put(draft, { row, column: 4 }, null, note)
    draft.rowDefs.set(row, { height: rowHeightPt(t(runtimeKey(`indicators.names.${key}`))) })
  })
  const name = t('reports.form.sheet')
  const sheet: WriteSheet = {
    name,
    ...draft,
    columns: [12, 56, 14, 16, 30].map((width) => ({ width })),
    freezePane: { rows: formHeaderRow },
    protection: { sheet: true, formatColumns: false, formatRows: false },
    dataValidations: [
      {
        type: 'decimal',
        operator: 'greaterThanOrEqual',
        formula1: '0',
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: 'stop',
        errorTitle: t('reports.form.value'),
        errorMessage: t('reports.form.onlyNumbers'),
        range: `${formColumns.value}${formHeaderRow + 1}:${formColumns.value}${formHeaderRow + codes.length}`,
      },
    ],
    ...printed('portrait', id),
  }
  const { writeXlsx } = await import('hucre')
  const namedRanges = [repeatedRow(name, formHeaderRow)]
  return new Uint8Array(await writeXlsx({ sheets: [sheet], namedRanges }))
}

/** Not every program fits rows by itself. */
function rowHeightPt(text: string): number {
  return wrappedLines(text, nameWidthPt, { sizePt: 12, weight: 'regular' }).length * 15 + 5
}
