import * as z from 'zod'
import { isDataField, type DataField, type MarcRecord } from '../catalogue/contract.ts'
import { Condition, CopyStatus } from '../copies/contract.ts'
import { cleanText } from '../fold.ts'
import type { CopyDraft } from './copy-draft.ts'
import { linkedItems } from './holdings-links.ts'
import { copyMaker, type CopyTexts, type Tell } from './row-copies.ts'
import type { RowProblem } from './table.ts'
import { copyTargets, type CopyTarget } from './targets.ts'
import { noRules, type RowRules } from './value-maps.ts'

const tag = z.string().length(3)
type Place = CopyTarget | 'callNumber'
const places = [...copyTargets, 'callNumber'] as const

/**
 * Which subfields tell of a copy: `hi` is $h and $i one behind the other, `i|p` is $i, or $p where there is no $i. Every
 * library has its own, so all of it can be changed.
 */
export const CopySubfields = z.partialRecord(
  z.enum(places),
  z.string().regex(/^[0-9a-z]{1,10}(?:\|[0-9a-z]{1,10}){0,5}$/i),
)
export type CopySubfields = z.output<typeof CopySubfields>

/** What a code in a subfield says: Koha's 952$1 is a number that says the copy is lost. */
export const StateCode = z.object({
  code: z.string().length(1),
  /** '' is any value but nothing and 0. */
  value: z.string().max(100),
  status: CopyStatus.nullable().default(null),
  condition: Condition.nullable().default(null),
  isWithdrawn: z.boolean().default(false),
})

export const CopyRule = z.object({
  tags: z.array(tag).min(1).max(20),
  subfields: CopySubfields,
  /** Fields of the single items, which hang on the first ones by $8, $6, $3 or their order: 876 on 852. */
  items: z
    .object({ tags: z.array(tag).min(1).max(20), subfields: CopySubfields })
    .nullable()
    .default(null),
  /** Whether a subfield holds one number, or may hold several: “VN1001-VN1010, VN1020”. */
  numbers: z.enum(['one', 'list']).default('list'),
  statusCodes: z.array(StateCode).max(100).default([]),
})
export type CopyRule = z.output<typeof CopyRule>

export type RecordCopies = {
  drafts: CopyDraft[]
  /** The record without the fields that became copies. */
  record: MarcRecord
  problems: RowProblem[]
}

/**
 * Reads the copies a record tells of; make it once for a file. A field that says where a title stands, but of no copy,
 * stays in the record.
 */
export function copyReader(rule: CopyRule, rules: RowRules = noRules): (record: MarcRecord) => RecordCopies {
  const copiesFrom = copyMaker({ ...rules, dateOrder: 'dmy', hasLists: rule.numbers === 'list' })
  const read = pairReader(rule)
  const tags = new Set(rule.tags)
  const itemTags = new Set(rule.items?.tags)
  return (record) => {
    const fields = dataFields(record, tags)
    const items = itemTags.size === 0 ? [] : dataFields(record, itemTags)
    if (fields.length === 0 && items.length === 0) return { drafts: [], record, problems: [] }
    const problems: RowProblem[] = []
    const tell: Tell = (_, code, detail) =>
      void problems.push({ at: 0, column: null, code, detail: detail.slice(0, 300) })
    const used = new Set<MarcRecord['fields'][number]>()
    const drafts: CopyDraft[] = []
    for (const { field, item, isSure } of linkedItems(record, fields, items)) {
      const texts = read({ field, item })
      const made = isCopy(texts) ? copiesFrom(texts, tell) : []
      if (made.length === 0) continue
      if (!isSure) tell('site', 'item_unlinked', item?.tag ?? '')
      for (const each of [field, item]) if (each) used.add(each)
      for (const draft of made) drafts.push(withCodes(draft, [field, item], rule))
    }
    tellOf(drafts, tell)
    const kept = record.fields.filter((field) => !used.has(field))
    return { drafts, record: used.size === 0 ? record : { ...record, fields: kept }, problems }
  }
}

