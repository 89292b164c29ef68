import { splitHeadings } from '../../../shared/catalogue/rules.ts'
import {
  bareText,
  elementText,
  hasTitle,
  indexed,
  textsOf,
  type Exported,
  type Field,
  type MarcIndex,
} from '../../standards/index.ts'

type Role = 'author' | 'editor' | 'translator' | 'other'
/** A name without a comma stands as it is spoken, as Vietnamese ones do; an organisation's is no person's. */
export type CitedName = { role: Role; name: string; isWhole: boolean }

/** What a citation tells of a work, whichever program formats it. */
export type Cited = {
  names: CitedName[]
  title: string
  edition: string
  place: string
  publisher: string
  year: string
  series: string
  isbns: string[]
  issns: string[]
  keywords: string[]
  /** The journal or book an article stands in, and where in it. */
  host: string
  volume: string
  issue: string
  firstPage: string
  lastPage: string
}

export function cited({ record, title }: Exported): Cited {
  const marc = indexed(record)
  const [host] = marc.of('773').filter((field) => !field.isOtherScript)
  const place = host ? textsOf(host, 'gq').join(', ') : ''
  const pages = /(?:\btr|\btrang|\bpp?)\.?\s*(\d+)(?:\s*[-–]\s*(\d+))?/iu.exec(place)
  const named = [title.title, title.part].filter((text) => text !== '').join('. ')
  return {
    names: namesOf(marc),
    title: title.subtitle === '' ? named : `${named}: ${title.subtitle}`,
    edition: title.edition,
    place: splitHeadings(title.place).join('; '),
    publisher: splitHeadings(title.publisher).join('; '),
    year: title.publishedYear === null ? '' : String(title.publishedYear),
    series: title.series,
    isbns: splitHeadings(title.isbn),
    issns: [...splitHeadings(title.issn), ...(host ? textsOf(host, 'x') : [])],
    keywords: [...splitHeadings(title.subjects), ...splitHeadings(title.keywords)],
    host: host ? bareText(host, 't') || elementText(host, 'a') : '',
    volume: /(?:\btập|\bt\.|\bvol\.?|\bquyển|\bq\.)\s*(\d+)/iu.exec(place)?.[1] ?? '',
    issue: /(?:(?<!\p{L})số|\bno\.?|\bissue)\s*(\d[\d/]*)/iu.exec(place)?.[1] ?? '',
    firstPage: pages?.[1] ?? '',
    lastPage: pages?.[2] ?? '',
  }
}

function namesOf(marc: MarcIndex): CitedName[] {
  const people = marc
    .of('100', '700')
    .map((field) => ({ field, name: bareText(field, 'ab'), isPerson: true }))
  const bodies = marc
    .of('110', '111', '710', '711')
    .map((field) => ({ field, name: bareText(field, 'abn'), isPerson: false }))
  return [...people, ...bodies]
    .filter(({ field, name }) => name !== '' && !hasTitle(field) && !field.isOtherScript)
    .map(({ field, name, isPerson }) => ({
      role: roleOf(field),
      name,
      isWhole: !isPerson || !name.includes(','),
    }))
}

/** Codes of MARC's relators, and the words that cataloguers write. */
const relators: readonly [role: Role, code: RegExp, word: RegExp][] = [
  ['translator', /^trl$/, /dịch|transl/iu],
  [
    'editor',
    /^(?:edt|edc|com)$/,
    /chủ biên|ch\.\s?b|biên soạn|b\.\s?s|biên tập|tuyển|sưu tầm|edit|^ed\.|compil/iu,
  ],
  ['author', /^(?:aut|cre)$/, /tác giả|author|soạn/iu],
]

function roleOf(field: Field): Role {
  const codes = textsOf(field, '4')
  const words = textsOf(field, 'e')
  if (codes.length === 0 && words.length === 0) return 'author'
  const found = relators.find(
    ([, code, word]) => codes.some((each) => code.test(each)) || words.some((each) => word.test(each)),
  )
  return found?.[0] ?? 'other'
}
