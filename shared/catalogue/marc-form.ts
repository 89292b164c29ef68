import { cleanText } from '../fold.ts'
import * as boxes from './marc-boxes.ts'
import { readList, writeList, type ListBox } from './marc-lists.ts'
import {
  languageOf,
  readFirst,
  readTitle,
  withFirst,
  withLanguage,
  withTitle,
  withTitleIndicator,
  withYear,
  yearOf,
} from './marc-singles.ts'
import type { MarcRecord } from './marc.ts'
import type { TitleFields } from './title.ts'

export { joinHeadings, splitHeadings, splitSeries, type KindOf } from './marc-boxes.ts'
export { headingsOf, withHeading, type Heading, type HeadingChange } from './marc-headings.ts'
export { emptyRecord, enteredOn, leaderFor, materialOf, withMaterial } from './marc-new.ts'
export { pagesIn } from './marc-boxes.ts'
export { placeByTag, withFieldByTag } from './marc-text.ts'

/** What the plain form reads off a record; material and origin are the title's own. */
export type RecordFields = Omit<TitleFields, 'material' | 'digitalOrigin'>

type Box<Value> = {
  read: (record: MarcRecord) => Value
  write: (record: MarcRecord, value: Value, kindOf: boxes.KindOf) => MarcRecord
}

function list(box: ListBox): Box<string> {
  return {
    read: (record) => readList(record, box),
    write: (record, value) => writeList(record, box, cleanText(value)),
  }
}

function titleBox(codes: string, max: number): Box<string> {
  return {
    read: (record) => readTitle(record, codes, max),
    write: (record, value) => withTitle(record, codes, cleanText(value)),
  }
}

function first(name: Parameters<typeof readFirst>[1]): Box<string> {
  return {
    read: (record) => readFirst(record, name),
    write: (record, value) => withFirst(record, name, cleanText(value)),
  }
}

const subjects = boxes.subjectsBox(() => null)

/** Names before 245, whose first indicator tells whether there is a main entry. */
const form: { [Name in keyof RecordFields]: Box<RecordFields[Name]> } = {
  authors: list(boxes.authorsBox),
  organisations: list(boxes.organisationsBox),
  title: titleBox('a', 1000),
  part: titleBox('np', 300),
  subtitle: titleBox('b', 1000),
  responsibility: titleBox('c', 1000),
  edition: list(boxes.editionBox),
  place: list(boxes.placeBox),
  publisher: list(boxes.publisherBox),
  publishedYear: { read: yearOf, write: withYear },
  extent: list(boxes.extentBox),
  series: list(boxes.seriesBox),
  isbn: list(boxes.isbnBox),
  issn: list(boxes.issnBox),
  language: { read: languageOf, write: withLanguage },
  ddc: first('ddc'),
  callNumber: first('callNumber'),
  subjects: {
    read: (record) => readList(record, subjects),
    write: (record, value, kindOf) => writeList(record, boxes.subjectsBox(kindOf), cleanText(value)),
  },
  keywords: list(boxes.keywordsBox),
  summary: list(boxes.summaryBox),
  note: list(boxes.noteBox),
  url: first('url'),
}

export function formOf(record: MarcRecord): RecordFields {
  return {
    title: form.title.read(record),
    subtitle: form.subtitle.read(record),
    part: form.part.read(record),
    responsibility: form.responsibility.read(record),
    authors: form.authors.read(record),
    organisations: form.organisations.read(record),
    edition: form.edition.read(record),
    place: form.place.read(record),
    publisher: form.publisher.read(record),
    publishedYear: form.publishedYear.read(record),
    extent: form.extent.read(record),
    series: form.series.read(record),
    isbn: form.isbn.read(record),
    issn: form.issn.read(record),
    language: form.language.read(record),
    ddc: form.ddc.read(record),
    callNumber: form.callNumber.read(record),
    subjects: form.subjects.read(record),
    keywords: form.keywords.read(record),
    summary: form.summary.read(record),
    note: form.note.read(record),
    url: form.url.read(record),
  }
}

/** A few boxes of it, for where thousands of records are only to be told apart. */
export function boxesOf<Name extends keyof RecordFields>(
  record: MarcRecord,
  names: readonly Name[],
): Pick<RecordFields, Name> {
  return Object.fromEntries(names.map((name) => [name, form[name].read(record)])) as Pick<RecordFields, Name>
}

/**
 * The record with what the form changed, and nothing else: a box that still shows what the record holds touches no
 * byte. `kindOf` tells of a new subject whether it is a person's or an organisation's name.
 */
export function withForm(
  record: MarcRecord,
  fields: RecordFields,
  kindOf: boxes.KindOf = () => null,
): MarcRecord {
  const shown = formOf(record)
  const names = Object.keys(form) as (keyof RecordFields)[]
  const changed = names
    .filter((name) => shown[name] !== fields[name])
    .reduce((current, name) => withBox(current, name, { fields, kindOf }), record)
  return withTitleIndicator(changed, record)
}

function withBox<Name extends keyof RecordFields>(
  record: MarcRecord,
  name: Name,
  { fields, kindOf }: { fields: RecordFields; kindOf: boxes.KindOf },
): MarcRecord {
  return form[name].write(record, fields[name], kindOf)
}