export function copyDraftsOf(record: MarcRecord, rule: CopyRule, rules: RowRules = noRules): RecordCopies {
  return copyReader(rule, rules)(record)
}

function dataFields({ fields }: MarcRecord, tags: ReadonlySet<string>): DataField[] {
  return fields.filter((field) => tags.has(field.tag) && isDataField(field)) as DataField[]
}

function tellOf(drafts: readonly CopyDraft[], tell: Tell): void {
  if (drafts.some(({ accessionNumber }) => accessionNumber === ''))
    tell('accessionNumber', 'number_missing', '')
  for (const { isWithdrawn, accessionNumber, barcode } of drafts)
    if (isWithdrawn) tell('status', 'copy_withdrawn', accessionNumber || barcode)
}

type Pair = { field: DataField | null; item: DataField | null }

/** What the item says of itself goes before what is said where it stands. */
function pairReader(rule: CopyRule): (pair: Pair) => CopyTexts {
  const ofField = fieldReader(rule.subfields)
  const ofItem = fieldReader(rule.items?.subfields ?? {})
  return ({ field, item }) => ({ ...(field ? ofField(field) : {}), ...(item ? ofItem(item) : {}) })
}

/** Numbers and remarks of a repeated subfield are all meant; of anything else the first. */
const repeated: readonly string[] = ['accessionNumber', 'barcode', 'copyNote']

function fieldReader(mapped: CopySubfields): (field: DataField) => CopyTexts {
  const wanted = Object.entries(mapped).map(([place, codes]) => ({
    place: place as Place,
    alternatives: codes.split('|').map((each) => [...each]),
    isRepeated: repeated.includes(place),
  }))
  return ({ subfields }) => {
    const texts: CopyTexts = {}
    for (const { place, alternatives, isRepeated } of wanted) {
      const text = firstText(subfields, alternatives, isRepeated)
      if (text !== '') texts[place] = text
    }
    return texts
  }
}

function firstText(
  subfields: DataField['subfields'],
  alternatives: readonly (readonly string[])[],
  isRepeated: boolean,
): string {
  for (const codes of alternatives) {
    const texts = codes.flatMap((code) => textsOf(subfields, code, isRepeated))
    if (texts.length > 0) return texts.join(isRepeated ? '\n' : ' ')
  }
  return ''
}

function textsOf(subfields: DataField['subfields'], code: string, isRepeated: boolean): string[] {
  const texts: string[] = []
  for (const [each, text] of subfields) {
    if (each !== code) continue
    const clean = cleanText(text)
    if (clean === '') continue
    texts.push(clean)
    if (!isRepeated) break
  }
  return texts
}

/** What only a copy has; a place alone is where the title stands. */
const ofCopies: readonly Place[] = [
  'accessionNumber',
  'barcode',
  'copyCount',
  'price',
  'accessionedOn',
  'source',
  'voucher',
  'condition',
  'status',
  'enumeration',
]

function isCopy(texts: CopyTexts): boolean {
  return ofCopies.some((place) => (texts[place] ?? '') !== '')
}

function withCodes(
  draft: CopyDraft,
  fields: readonly (DataField | null)[],
  { statusCodes }: CopyRule,
): CopyDraft {
  const meant = statusCodes.filter(({ code, value }) =>
    fields.some((field) =>
      field?.subfields.some(([each, text]) => each === code && isSaid(text.trim(), value)),
    ),
  )
  for (const { status, condition, isWithdrawn } of meant) {
    draft.status = status ?? draft.status
    draft.condition = condition ?? draft.condition
    draft.isWithdrawn ||= isWithdrawn
  }
  return draft
}

function isSaid(text: string, value: string): boolean {
  return value === '' ? text !== '' && text !== '0' : text.toLowerCase() === value.toLowerCase()
}
