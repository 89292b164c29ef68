import type { Material } from '../../../shared/catalogue/contract.ts'
import { pagesIn } from '../../../shared/catalogue/rules.ts'
import { fold, words } from '../../../shared/fold.ts'
import { cited, type Cited, type CitedName } from './cited.ts'
import type { Exported, ExportWriter } from '../../standards/index.ts'

/** What is printed like a book is cited as one; a file on the net or a map has no type of its own. */
const types: Record<Material, 'book' | 'article' | 'periodical' | 'misc'> = {
  book: 'book',
  braille: 'book',
  large_print: 'book',
  microform: 'book',
  article: 'article',
  serial: 'periodical',
  map: 'misc',
  audiovisual: 'misc',
  manuscript: 'misc',
  hannom: 'misc',
  talking_book: 'misc',
  digital: 'misc',
  link: 'misc',
}

export function bibtexWriter(): ExportWriter {
  return { head: () => '', add: (items) => items.map(entry).join(''), foot: () => '' }
}

function entry(item: Exported): string {
  const { title } = item
  const work = cited(item)
  const isArticle = title.material === 'article'
  const fields: [name: string, value: string][] = [
    ['author', people(work, 'author')],
    ['editor', people(work, 'editor')],
    ['translator', people(work, 'translator')],
    // Styles write titles in small letters, and know none beyond ASCII: the inner braces keep them as they are.
    ['title', work.title === '' ? '' : `{${escaped(work.title)}}`],
    ['journal', isArticle ? escaped(work.host) : ''],
    ['volume', work.volume],
    ['number', work.issue],
    ['pages', [work.firstPage, work.lastPage].filter((text) => text !== '').join('--')],
    ['edition', escaped(work.edition)],
    ['address', escaped(work.place)],
    ['publisher', escaped(work.publisher)],
    ['year', work.year],
    ['pagetotal', isArticle ? '' : escaped(pagesIn(title.extent))],
    ['series', escaped(work.series)],
    ['isbn', work.isbns.join(', ')],
    ['issn', work.issns.join(', ')],
    ['language', escaped(title.language)],
    // Headings have commas of their own.
    ['keywords', escaped(work.keywords.join('; '))],
    ['abstract', escaped(title.summary)],
    ['note', escaped(title.note)],
    ['url', verbatim(title.url)],
  ]
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}}`)
  return `@${types[title.material]}{${keyOf(work, title.id)},\n${lines.join(',\n')}\n}\n\n`
}

function people({ names }: Cited, role: CitedName['role']): string {
  return (
    names
      .filter((each) => each.role === role)
      // Braces keep the order of the words, and an "and" within a name.
      .map(({ name, isWhole }) => (isWhole ? `{${escaped(name)}}` : escaped(name)))
      .join(' and ')
  )
}

/** Whom and when it is cited by; the number keeps it apart from all others. */
function keyOf({ names, title, year }: Cited, id: number): string {
  const [first] = names
  const word = words(fold(first ? lastWordOf(first) : title)).join('')
  return `${word.replace(/[^a-z0-9]/g, '').slice(0, 20)}${year}-${id}`
}

function lastWordOf({ name, isWhole }: CitedName): string {
  return (isWhole ? name.split(' ').at(-1) : name.split(',')[0]) ?? name
}

/** Braces count even behind a backslash, so they are named. */
const signs: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '\n': ' ',
}

function escaped(text: string): string {
  return /[\\{}~^&%$#_\n]/.test(text)
    ? text.replace(/[\\{}~^&%$#_\n]/g, (sign) => signs[sign] ?? `\\${sign}`)
    : text
}

/** An address is taken as it stands. */
function verbatim(url: string): string {
  return url.replace(/[{}\\\s]/g, (sign) => encodeURIComponent(sign))
}
