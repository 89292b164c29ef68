import { addingOf, indicatorList, reportLines } from '../indicators/formulas.ts'
import { isPeriod } from '../periods.ts'
import { mereRemarks, type FilledForm } from './collection-form.ts'
import { partsAboveSums, partsAboveWholes } from './doubts.ts'

/** A cell as it was read: a number keeps its value, whatever it is shown as. */
export type FormCell = { address: string; text: string; value: number | null; isFormula: boolean }
export type FormId = { unit: string; period: string }

const idPattern = /KSPHIEU:([\w.-]+)\/([\w.-]+)/

export function formIdText({ unit, period }: FormId): string {
  return `KSPHIEU:${unit}/${period}`
}

/** Whose form of which period a sheet is, by the line that says so. */
export function formIdIn(cells: readonly FormCell[]): FormId | null {
  for (const { text } of cells) {
    const [, unit, period = ''] = idPattern.exec(text) ?? []
    if (unit && isPeriod(period)) return { unit, period }
  }
  return null
}

/** What is asked for: each line of a report once, and no share, which is computed and never typed. */
export function askedCodes(): string[] {
  const blank = { version: 1, status: 'not_collected', value: null } as const
  return reportLines(indicatorList.map(({ code }) => ({ code, ...blank })))
    .map(({ code }) => code)
    .filter((code) => addingOf(code).manner !== 'share')
}

/** Columns of the form, as programs name them. */
export const formColumns = { code: 'A', value: 'D' } as const

type Read = Pick<FilledForm, 'figures' | 'blanks' | 'problems'>

/** Rows are known by their code, wherever somebody moved them; every complaint names its cell. */
export function readFormCells(cells: readonly FormCell[], headerRow: number): Read {
  const asked = new Set(askedCodes())
  const byAddress = new Map(cells.map((cell) => [cell.address, cell]))
  const rowByCode = new Map<string, number>()
  const problems: Read['problems'] = []
  for (const { address, text } of cells) {
    const [, column, rowText] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
    const code = text.trim()
    const row = Number(rowText)
    if (column !== formColumns.code || row <= headerRow || code === '') continue
    if (!asked.has(code)) problems.push({ kind: 'unknown_code', address, code, text: code })
    else if (rowByCode.has(code)) problems.push({ kind: 'double_code', address, code, text: code })
    else rowByCode.set(code, row)
  }
  const figures: Read['figures'] = []
  let blanks = 0
  for (const code of asked) {
    const row = rowByCode.get(code)
    if (row === undefined) {
      problems.push({ kind: 'missing_code', address: '', code, text: '' })
      continue
    }
    const address = `${formColumns.value}${row}`
    const cell = byAddress.get(address)
    const text = cell?.text.trim() ?? ''
    if (!cell || text === '') blanks += 1
    else if (cell.value === null) problems.push({ kind: 'text', address, code, text })
    else if (cell.value < 0) problems.push({ kind: 'negative', address, code, text })
    else figures.push({ code, value: cell.value })
    if (cell?.isFormula) problems.push({ kind: 'formula', address, code, text })
  }
  const known = new Map(figures.map(({ code, value }) => [code, value]))
  const addressOf = (code: string) => `${formColumns.value}${rowByCode.get(code) ?? ''}`
  for (const { code, details } of partsAboveWholes(known))
    problems.push({
      kind: 'part_above_whole',
      address: addressOf(code),
      code,
      text: String(details['parts']),
    })
  for (const { code, details } of partsAboveSums(known))
    problems.push({ kind: 'part_above_sum', address: addressOf(code), code, text: String(details['of']) })
  return { figures, blanks, problems }
}

/** Nor is a form taken in that says nothing. */
export function isBlocked({ figures, problems }: Pick<FilledForm, 'figures' | 'problems'>): boolean {
  return figures.length === 0 || problems.some(({ kind }) => !mereRemarks.includes(kind))
}
