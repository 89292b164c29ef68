import { bareText, bareTexts, isMarked, textsOf, type Field, type MarcIndex } from './marc-index.ts'
import { hasTitle } from './mods/names.ts'
import { leaf } from '../xml.ts'

/** A value whose scheme is one of DCMI's own. */
export const encoded = (scheme: string) => ({ 'xsi:type': `dcterms:${scheme}` })

export function identifiers(marc: MarcIndex): string[] {
  const bare = (text: string) => text.replace(/\s*[(:;].*$/s, '').trim()
  const urn = (tag: string, kind: string) =>
    marc.of(tag).flatMap((field) => textsOf(field, 'a').map((text) => `urn:${kind}:${bare(text)}`))
  return [
    ...[...urn('020', 'isbn'), ...urn('022', 'issn')].map((text) =>
      leaf('dc:identifier', text, encoded('URI')),
    ),
    ...marc.of('024').flatMap((field) => textsOf(field, 'a').map((text) => leaf('dc:identifier', text))),
    ...marc
      .of('856')
      .flatMap((field) => textsOf(field, 'u').map((text) => leaf('dc:identifier', text, encoded('URI')))),
  ]
}

const links: readonly [tags: string[], name: string][] = [
  [['440', '490', '800', '810', '811', '830', '760', '772', '773'], 'dcterms:isPartOf'],
  [['762', '770', '774'], 'dcterms:hasPart'],
  [['765', '767', '775'], 'dcterms:hasVersion'],
  [['776'], 'dcterms:hasFormat'],
  [['780'], 'dcterms:replaces'],
  [['785'], 'dcterms:isReplacedBy'],
  [['786'], 'dc:source'],
  [['777', '787'], 'dc:relation'],
  [['510'], 'dcterms:isReferencedBy'],
]

export function relations(marc: MarcIndex): string[] {
  const citation = marc
    .of('773')
    .flatMap((field) => textsOf(field, 'g').map((text) => leaf('dcterms:bibliographicCitation', text)))
  const works = marc.of('700', '710', '711').filter(hasTitle)
  return [
    ...links.flatMap(([tags, name]) => marc.of(...tags).map((field) => leaf(name, linkText(field)))),
    ...works.map((field) =>
      leaf(isMarked(field, 1, '2') ? 'dcterms:hasPart' : 'dc:relation', bareText(field, 'abcdfgklmnopqrst')),
    ),
    ...citation,
  ]
}

function linkText(field: Field): string {
  return field.tag.startsWith('7') ? bareTexts(field, 'ats').join('. ') : bareText(field, 'abcdfnptv')
}
