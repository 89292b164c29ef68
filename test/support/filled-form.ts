import { expect } from 'vitest'
import { askedCodes } from '../../shared/reports/form-reading.ts'
import { formHeaderRow } from '../../db/reports/units/form-sheet.ts'
import { rezipped } from './rezipped.ts'

const codes = askedCodes()

/** The row of an indicator in a form, counted as people do. */
export function formRowOf(code: string): number {
  return formHeaderRow + 1 + codes.indexOf(code)
}

/** A form as somebody fills it in: what is put into each cell, as the XML of its value. */
export function filledForm(form: Uint8Array, cells: Record<string, string>): Promise<Buffer> {
  return rezipped(form, (name, xml) => {
    if (!name.includes('worksheets/sheet1')) return xml
    return Object.entries(cells).reduce((written, [address, value]) => {
      const cell = new RegExp(`<c r="${address}"( s="\\d+")?[^>]*?(/>|>.*?</c>)`)
      expect(written).toMatch(cell)
      return written.replace(
        cell,
        (_, style: string | undefined) => `<c r="${address}"${style ?? ''}${value}</c>`,
      )
    }, xml)
  })
}

export const numberCell = (value: number) => `><v>${value}</v>`
export const textCell = (value: string) => ` t="inlineStr"><is><t>${value}</t></is>`
