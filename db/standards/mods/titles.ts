import { withoutClosing } from '../../../shared/catalogue/rules.ts'
import { bareText, isMarked, textsOf, type Field, type MarcIndex } from '../marc-index.ts'
import { element, leaf, type Attributes } from '../../xml.ts'

/** 245 and all other titles of the work itself; titles of works in it, or it is in, are related items. */
export function titles(marc: MarcIndex): string[] {
  return [
    ...marc.of('245').map((field) => titleInfo(field, { codes: 'afgks', filing: 1 })),
    ...marc.of('130').map((field) => titleInfo(field, { codes: 'adfgklmorst', filing: 0, type: 'uniform' })),
    ...marc.of('240').map((field) => titleInfo(field, { codes: 'adfgklmors', filing: 1, type: 'uniform' })),
    ...marc.of('210').map((field) => titleInfo(field, { codes: 'a', type: 'abbreviated' })),
    ...marc.of('242').map((field) => titleInfo(field, { codes: 'ah', filing: 1, type: 'translated' })),
    ...marc.of('246', '247').map((field) =>
      titleInfo(field, {
        codes: 'af',
        type: field.tag === '246' && isMarked(field, 1, '1') ? 'translated' : 'alternative',
        label: textsOf(field, 'i').map(withoutClosing)[0],
      }),
    ),
    ...marc
      .of('740')
      .filter((field) => !isMarked(field, 1, '2'))
      .map((field) => titleInfo(field, { codes: 'ah', filing: 0, type: 'alternative' })),
  ]
}

type Reading = {
  codes: string
  /** Which indicator counts the signs of an article that sorting leaves out. */
  filing?: 0 | 1
  type?: string
  label?: string | undefined
}

function titleInfo(field: Field, { codes, filing, type, label }: Reading): string {
  const text = bareText(field, codes)
  const skipped = filing === undefined ? 0 : Number(field.indicators.charAt(filing)) || 0
  const parts = [
    leaf('nonSort', text.slice(0, skipped).trim()),
    leaf('title', text.slice(skipped).trim()),
    leaf('subTitle', bareText(field, 'b')),
    ...field.subfields.map((subfield) => partOf(subfield)),
  ]
  return element('titleInfo', text === '' ? '' : parts, {
    type,
    displayLabel: label,
    altRepGroup: field.pair,
  } satisfies Attributes)
}

function partOf([code, text]: Field['subfields'][number]): string {
  if (code === 'n') return leaf('partNumber', withoutClosing(text))
  return code === 'p' ? leaf('partName', withoutClosing(text)) : ''
}

/** A title that a heading, a series or a link names. */
export function plainTitle(text: string, attributes: Attributes = {}, partNumber = ''): string {
  return element('titleInfo', [leaf('title', text), leaf('partNumber', partNumber)], attributes)
}
