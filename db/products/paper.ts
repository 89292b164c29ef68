import { displayDate } from '../../shared/dates.ts'
import { sortKey } from '../../shared/collate.ts'
import type { Product } from '../../shared/products/contract.ts'
import type { Bibliography, BibliographyIndex } from '../documents/bibliography.ts'
import { wordsIn } from '../words.ts'
import type { Contents, Entry } from './entries.ts'

/** A product as it is printed: title page, foreword, groups of numbered entries, indexes. */
export function bibliographyOf(product: Product, contents: Contents): Bibliography {
  const { language, entries } = contents
  const t = wordsIn[language]
  const indexes: BibliographyIndex[] = []
  if (product.hasAuthorIndex)
    indexes.push({ title: t('products.paper.authorIndex'), lines: linesOf(entries, ({ names }) => names) })
  if (product.hasTitleIndex)
    indexes.push({ title: t('products.paper.titleIndex'), lines: linesOf(entries, ({ title }) => [title]) })
  return {
    language,
    governingBody: contents.governingBody,
    issuingBody: contents.libraryName,
    kind: t(`products.paper.kinds.${product.kind}`),
    name: product.name,
    extent: t('products.paper.extent', { count: entries.length }),
    imprint:
      product.issuedOn === null
        ? t('products.paper.draft')
        : [contents.place, product.issuedOn.slice(0, 4)].filter((text) => text !== '').join(', '),
    issued: product.issuedOn ? t('products.paper.issued', { on: displayDate(product.issuedOn) }) : '',
    forewordTitle: t('products.paper.foreword'),
    foreword: product.foreword,
    groups: groupsOf(entries),
    indexes: indexes.filter(({ lines }) => lines.length > 0),
    indexNote: t('products.paper.indexNote'),
  }
}

/** Entries come in the order of their groups. */
function groupsOf(entries: readonly Entry[]): Bibliography['groups'] {
  const groups: Bibliography['groups'] = []
  for (const { group, number, heading, entry, summary } of entries) {
    if (groups.at(-1)?.label !== group) groups.push({ label: group, entries: [] })
    groups.at(-1)?.entries.push({ number, heading, entry, summary })
  }
  return groups
}

/** In Vietnamese alphabetical order; the same words once, with the numbers of all entries. */
function linesOf(entries: readonly Entry[], namesOf: (entry: Entry) => string[]): BibliographyIndex['lines'] {
  const numbersByName = new Map<string, number[]>()
  for (const entry of entries)
    for (const name of namesOf(entry)) {
      const numbers = numbersByName.get(name) ?? []
      numbers.push(entry.number)
      numbersByName.set(name, numbers)
    }
  return [...numbersByName]
    .map(([name, numbers]) => ({ key: sortKey(name), name, numbers }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ name, numbers }) => ({ name, numbers }))
}
