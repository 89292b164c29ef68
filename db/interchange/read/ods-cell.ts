import { numberText } from './cell-text.ts'
import type { ReadCell } from './row-gatherer.ts'
import type { XmlAttributes } from './xml-events.ts'

export type OdsCell = { attributes: XmlAttributes; text: string; paragraphs: number; repeats: number }

/** What a cell holds; null where it is empty. */
export function odsCell({ attributes, text, paragraphs }: OdsCell): ReadCell | null {
  const type = attributes['office:value-type'] ?? ''
  const isError = attributes['calcext:value-type'] === 'error'
  const hasFormula = attributes['table:formula'] !== undefined
  if (isError) return { text: '', problem: { code: 'cell_error', detail: text } }
  if (hasFormula && type === '' && paragraphs === 0)
    return { text: '', problem: { code: 'formula_without_value', detail: '' } }
  switch (type) {
    case 'float':
    case 'currency':
    case 'percentage':
      return { text: numberShown(attributes['office:value'] ?? '', text) }
    case 'boolean':
      return { text: attributes['office:boolean-value'] === 'true' ? 'TRUE' : 'FALSE' }
    case 'date':
      return { text: (attributes['office:date-value'] ?? text).replace(/T00:00:00(?:\.0+)?$/, '') }
    case 'string':
      return textCell(text || (attributes['office:string-value'] ?? ''))
    default:
      return textCell(text)
  }
}

function textCell(text: string): ReadCell | null {
  return text === '' ? null : { text }
}

/** A number filled up with zeros, as 000123 or VN000123, is taken as it is shown; any other by its value. */
function numberShown(value: string, shown: string): string {
  const digits = /^[\p{L}.\-/ ]*?(\d+)$/u.exec(shown)?.[1]
  const isPadded = digits !== undefined && Number(digits) === Number(value) && shown !== String(Number(value))
  return isPadded ? shown : numberText(value)
}
