import { writeXlsx, type CellValue } from 'hucre'
import type * as z from 'zod'
import { csvBegin, csvLine } from '../../shared/csv.ts'
import { displayInstant } from '../../shared/dates.ts'
import { textKeyOf } from '../../shared/indicators/formulas.ts'
import indicators from '../../shared/locales/vi/indicators.json' with { type: 'json' }
import texts from '../../shared/locales/vi/ministry.json' with { type: 'json' }
import { formerNames, provinceNames } from '../../shared/province-names.ts'
import type { Receiver } from '../receiver.ts'
import type { ExportQuestion } from './contract.ts'
import { reportRows, totalsOf } from './reports.ts'
import { isAddable } from './addable.ts'

type Cell = string | number | null
type Sheet = { name: string; rows: Cell[][] }
const names: Record<string, string> = indicators.names
const units: Record<string, string> = indicators.units

/** Figures stay figures; a text that a spreadsheet would take for a formula stays a text. */
export async function exported(
  receiver: Receiver,
  question: z.output<typeof ExportQuestion>,
): Promise<{ name: string; type: string; bytes: Uint8Array }> {
  const sheet =
    question.what === 'reports' ? await reportSheet(receiver, question) : await totalSheet(receiver, question)
  const name = `kho-sach-${question.what}-${question.from}-${question.to}.${question.format}`
  if (question.format === 'csv') {
    return { name, type: 'text/csv; charset=utf-8', bytes: Buffer.from(csvOf(sheet)) }
  }
  const bytes = await writeXlsx({
    sheets: [{ name: sheet.name, rows: sheet.rows as CellValue[][], freezePane: { rows: 1 } }],
  })
  return { name, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes }
}

async function reportSheet(receiver: Receiver, period: { from: string; to: string }): Promise<Sheet> {
  const rows = await reportRows(receiver, period)
  const { columns, states } = texts.reports
  const head = [
    columns.code,
    columns.name,
    columns.province,
    columns.formerProvince,
    columns.state,
    columns.receivedAt,
    columns.revision,
  ]
  return {
    name: texts.reports.title,
    rows: [
      head,
      ...rows.map((row): Cell[] => [
        row.code,
        row.name,
        provinceNames.get(row.provinceCode) ?? row.provinceCode,
        formerNames.get(row.formerProvinceCode) ?? row.formerProvinceCode,
        states[row.state],
        row.receivedAt && displayInstant(row.receivedAt),
        row.revision,
      ]),
    ],
  }
}

/** One line for each figure, one column for each place: what does not add up has no total. */
async function totalSheet(receiver: Receiver, question: z.output<typeof ExportQuestion>): Promise<Sheet> {
  const { rows, sums, given } = await totalsOf(receiver, question)
  const placeNames = question.by === 'province' ? provinceNames : formerNames
  const { columns } = texts.totals
  return {
    name: texts.totals.title,
    rows: [
      [
        columns.code,
        columns.name,
        columns.unit,
        columns.given,
        columns.sum,
        ...rows.map(({ place }) => placeNames.get(place) ?? place),
      ],
      ...Object.keys(sums)
        .toSorted()
        .map((code): Cell[] => [
          code,
          names[textKeyOf(code)] ?? '',
          units[textKeyOf(code)] ?? '',
          given[code] ?? 0,
          isAddable(code) ? (sums[code] ?? null) : null,
          ...rows.map(({ values, libraries }) =>
            isAddable(code) || libraries === 1 ? (values[code] ?? null) : null,
          ),
        ]),
    ],
  }
}

function csvOf({ rows }: Sheet): string {
  return csvBegin + rows.map(csvLine).join('')
}
