import type { Exported, ExportedCopy } from '../exported.ts'
import { bareText, textsOf, type Field, type MarcIndex } from '../marc-index.ts'
import { element, isUri, leaf } from '../../xml.ts'

/** 024's first indicator; "7" names the kind in $2. */
const numberKinds: Record<string, string> = { '0': 'isrc', '1': 'upc', '2': 'ismn', '3': 'ean', '4': 'sici' }
const numbers: readonly [tag: string, type: string][] = [
  ['010', 'lccn'],
  ['020', 'isbn'],
  ['022', 'issn'],
  ['027', 'strn'],
  ['028', 'music publisher'],
  ['037', 'stock number'],
  ['088', 'report number'],
]

export function identifiers(marc: MarcIndex): string[] {
  return [
    ...numbers.flatMap(([tag, type]) => marc.of(tag).flatMap((field) => identifiersIn(field, type))),
    ...marc.of('024').flatMap((field) => {
      const type = numberKinds[field.indicators.charAt(0)] ?? textsOf(field, '2')[0] ?? 'other'
      return identifiersIn(field, type)
    }),
    ...marc
      .of('856')
      .flatMap((field) => textsOf(field, 'u').map((text) => leaf('identifier', text, { type: 'uri' }))),
  ]
}

function identifiersIn(field: Field, type: string): string[] {
  return [
    ...textsOf(field, 'a').map((text) => leaf('identifier', bareNumber(text, type), { type })),
    ...textsOf(field, 'zy').map((text) =>
      leaf('identifier', bareNumber(text, type), { type, invalid: 'yes' }),
    ),
  ]
}

/** Binding and price may follow an ISBN. */
function bareNumber(text: string, type: string): string {
  return type === 'isbn' || type === 'issn' ? text.replace(/\s*[(:;].*$/s, '').trim() : text
}

const schemes: Record<string, string> = {
  '050': 'lcc',
  '060': 'nlm',
  '080': 'udc',
  '082': 'ddc',
  '083': 'ddc',
  '086': 'sudocs',
}

export function classifications(marc: MarcIndex): string[] {
  return marc.of('050', '060', '080', '082', '083', '084', '086').flatMap((field) => {
    const authority = field.tag === '084' ? textsOf(field, '2')[0] : schemes[field.tag]
    const edition = authority === 'ddc' ? textsOf(field, '2')[0] : null
    return textsOf(field, 'a').map((text) => leaf('classification', text, { authority, edition }))
  })
}

export function locations(marc: MarcIndex, { title, copies }: Exported): string[] {
  const urls = marc.of('856').flatMap((field, at) =>
    textsOf(field, 'u')
      .filter(isUri)
      .map((text) =>
        leaf('url', text, {
          displayLabel: bareText(field, 'y3'),
          note: bareText(field, 'z'),
          usage: at === 0 ? 'primary' : null,
        }),
      ),
  )
  const sites = [...new Set(copies.map(({ siteName }) => siteName))]
  const held = sites.map((site) => {
    const here = copies.filter(({ siteName }) => siteName === site)
    return element('location', [
      leaf('physicalLocation', site),
      element(
        'holdingSimple',
        here.map((copy) => copyInformation(copy, title.callNumber)),
      ),
    ])
  })
  const shelf = copies.length === 0 ? element('location', leaf('shelfLocator', title.callNumber)) : ''
  return [shelf, ...held, element('location', urls)]
}

function copyInformation(copy: ExportedCopy, callNumber: string): string {
  return element('copyInformation', [
    leaf('subLocation', copy.storeName),
    leaf('shelfLocator', copy.callNumber || callNumber),
    leaf('note', copy.note),
    leaf('enumerationAndChronology', copy.enumeration),
    leaf('itemIdentifier', copy.accessionNumber, { type: 'accession number' }),
    leaf('itemIdentifier', copy.barcode, { type: 'barcode' }),
  ])
}

/** Leader 18. */
const standards: Record<string, string> = { a: 'aacr', c: 'isbd', i: 'isbd' }

export function recordInfo(marc: MarcIndex): string {
  const [source] = marc.of('040')
  const entered = marc.control('008').slice(0, 6)
  const changed = marc.control('005').trim()
  return element('recordInfo', [
    ...(source ? textsOf(source, 'e') : []).map((text) => leaf('descriptionStandard', text)),
    leaf('descriptionStandard', standards[marc.leader.charAt(18)] ?? ''),
    ...(source ? textsOf(source, 'a') : []).map((text) => leaf('recordContentSource', text)),
    leaf('recordCreationDate', /^\d{6}$/.test(entered) ? entered : '', { encoding: 'marc' }),
    leaf('recordChangeDate', /^\d{14}\.\d$/.test(changed) ? changed : '', { encoding: 'iso8601' }),
    leaf('recordIdentifier', marc.control('001').trim(), { source: marc.control('003').trim() }),
    ...(source ? textsOf(source, 'b') : []).map((code) =>
      element('languageOfCataloging', leaf('languageTerm', code, { type: 'code', authority: 'iso639-2b' })),
    ),
    leaf('recordOrigin', 'Converted from MARC 21'),
  ])
}
