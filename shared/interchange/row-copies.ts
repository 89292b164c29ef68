import { cleanText } from '../fold.ts'
import { mostCopies, numbersIn } from './accession-numbers.ts'
import { emptyDraft, type CopyDraft } from './copy-draft.ts'
import { remembered } from './remembered.ts'
import type { ValueCode } from './table.ts'
import { copyTargets, type CopyTarget } from './targets.ts'
import { sourceOf, stateOf, type RowRules } from './value-maps.ts'
import { dateIn, priceIn } from './values.ts'

/** The texts a copy is made of, wherever they stood: the columns of a row, or the subfields of a field. */
export type CopyTexts = Partial<Record<CopyTarget | 'callNumber', string>>
export type CopyRules = RowRules & {
  dateOrder: 'dmy' | 'mdy'
  /** Whether a line may hold several numbers; otherwise each line is one, whatever marks it has. */
  hasLists: boolean
}
export type Tell = (target: CopyTarget | 'callNumber', code: ValueCode, detail: string) => void

/** Makes the copies that texts tell of, none where they are all empty; make it once for a file. */
export function copyMaker(rules: CopyRules): (texts: CopyTexts, tell: Tell) => CopyDraft[] {
  const read = wordReader(rules)
  return (texts, tell) => {
    // A title has a call number without having a copy.
    if (!copyTargets.some((target) => (texts[target] ?? '') !== '')) return []
    const shared = sharedDraft(texts, rules, { read, tell })
    const numbers = listIn(texts, 'accessionNumber', rules, tell)
    const barcodes = listIn(texts, 'barcode', rules, tell)
    const count = countOf(texts, Math.max(numbers.length, barcodes.length), tell)
    if (numbers.length > 0 && barcodes.length > 0 && numbers.length !== barcodes.length)
      tell('barcode', 'barcodes_differ', texts.barcode ?? '')
    return Array.from({ length: count }, (_, at) => ({
      ...shared,
      accessionNumber: numbers[at] ?? '',
      barcode: barcodes[at] ?? '',
    }))
  }
}

function wordReader({ valueMaps, dateOrder }: CopyRules) {
  return {
    price: remembered(priceIn),
    day: remembered((text) => dateIn(text, dateOrder)),
    source: remembered((text) => sourceOf(valueMaps, text)),
    condition: remembered((text) => stateOf(valueMaps, text, 'condition')),
    status: remembered((text) => stateOf(valueMaps, text, 'status')),
  }
}

function listIn(
  texts: CopyTexts,
  target: 'accessionNumber' | 'barcode',
  rules: CopyRules,
  tell: Tell,
): string[] {
  const text = cleanText(texts[target] ?? '')
  if (text === '') return []
  if (!rules.hasLists) return text.split('\n')
  const { numbers, unclear, twice, isTooLong } = numbersIn(text)
  for (const piece of unclear) tell(target, 'number_unclear', piece)
  for (const number of twice) tell(target, 'number_twice', number)
  if (isTooLong) tell(target, 'too_many_copies', text.slice(0, 200))
  return numbers
}

/** Numbers win over a count; a row that tells of a copy without either tells of one. */
function countOf({ copyCount = '' }: CopyTexts, numbered: number, tell: Tell): number {
  const text = copyCount.trim()
  if (text === '') return Math.max(numbered, 1)
  const count = /^\d{1,7}(?=\D|$)/.exec(text)?.[0]
  if (count === undefined) tell('copyCount', 'copy_count_unclear', text)
  else if (numbered > 0 && Number(count) !== numbered) tell('copyCount', 'copy_count_differs', text)
  if (numbered > 0 || count === undefined) return Math.max(numbered, 1)
  if (Number(count) > mostCopies) tell('copyCount', 'too_many_copies', text)
  return Math.min(Number(count), mostCopies)
}

/** Said by a dash or by “không” in many registers. */
const nothing = /^(?:[-–—.0/]*|không|ko|không có|không giá|x)$/i

type Reading = { read: ReturnType<typeof wordReader>; tell: Tell }

function sharedDraft(texts: CopyTexts, { defaults }: CopyRules, { read, tell }: Reading): CopyDraft {
  const text = (target: CopyTarget | 'callNumber') => cleanText(texts[target] ?? '')
  const draft: CopyDraft = {
    ...emptyDraft,
    site: text('site') || defaults.site,
    store: text('store') || defaults.store,
    shelf: text('shelf'),
    callNumber: text('callNumber'),
    enumeration: text('enumeration'),
    source: defaults.source,
    condition: defaults.condition,
    status: defaults.status,
    voucher: text('voucher'),
    note: text('copyNote'),
  }
  const price = text('price')
  if (price !== '') draft.priceMinor = read.price(price)
  if (draft.priceMinor === null && !nothing.test(price)) tell('price', 'price_unclear', price)
  const day = text('accessionedOn')
  if (day !== '') draft.accessionedOn = read.day(day)
  if (draft.accessionedOn === null && !nothing.test(day)) tell('accessionedOn', 'date_unclear', day)
  const source = text('source')
  const known = source === '' ? draft.source : read.source(source)
  if (known === null) tell('source', 'source_unknown', source)
  draft.source = known ?? ''
  for (const kind of ['condition', 'status'] as const) readState(draft, kind, text(kind), { read, tell })
  return draft
}

function readState(
  draft: CopyDraft,
  kind: 'condition' | 'status',
  text: string,
  { read, tell }: Reading,
): void {
  if (text === '') return
  const state = read[kind](text)
  if (state) Object.assign(draft, state)
  else {
    draft[kind] = ''
    tell(kind, kind === 'condition' ? 'condition_unknown' : 'status_unknown', text)
  }
}
