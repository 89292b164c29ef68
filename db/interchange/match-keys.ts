import { isDataField, type MarcRecord } from '../../shared/catalogue/contract.ts'
import { splitHeadings, splitIsbns, type RecordFields } from '../../shared/catalogue/rules.ts'
import { fold, words } from '../../shared/fold.ts'
import type { MatchRule } from '../../shared/interchange/contract.ts'

export const knownBy = ['title', 'part', 'authors', 'organisations', 'publishedYear', 'isbn'] as const
export type KnownBy = Pick<RecordFields, (typeof knownBy)[number]>
/** What a record is known by, as far as the rules ask for it. */
export type Known = { record: MarcRecord; form: KnownBy; source: string }

/** Names of a record under one rule; two records that share one are taken for the same. */
export function keysOf(rule: MatchRule, known: Known): string[] {
  switch (rule.by) {
    case 'control_number':
      return [controlNumberOf(known.record)]
        .filter((number) => number !== '')
        .map((number) => sourced(known, number))
    case 'isbn':
      return splitIsbns(known.form.isbn).valid.map((isbn) => `${isbn} ${folded(known.form.part)}`)
    case 'title':
      return known.form.title === '' ? [] : [titleKey(known.form)]
    case 'field':
      return fieldTexts(known.record, rule)
  }
}

export function controlNumberOf(record: MarcRecord): string {
  const field = record.fields.find((each) => each.tag === '001')
  return field && !isDataField(field) ? field.value.trim() : ''
}

/** A number means something in its own system only: the one the profile names, or the one that 003 does. */
export function sourceOf(record: MarcRecord, profileSource: string): string {
  if (profileSource !== '') return profileSource
  const field = record.fields.find((each) => each.tag === '003')
  return field && !isDataField(field) ? field.value.trim() : ''
}

function sourced({ source }: Known, number: string): string {
  return `${source}\n${number}`
}

export function folded(text: string): string {
  return words(fold(text)).join(' ')
}

type Named = Omit<KnownBy, 'isbn'>

export function titleKey({ title, part, authors, organisations, publishedYear }: Named): string {
  const author = splitHeadings(authors)[0] ?? splitHeadings(organisations)[0] ?? ''
  return [
    folded(title),
    folded(part),
    folded(author).split(' ').toSorted().join(' '),
    publishedYear ?? '',
  ].join('\n')
}

export function fieldTexts(record: MarcRecord, { tag, code }: { tag: string; code: string }): string[] {
  return record.fields
    .filter(isDataField)
    .filter((field) => field.tag === tag)
    .flatMap(({ subfields }) => subfields.filter(([each]) => each === code).map(([, text]) => folded(text)))
    .filter((text) => text !== '')
}
