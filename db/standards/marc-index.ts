import { isDataField, type DataField, type MarcRecord } from '../../shared/catalogue/contract.ts'
import { withoutClosing, withoutNextMark } from '../../shared/catalogue/rules.ts'
import { cleanText } from '../../shared/fold.ts'

/** The number of the pair where a field stands twice, once in another script (880); else empty. */
export type Field = DataField & { pair: string; isOtherScript: boolean }

/** A record by its tags, for mappings that ask for one tag after another. */
export type MarcIndex = {
  leader: string
  control: (tag: string) => string
  of: (...tags: readonly string[]) => readonly Field[]
}

const none: readonly Field[] = []
const link = /^(\d{3})-(\d\d)/

export function indexed({ leader, fields }: MarcRecord): MarcIndex {
  const controls = new Map<string, string>()
  const byTag = new Map<string, Field[]>()
  for (const field of fields) {
    if (isDataField(field)) {
      const known = linked(field)
      const same = byTag.get(known.tag)
      if (same) same.push(known)
      else byTag.set(known.tag, [known])
    } else if (!controls.has(field.tag)) controls.set(field.tag, field.value)
  }
  return {
    leader,
    control: (tag) => controls.get(tag) ?? '',
    of: (...tags) =>
      tags.length === 1 ? (byTag.get(tags[0] ?? '') ?? none) : tags.flatMap((tag) => byTag.get(tag) ?? none),
  }
}

/** An 880 speaks for the field that its $6 names. */
function linked(field: DataField): Field {
  const [, tag = '', number = '00'] =
    link.exec(field.subfields.find(([code]) => code === '6')?.[1] ?? '') ?? []
  const pair = number === '00' ? '' : number
  return field.tag === '880' && tag !== ''
    ? { ...field, tag, pair, isOtherScript: true }
    : { ...field, pair, isOtherScript: false }
}

export function textsOf({ subfields }: DataField, codes: string): string[] {
  const found: string[] = []
  for (const [code, text] of subfields) {
    if (!codes.includes(code)) continue
    const clean = cleanText(text)
    if (clean !== '') found.push(clean)
  }
  return found
}

/** Subfields as one text, without the marks that ISBD sets between elements. */
export function bareText(field: DataField, codes: string, between = ' '): string {
  return withoutClosing(textsOf(field, codes).join(between))
}

/** Each subfield by itself, without the marks. */
export function bareTexts(field: DataField, codes: string): string[] {
  return textsOf(field, codes)
    .map(withoutClosing)
    .filter((text) => text !== '')
}

/** Elements that may end in a full stop of their own: an extent ends in "tr.", a place in "H.". */
export function elementText(field: DataField, codes: string, between = ' '): string {
  return withoutNextMark(textsOf(field, codes).join(between))
}

export function elementTexts(field: DataField, codes: string): string[] {
  return textsOf(field, codes)
    .map(withoutNextMark)
    .filter((text) => text !== '')
}

/** Language codes of 008 and 041, each once; older records write several in one: vieeng. */
export function languagesOf(marc: MarcIndex, codes = 'ad'): string[] {
  const coded = marc.control('008').slice(35, 38)
  const named = marc
    .of('041')
    .flatMap((field) => textsOf(field, codes).flatMap((text) => text.match(/[a-z]{3}/g) ?? []))
  const all = [...(/^[a-z]{3}$/.test(coded) ? [coded] : []), ...named]
  return [...new Set(all)].filter((code) => code !== 'und' && code !== 'mul')
}

export function isMarked(field: DataField, place: 0 | 1, signs: string): boolean {
  return signs.includes(field.indicators.charAt(place) || '-')
}
