import { cleanText } from '../fold.ts'
import { isPublicationField } from './marc-headings.ts'
import { readTitle } from './marc-singles.ts'
import { isLocalTag, tagInfo, type TagInfo } from './marc-tags.ts'
import { isDataField, type ControlField, type DataField, type MarcProblem, type MarcRecord } from './marc.ts'
import { textsOf } from './marc-text.ts'
import { normalIsbn, normalIssn } from './numbers.ts'

export type CheckOptions = {
  /** Codes that the library knows; without them languages are not judged. */
  languages?: ReadonlySet<string>
}
type Found = Pick<MarcProblem, 'code' | 'severity' | 'detail'>

/** All that is wrong with a record, in its own order. Errors keep it from being saved; warnings are for the eye. */
export function checkRecord(record: MarcRecord, options: CheckOptions = {}): MarcProblem[] {
  const seen = new Map<string, number>()
  const ofFields = record.fields.flatMap((field, at) => {
    const found = [
      ...tagProblems(field.tag, seen),
      ...(isDataField(field) ? dataProblems(field, options) : controlProblems(field, options)),
    ]
    return found.map((problem) => toProblem(problem, at, field.tag))
  })
  return [...leaderProblems(record.leader), ...titleProblems(record), ...ofFields]
}

function toProblem({ code, severity, detail }: Found, at: number | null, tag: string): MarcProblem {
  return { at, tag, code, severity, detail }
}

const error = (code: MarcProblem['code'], detail = ''): Found => ({ code, severity: 'error', detail })
const warning = (code: MarcProblem['code'], detail = ''): Found => ({ code, severity: 'warning', detail })

/** Values of the positions that tell programs how to read the rest. */
const leaderValues: readonly [number, string][] = [
  [5, 'acdnp'],
  [6, 'acdefgijkmoprt'],
  [7, 'abcdims'],
]

function leaderProblems(leader: string): MarcProblem[] {
  const strange = /[^\x20-\x7e]/.exec(leader)?.[0]
  const found =
    leader.length !== 24
      ? [error('leader_wrong', `${leader.length}/24`)]
      : strange !== undefined
        ? [error('leader_wrong', strange)]
        : leaderValues
            .filter(([at, values]) => !values.includes(leader.charAt(at)))
            .map(([at]) => warning('leader_wrong', `0${at}: ${leader.charAt(at)}`))
  return found.map((problem) => toProblem(problem, null, 'LDR'))
}

function titleProblems(record: MarcRecord): MarcProblem[] {
  if (readTitle(record, 'a', 1000) !== '') return []
  const at = record.fields.findIndex(({ tag }) => tag === '245')
  return [toProblem(error('title_missing'), at < 0 ? null : at, '245')]
}

function tagProblems(tag: string, seen: Map<string, number>): Found[] {
  if (!/^[0-9A-Z]{3}$/.test(tag) || tag === '000') return [error('tag_impossible')]
  const info = tagInfo(tag)
  if (!info) return isLocalTag(tag) ? [] : [warning('tag_unknown')]
  // A record has one main entry, whichever of the four tags it takes.
  const name = /^1[013]|^111/.test(tag) ? '1XX' : tag
  const count = (seen.get(name) ?? 0) + 1
  seen.set(name, count)
  return count > 1 && !info.isRepeatable ? [warning('not_repeatable', name)] : []
}

function controlProblems({ tag, value }: ControlField, { languages }: CheckOptions): Found[] {
  // A field of data without subfields cannot be written to any exchange format.
  if (!tag.startsWith('00')) return [error('empty_field')]
  if (value === '') return [warning('empty_field')]
  if (tag !== '008') return []
  if (value.length !== 40) return [warning('fixed_length_wrong', String(value.length))]
  const [year, language] = [value.slice(7, 11), value.slice(35, 38)]
  return [
    ...(/^[\du| ]{4}$/.test(year) ? [] : [warning('year_wrong', year)]),
    ...(isLanguageKnown(language, languages) ? [] : [warning('language_unknown', language)]),
  ]
}

