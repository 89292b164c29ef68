import type { IsoDate } from '../dates.ts'
import { fold } from '../fold.ts'
import { languageOf } from './marc-singles.ts'
import { controlValue, textsOf, withControl } from './marc-text.ts'
import { isDataField, type MarcRecord } from './marc.ts'
import type { Material } from './title.ts'

type Kind = {
  /** Leader 06 and 07: type of record and bibliographic level. */
  type: string
  /** 008/18–34, which each type reads in its own way; blanks and zeros say "no", bars say nothing. */
  details: string
  /** 007, where the carrier needs saying. */
  carrier?: string
}

const book = '           000 0 '
const bookAs = (itemForm: string) => `     ${itemForm}     000 0 `
const kinds: Record<Material, Kind> = {
  book: { type: 'am', details: book },
  serial: { type: 'as', details: '|| p       0    0' },
  map: { type: 'em', details: '       a     0   ' },
  audiovisual: { type: 'gm', details: '|||            v|' },
  microform: { type: 'am', details: bookAs('a'), carrier: 'h||||||||||||' },
  manuscript: { type: 'tm', details: book },
  hannom: { type: 'tm', details: book },
  braille: { type: 'am', details: bookAs('f'), carrier: 'fb||||||||' },
  talking_book: { type: 'im', details: 'nn               ', carrier: 's|||||||||||||' },
  large_print: { type: 'am', details: bookAs('d') },
  digital: { type: 'am', details: bookAs('s'), carrier: 'c|||||||||||||' },
  link: { type: 'ai', details: '|| w o     0    0', carrier: 'cr||||||||||||' },
  article: { type: 'ab', details: '|| p       0    0' },
}

/** A new record in Unicode, its elements without ISBD's closing marks. */
export function leaderFor(material: Material): string {
  return `00000n${kinds[material].type} a2200000 c 4500`
}

/** The kind of material stands in two places of the leader; the others are the record's own. */
export function withMaterial(record: MarcRecord, material: Material): MarcRecord {
  const { leader } = record
  return { ...record, leader: leader.slice(0, 6) + leaderFor(material).slice(6, 8) + leader.slice(8) }
}

/** 008/00–05 is the day a record was entered here, whatever record it was made from. */
export function enteredOn(record: MarcRecord, day: IsoDate): MarcRecord {
  const value = controlValue(record, '008')
  return value === '' ? record : withControl(record, { tag: '008', value: dateEntered(day) + value.slice(6) })
}

function dateEntered(day: IsoDate): string {
  return day.replaceAll('-', '').slice(2)
}

/** A record with its coded fields only: entered today, in Viet Nam, in Vietnamese, year unknown. */
export function emptyRecord(material: Material, today: IsoDate): MarcRecord {
  const { details, carrier } = kinds[material]
  const coded = { tag: '008', value: `${dateEntered(today)}nuuuuuuuuvm ${details}vie d` }
  return {
    leader: leaderFor(material),
    fields: carrier === undefined ? [coded] : [{ tag: '007', value: carrier }, coded],
  }
}

const byType: Record<string, Material> = {
  e: 'map',
  f: 'map',
  g: 'audiovisual',
  j: 'audiovisual',
  k: 'audiovisual',
  o: 'audiovisual',
  r: 'audiovisual',
  i: 'talking_book',
  m: 'digital',
}
const byCarrier: Record<string, Material> = { h: 'microform', a: 'map', v: 'audiovisual', m: 'audiovisual' }
const byItemForm: Record<string, Material> = {
  a: 'microform',
  b: 'microform',
  c: 'microform',
  d: 'large_print',
  f: 'braille',
  o: 'digital',
  q: 'digital',
  s: 'digital',
}

/** The best guess from the coded positions; MARC has no code for Hán-Nôm, so its words speak. */
export function materialOf(record: MarcRecord): Material {
  const [type, level] = [record.leader.charAt(6), record.leader.charAt(7)]
  const carrier = controlValue(record, '007')
  const itemForm = controlValue(record, '008').charAt('efgkor'.includes(type || '-') ? 29 : 23)
  if (level === 'i' && (itemForm === 'o' || carrier.startsWith('cr'))) return 'link'
  if (level === 'a' || level === 'b') return 'article'
  if (byType[type]) return byType[type]
  if (carrier.startsWith('fb')) return 'braille'
  if (byCarrier[carrier.charAt(0)]) return byCarrier[carrier.charAt(0)] ?? 'book'
  if (isHanNom(record)) return 'hannom'
  if ('tdfp'.includes(type || '-')) return 'manuscript'
  if (byItemForm[itemForm]) return byItemForm[itemForm] ?? 'book'
  return level === 's' ? 'serial' : 'book'
}

const telling = ['500', '546', '650', '653', '655']

function isHanNom(record: MarcRecord): boolean {
  if ('td'.includes(record.leader.charAt(6) || '-') && languageOf(record) === 'chi') return true
  return record.fields.some(
    (field) =>
      isDataField(field) &&
      telling.includes(field.tag) &&
      textsOf(field, 'ab').some((text) => /^(?:chu |sach |tu lieu )?han[ -]nom/.test(fold(text))),
  )
}
