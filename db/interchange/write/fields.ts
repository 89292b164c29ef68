import {
  isDataField,
  type DataField,
  type MarcField,
  type MarcRecord,
} from '../../../shared/catalogue/contract.ts'
import type { ExportProblem } from '../../../shared/interchange/contract.ts'

/** What a format lets a field be. */
export type FieldRules = {
  controlTag: RegExp
  dataTag: RegExp
  indicators: RegExp
  /** One indicator, for finding which of the two is to blame. */
  indicator: RegExp
  code: RegExp
}

/** ISO 2709 counts bytes, so tags, indicators and codes are single signs of ASCII. */
export const iso2709Rules: FieldRules = {
  controlTag: /^00[0-9A-Za-z]$/,
  dataTag: /^(?!00)[0-9A-Za-z]{3}$/,
  indicators: /^[ -~]{2}$/,
  indicator: /^[ -~]$/,
  code: /^[!-~]$/,
}

/** The patterns of MARC21slim.xsd. */
export const marcxmlRules: FieldRules = {
  controlTag: /^00[1-9A-Za-z]$/,
  dataTag: /^(?:0(?:[1-9A-Z][0-9A-Z]|[1-9a-z][0-9a-z])|[1-9A-Z][0-9A-Z]{2}|[1-9a-z][0-9a-z]{2})$/,
  indicators: /^[0-9a-z ]{2}$/,
  indicator: /^[0-9a-z ]$/,
  code: /^[0-9A-Za-z!-/:-?{}_^`~[\]\\]$/,
}

/** Code of a subfield whose own cannot be written: 9 is free for local use in every field. */
const freeCode = '9'

type Told = (code: ExportProblem['code'], detail: string) => void

/** The fields of a record as the format can hold them; all of them the same object as before where nothing is wrong. */
export function fittedFields(record: MarcRecord, rules: FieldRules, tell: Told): readonly MarcField[] {
  if (record.fields.every((field) => fits(field, rules))) return record.fields
  return record.fields.flatMap((field) => (fits(field, rules) ? [field] : repaired(field, rules, tell)))
}

function fits(field: MarcField, rules: FieldRules): boolean {
  if (!isDataField(field)) return field.value !== '' && rules.controlTag.test(field.tag)
  if (!rules.dataTag.test(field.tag) || !rules.indicators.test(field.indicators)) return false
  if (field.subfields.length === 0) return false
  for (const [code] of field.subfields) if (!rules.code.test(code)) return false
  return true
}

function repaired(field: MarcField, rules: FieldRules, tell: Told): MarcField[] {
  const isControl = rules.controlTag.test(field.tag)
  const isEmpty = isDataField(field) ? field.subfields.length === 0 : field.value === ''
  if (isEmpty || (!isControl && !rules.dataTag.test(field.tag))) {
    tell('field_left_out', field.tag)
    return []
  }
  tell('field_repaired', field.tag)
  if (!isDataField(field)) return [{ tag: field.tag, indicators: '  ', subfields: [['a', field.value]] }]
  return isControl
    ? [{ tag: field.tag, value: field.subfields.map(([, text]) => text).join(' ') }]
    : [withSigns(field, rules)]
}

function withSigns({ tag, indicators, subfields }: DataField, { indicator, code }: FieldRules): DataField {
  const sign = (at: number) => (indicator.test(indicators.charAt(at)) ? indicators.charAt(at) : ' ')
  return {
    tag,
    indicators: sign(0) + sign(1),
    subfields: subfields.map(([each, text]) => [code.test(each) ? each : freeCode, text]),
  }
}
