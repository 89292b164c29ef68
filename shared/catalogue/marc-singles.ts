import { cleanText } from '../fold.ts'
import { hasMainEntry } from './marc-boxes.ts'
import { isPublicationField } from './marc-headings.ts'
import { placeOfCode } from './marc-lists.ts'
import { isDataField, type DataField, type MarcRecord, type Subfield } from './marc.ts'
import {
  closingOf,
  controlAt,
  controlValue,
  fit,
  textsOf,
  withClosing,
  withControl,
  withField,
  withFieldByTag,
  withoutClosing,
  withoutFieldAt,
} from './marc-text.ts'

/** 245 as ISBD orders it: title, its part, subtitle, responsibility. */
const titleOrder = 'anpbc'
const titleJoins: Record<string, string> = { a: ' ', np: '. ', b: ' : ', c: ' ; ' }

function cleanTitle(text: string, max: number): string {
  const bare = withoutClosing(cleanText(text))
  return bare.length <= max ? bare : withoutClosing(fit(bare, max))
}

function titleAt(record: MarcRecord): number {
  return record.fields.findIndex((field) => isDataField(field) && field.tag === '245')
}

function fieldAt(record: MarcRecord, at: number): DataField | null {
  const field = record.fields[at]
  return field && isDataField(field) ? field : null
}

export function readTitle(record: MarcRecord, codes: string, max: number): string {
  const field = fieldAt(record, titleAt(record))
  if (!field) return ''
  const texts = textsOf(field, codes).map(withoutClosing)
  return cleanTitle(texts.filter((text) => text !== '').join(titleJoins[codes] ?? ' '), max)
}

export function withTitle(record: MarcRecord, codes: string, value: string): MarcRecord {
  const at = titleAt(record)
  const field = fieldAt(record, at)
  if (field) return withField(record, at, withTitleText(field, codes, value))
  if (value === '') return record
  const made: DataField = { tag: '245', indicators: `${hasMainEntry(record) ? 1 : 0}0`, subfields: [] }
  return withFieldByTag(record, withTitleText(made, codes, value))
}

/** An emptied 245 stays, so that a second one does not come to stand for it. */
function withTitleText(field: DataField, codes: string, value: string): DataField {
  const isOld = ([code]: Subfield) => codes.includes(code)
  const first = field.subfields.findIndex(isOld)
  const last = field.subfields.findLast(isOld)
  const rest = field.subfields.filter((subfield) => !isOld(subfield))
  const order = rest.map(([code]) => ({ code }))
  const at = first < 0 ? placeOfCode(order, codes.slice(0, 1), titleOrder) : first
  const made = value === '' ? [] : titleSubfields(codes, value)
  const closing = last ? closingOf(last[1], withoutClosing) : ''
  const closed = made.map(([code, text], index): [string, string] => [
    code,
    index === made.length - 1 ? withClosing(text, closing, withoutClosing) : text,
  ])
  return { ...field, subfields: rest.toSpliced(at, 0, ...closed) }
}

const designation = /^(?=.{1,30}$)(?:\p{L}+\.?\s*)?(?:\d[\d./-]*|[IVXLC]+)$/u

/** "T.1. Dế Mèn" is a number and a name; a part without a number is a name. */
function titleSubfields(codes: string, value: string): Subfield[] {
  if (codes !== 'np') return [[codes, value]]
  const at = value.indexOf('. ')
  const [number, name] = [value.slice(0, Math.max(at, 0)), value.slice(at + 2)]
  const isBoth =
    designation.test(number) && [number, name].every((text) => text !== '' && withoutClosing(text) === text)
  if (isBoth) {
    return [
      ['n', number],
      ['p', name],
    ]
  }
  return [[/\d/.test(value) || designation.test(value) ? 'n' : 'p', value]]
}

/** The first indicator tells of a main entry; it follows only when that came or went. */
export function withTitleIndicator(record: MarcRecord, before: MarcRecord): MarcRecord {
  const at = titleAt(record)
  const field = fieldAt(record, at)
  const isMain = hasMainEntry(record)
  if (!field || isMain === hasMainEntry(before)) return record
  const indicators = `${isMain ? 1 : 0}${field.indicators.slice(1)}`
  return withField(record, at, { ...field, indicators })
}