/** What stands for several, for none and for not said. */
const noLanguage = new Set(['mul', 'und', 'zxx', '   ', '|||'])

function isLanguageKnown(code: string, languages: ReadonlySet<string> | undefined): boolean {
  return languages === undefined || noLanguage.has(code) || languages.has(code)
}

function dataProblems(field: DataField, options: CheckOptions): Found[] {
  if (field.tag.startsWith('00')) return [error('subfield_impossible', field.subfields[0]?.[0] ?? '')]
  const isEmpty = field.subfields.every(([, text]) => text.trim() === '')
  const info = tagInfo(field.tag)
  return [
    ...indicatorProblems(field, info),
    ...subfieldProblems(field, info),
    ...(isEmpty ? [warning('empty_field')] : []),
    ...contentProblems(field, options),
  ]
}

function indicatorProblems({ indicators }: DataField, info: TagInfo | null): Found[] {
  return [...indicators].flatMap((value, place) => {
    // Many programs write a blank as #.
    const plain = value === '#' ? ' ' : value
    if (!/^[0-9a-z ]$/.test(plain)) return [error('indicator_impossible', value)]
    const values = info?.indicators[place]
    return values && !values.includes(plain) ? [warning('indicator_unknown', `${place + 1}: ${value}`)] : []
  })
}

function subfieldProblems({ tag, subfields }: DataField, info: TagInfo | null): Found[] {
  const seen = new Set<string>()
  const found = subfields.flatMap(([code]) => {
    if (!/^[0-9a-z]$/.test(code)) return [error('subfield_impossible', code)]
    const isAgain = seen.has(code)
    seen.add(code)
    const isRepeatable = info?.subfields?.get(code)
    if (info?.subfields && isRepeatable === undefined) return [warning('subfield_unknown', code)]
    return isAgain && isRepeatable === false ? [warning('not_repeatable', `${tag}$${code}`)] : []
  })
  return found.filter(
    (one, at) => found.findIndex(({ code, detail }) => code === one.code && detail === one.detail) === at,
  )
}

function contentProblems(field: DataField, { languages }: CheckOptions): Found[] {
  const texts = textsOf(field, 'a')
  switch (field.tag) {
    case '020':
      return texts
        .filter((text) => normalIsbn(bare(text)) === null)
        .map((text) => warning('isbn_wrong', text))
    case '022':
      return texts
        .filter((text) => normalIssn(bare(text)) === null)
        .map((text) => warning('issn_wrong', text))
    case '041':
      if (field.indicators[1] === '7') return []
      return texts
        .flatMap((text) => text.match(/.{1,3}/gu) ?? [])
        .filter((code) => !isLanguageKnown(code, languages))
        .map((code) => warning('language_unknown', code))
    case '082':
      return texts.filter((text) => !isDdc(text)).map((text) => warning('ddc_wrong', text))
    default:
      return isPublicationField(field)
        ? textsOf(field, 'c')
            .filter((text) => !isYear(text))
            .map((text) => warning('year_wrong', text))
        : []
  }
}

/** Binding and price may follow the number. */
function bare(text: string): string {
  return text.replace(/\s*[(:;].*$/s, '')
}

function isDdc(text: string): boolean {
  return /^\d{3}(?:\.\d+)?$/.test(text.replace(/[\s'’′/]/g, ''))
}

/** [k.n.] and [19--?] are what a cataloguer writes who does not know; 20l5 and 3015 are slips. */
function isYear(text: string): boolean {
  const clean = cleanText(text)
  const years = clean.match(/(?<!\d)\d{4}(?!\d)/g) ?? []
  if (years.some((year) => Number(year) >= 1000 && Number(year) <= 2200)) return true
  return !/\d/.test(clean) || (years.length === 0 && /\d{2,3}[-?u]/.test(clean))
}
