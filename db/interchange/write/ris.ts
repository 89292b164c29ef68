import type { Material } from '../../../shared/catalogue/contract.ts'
import { pagesIn } from '../../../shared/catalogue/rules.ts'
import { cited, type CitedName } from './cited.ts'
import type { Exported, ExportWriter } from '../../standards/index.ts'

const types: Record<Material, string> = {
  book: 'BOOK',
  braille: 'BOOK',
  large_print: 'BOOK',
  microform: 'BOOK',
  serial: 'JFULL',
  article: 'JOUR',
  map: 'MAP',
  audiovisual: 'VIDEO',
  talking_book: 'SOUND',
  manuscript: 'UNPB',
  hannom: 'UNPB',
  digital: 'ELEC',
  link: 'ELEC',
}

const nameTags: Record<CitedName['role'], string> = {
  author: 'AU',
  editor: 'A2',
  translator: 'A4',
  other: 'A3',
}

export function risWriter(): ExportWriter {
  return { head: () => '', add: (items) => items.map(entry).join(''), foot: () => '' }
}

function entry(item: Exported): string {
  const { title } = item
  const work = cited(item)
  const isArticle = title.material === 'article'
  const lines: [tag: string, value: string][] = [
    ['TY', types[title.material]],
    ...work.names.map(({ role, name }): [string, string] => [nameTags[role], name]),
    ['TI', work.title],
    [isArticle ? 'JO' : 'T3', isArticle ? work.host : work.series],
    ['VL', work.volume],
    ['IS', work.issue],
    ['SP', isArticle ? work.firstPage : pagesIn(title.extent)],
    ['EP', work.lastPage],
    ['ET', work.edition],
    ['CY', work.place],
    ['PB', work.publisher],
    ['PY', work.year],
    ...[...work.isbns, ...work.issns].map((number): [string, string] => ['SN', number]),
    ['LA', title.language],
    ...work.keywords.map((word): [string, string] => ['KW', word]),
    ['AB', title.summary],
    ['N1', title.note],
    ['UR', title.url],
    ['CN', title.callNumber],
    ['ID', String(title.id)],
  ]
  const text = lines.filter(([, value]) => value !== '').map(([tag, value]) => line(tag, value))
  return `${text.join('')}${line('ER', '')}\r\n`
}

/** A line ends the value, so a text of several lines becomes one. */
function line(tag: string, value: string): string {
  return `${tag}  - ${value.replace(/\s*[\r\n]+\s*/g, ' ')}\r\n`
}