type FirstBox = {
  tag: string
  indicators: string
  codes: string
  max: number
  clean: (text: string) => string
  split: (value: string) => Subfield[]
}
/** Boxes that show the first of several fields. Emptied, the next one shows; nothing unseen is lost. */
const firstBoxes = {
  ddc: {
    tag: '082',
    indicators: '04',
    codes: 'a',
    max: 30,
    // Primes and slashes only show where a number may be cut.
    clean: (text) => text.replace(/['’′/]/g, ''),
    split: (value) => [['a', value]],
  },
  callNumber: {
    tag: '090',
    indicators: '  ',
    codes: 'ab',
    max: 100,
    clean: (text) => text.replace(/\s+/g, ' '),
    split: (value) => {
      const [number = '', ...marks] = value.split(' ')
      const whole: Subfield[] = [['a', number]]
      return marks.length > 0 ? [...whole, ['b', marks.join(' ')]] : whole
    },
  },
  url: {
    tag: '856',
    indicators: '40',
    codes: 'u',
    max: 2000,
    clean: (text) => text,
    split: (value) => [['u', value]],
  },
} satisfies Record<string, FirstBox>
export type FirstName = keyof typeof firstBoxes

function textOf(field: DataField, { codes, clean, max }: FirstBox): string {
  return fit(clean(textsOf(field, codes).join(' ')), max)
}

function firstAt(record: MarcRecord, box: FirstBox): number {
  return record.fields.findIndex(
    (field) => isDataField(field) && field.tag === box.tag && textOf(field, box) !== '',
  )
}

export function readFirst(record: MarcRecord, name: FirstName): string {
  const box = firstBoxes[name]
  const field = fieldAt(record, firstAt(record, box))
  return field ? textOf(field, box) : ''
}

export function withFirst(record: MarcRecord, name: FirstName, value: string): MarcRecord {
  const box = firstBoxes[name]
  const made = value === '' ? [] : box.split(value).map(([code, text]): [string, string] => [code, text])
  const at = firstAt(record, box)
  const field = fieldAt(record, at)
  if (!field) {
    const added: DataField = { tag: box.tag, indicators: box.indicators, subfields: made }
    return made.length === 0 ? record : withFieldByTag(record, added)
  }
  const rest = field.subfields.filter(([code]) => !box.codes.includes(code))
  const place = field.subfields.findIndex(([code]) => box.codes.includes(code))
  const subfields = rest.toSpliced(place, 0, ...made)
  return subfields.length === 0 ? withoutFieldAt(record, at) : withField(record, at, { ...field, subfields })
}

/** Years the form can hold: 1000 to 2200. */
const year = /(?<!\d)(?:1\d{3}|2[01]\d{2}|2200)(?!\d)/

export function yearOf(record: MarcRecord): number | null {
  const texts = record.fields.flatMap((field) =>
    isDataField(field) && isPublicationField(field) ? textsOf(field, 'c') : [],
  )
  const found = texts.map((text) => year.exec(text)?.[0]).find((text) => text !== undefined)
  const text = found ?? year.exec(controlValue(record, '008').slice(7, 11))?.[0]
  return text === undefined ? null : Number(text)
}

export function withYear(record: MarcRecord, value: number | null): MarcRecord {
  const coded = withPositions(record, 7, value === null ? 'uuuu' : String(value))
  const typed = value === null ? withPositions(coded, 6, 'nuuuuuuuu') : withSingleYear(coded)
  return value === null ? withoutImprintYear(typed) : withImprintYear(typed, String(value))
}

/** A record made without a year said so; one with a year says that it has a single one. */
function withSingleYear(record: MarcRecord): MarcRecord {
  const value = controlValue(record, '008')
  if (!'n| '.includes(value.slice(6, 7))) return record
  return withPositions(withPositions(record, 6, 's'), 11, '    ')
}

function withPositions(record: MarcRecord, from: number, text: string): MarcRecord {
  const value = controlValue(record, '008')
  if (controlAt(record, '008') < 0 || value.length < from + text.length) return record
  return withControl(record, {
    tag: '008',
    value: value.slice(0, from) + text + value.slice(from + text.length),
  })
}

function imprints(record: MarcRecord): { at: number; field: DataField }[] {
  return record.fields.flatMap((field, at) =>
    isDataField(field) && isPublicationField(field) ? [{ at, field }] : [],
  )
}

function withImprintYear(record: MarcRecord, value: string): MarcRecord {
  const all = imprints(record)
  const hasCode = ({ field }: { field: DataField }) => field.subfields.some(([code]) => code === 'c')
  const hasYear = ({ field }: { field: DataField }) => textsOf(field, 'c').some((text) => year.test(text))
  const { at, field } = all.find(hasYear) ?? all.find(hasCode) ?? all[0] ?? { at: -1, field: null }
  if (!field) {
    const made: DataField = { tag: '260', indicators: '  ', subfields: [['c', value]] }
    return withFieldByTag(record, made)
  }
  return withField(record, at, { ...field, subfields: withYearText(field, value) })
}

function withYearText({ subfields }: DataField, value: string): DataField['subfields'] {
  const dated = subfields.findIndex(([code, text]) => code === 'c' && year.test(cleanText(text)))
  const at = dated >= 0 ? dated : subfields.findIndex(([code]) => code === 'c')
  const text = subfields[at]?.[1]
  if (text !== undefined) return subfields.with(at, ['c', dated >= 0 ? text.replace(year, value) : value])
  const place = placeOfCode(
    subfields.map(([code]) => ({ code })),
    'c',
    'abc',
  )
  return subfields.toSpliced(place, 0, ['c', value])
}

function withoutImprintYear(record: MarcRecord): MarcRecord {
  return {
    ...record,
    fields: record.fields.flatMap((field) => {
      if (!isDataField(field) || !isPublicationField(field)) return [field]
      const subfields = field.subfields.filter(([code, text]) => code !== 'c' || !year.test(cleanText(text)))
      if (subfields.length === field.subfields.length) return [field]
      return subfields.length === 0 ? [] : [{ ...field, subfields }]
    }),
  }
}

const unsaid = 'vie'
const isCode = (text: string) => /^[a-z]{3}$/.test(text)

function languageFieldAt(record: MarcRecord): number {
  return record.fields.findIndex(
    (field) => isDataField(field) && field.tag === '041' && textsOf(field, 'a').length > 0,
  )
}

/** Older records write all codes in one: vieeng. */
function firstCode(text: string): string {
  const code = cleanText(text).toLowerCase()
  const kept = fit(code, 8)
  return [code, kept].some((one) => /^(?:[a-z]{3}){2,}$/.test(one)) ? code.slice(0, 3) : kept
}

export function languageOf(record: MarcRecord): string {
  const field = fieldAt(record, languageFieldAt(record))
  const [text] = field ? textsOf(field, 'a') : []
  if (text !== undefined) return firstCode(text)
  const coded = controlValue(record, '008').slice(35, 38)
  return isCode(coded) ? coded : unsaid
}

export function withLanguage(record: MarcRecord, value: string): MarcRecord {
  const coded = isCode(value) ? withPositions(record, 35, value) : record
  const at = languageFieldAt(coded)
  const field = fieldAt(coded, at)
  if (field) return withField(coded, at, { ...field, subfields: withCode(field, value) })
  if (languageOf(coded) === value || value === '') return coded
  const made: DataField = { tag: '041', indicators: '0 ', subfields: [['a', value]] }
  return withFieldByTag(coded, made)
}

function withCode({ subfields }: DataField, value: string): DataField['subfields'] {
  const at = subfields.findIndex(([code, text]) => code === 'a' && cleanText(text) !== '')
  const [code, text] = subfields[at] ?? ['a', '']
  const rest = cleanText(text).length > 3 && firstCode(text).length === 3 ? cleanText(text).slice(3) : ''
  return subfields.with(at, [code, isCode(value) ? value + rest : value])
}
