import { splitHeadings, splitSeries, type RecordFields } from './marc-form.ts'
import { nameIn } from './marc-headings.ts'
import { isDataField, type DataField, type MarcRecord } from './marc.ts'
import { textsOf, withoutNextMark } from './marc-text.ts'

export type IsbdEntry = {
  /** The name under which the entry stands; empty where the title leads. */
  heading: string
  description: string
  /** Empty unless asked for. */
  summary: string
}

/**
 * An entry of a printed bibliography, in ISBD's order and marks. The record, where it is given, adds what the form
 * does not show: the main entry, size and illustrations, the journal of an article.
 */
export function isbdEntry(
  fields: RecordFields,
  { hasSummary = false, record = null }: { hasSummary?: boolean; record?: MarcRecord | null } = {},
): IsbdEntry {
  const host = dataFields(record, '773')[0]
  const areas = host
    ? [
        `${titleArea(fields)} // ${textsOf(host, 'at').map(withoutNextMark).join('. ')}`,
        ...hostAreas(fields, host),
      ]
    : [
        titleArea(fields),
        fields.edition,
        imprintArea(fields),
        extentArea(fields, record),
        seriesArea(fields),
        ...numbers(fields),
      ]
  return {
    heading: headingOf(fields, record),
    description: joined(areas),
    summary: hasSummary ? fields.summary : '',
  }
}

/** Areas are parted by ". - "; a full stop that is there is not set again. */
function joined(areas: readonly string[]): string {
  return areas
    .filter((area) => area !== '')
    .reduce((text, area) => (text === '' ? area : `${text}${text.endsWith('.') ? '' : '.'} - ${area}`), '')
}

function dataFields(record: MarcRecord | null, tag: string): DataField[] {
  return (record?.fields ?? []).filter(isDataField).filter((field) => field.tag === tag)
}

function headingOf(fields: RecordFields, record: MarcRecord | null): string {
  if (!record) return splitHeadings(fields.authors)[0] ?? ''
  const [main] = ['100', '110', '111'].flatMap((tag) => dataFields(record, tag))
  return main ? nameIn(main) : ''
}

function titleArea({ title, part, subtitle, responsibility }: RecordFields): string {
  const named = [title, part].filter((text) => text !== '').join('. ')
  return `${named}${subtitle && ` : ${subtitle}`}${responsibility && ` / ${responsibility}`}`
}

function imprintArea({ place, publisher, publishedYear }: RecordFields): string {
  const [places, publishers] = [splitHeadings(place), splitHeadings(publisher)]
  const names =
    places.length === publishers.length
      ? places.map((each, index) => `${each} : ${publishers[index] ?? ''}`).join(' ; ')
      : [places.join(' ; '), publishers.join(' : ')].filter((text) => text !== '').join(' : ')
  return [names, publishedYear === null ? '' : String(publishedYear)].filter((text) => text !== '').join(', ')
}

function extentArea({ extent }: RecordFields, record: MarcRecord | null): string {
  const [field] = dataFields(record, '300')
  if (!field) return extent
  const added = textsOf(field, 'e').map(withoutNextMark).join(', ')
  return `${extent}${added && ` + ${added}`}`
}

function seriesArea({ series }: RecordFields): string {
  return splitSeries(series)
    .map((each) => `(${each})`)
    .join(' ')
}

function numbers({ isbn, issn }: RecordFields): string[] {
  return [
    ...splitHeadings(isbn).map((number) => `ISBN ${number}`),
    ...splitHeadings(issn).map((number) => `ISSN ${number}`),
  ]
}

/** Year, issue and pages; what 773$g says already is not said twice. */
function hostAreas({ publishedYear }: RecordFields, host: DataField): string[] {
  const place = textsOf(host, 'g').flatMap((text) =>
    text.split(/[.,;]?\s+-\s+|[,;]\s+(?=tr\.|trang|p\.|pp\.)/iu),
  )
  const dated = textsOf(host, 'd')[0] ?? (publishedYear === null ? '' : String(publishedYear))
  const isSaid = place.some((text) => text.includes(dated))
  return [isSaid ? '' : withoutNextMark(dated), ...place.map((text) => withoutNextMark(text)).map(capital)]
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
