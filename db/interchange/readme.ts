import type { TFunction } from 'i18next'
import vi from '../../shared/locales/vi/index.ts'
import { displayDate } from '../../shared/dates.ts'
import { languages, runtimeKey } from '../../shared/texts.ts'
import { appVersion } from '../version.ts'
import { wordsIn } from '../words.ts'
import type { TableFile } from './everything.ts'

export type About = { library: string; today: string; includesPeople: boolean; hasProblems: boolean }

/** Says in both languages what each file and column is, so that nobody needs this program to understand them. */
export function readme(about: About, files: readonly TableFile[]): string {
  const parts = languages.map((language) => inLanguage(wordsIn[language], about, files))
  return parts.join(`\n${'='.repeat(78)}\n\n`).replaceAll('\n', '\r\n')
}

function inLanguage(t: TFunction, about: About, files: readonly TableFile[]): string {
  const { library, today, includesPeople, hasProblems } = about
  const lines = [
    t('interchange.readme.title', { library: library.toLocaleUpperCase('vi') }),
    t('interchange.readme.made', { day: displayDate(today), version: appVersion }),
    '',
    t('interchange.readme.meaning'),
    t('interchange.readme.text'),
    t('interchange.readme.values'),
    t('interchange.readme.links'),
    t('interchange.readme.parts'),
    includesPeople ? t('interchange.readme.people') : t('interchange.readme.noPeople'),
    t('interchange.readme.secrets'),
    '',
    t('interchange.readme.files'),
    '',
    `catalogue.xml: ${t('interchange.readme.catalogue')}.`,
    `removed.xml: ${t('interchange.readme.removed')}.`,
    ...(hasProblems ? [`problems.csv: ${t('interchange.readme.problems')}.`] : []),
    `journal.jsonl: ${t('interchange.readme.journal')}.`,
    ...files.flatMap((file) => ['', ...linesOf(t, file)]),
    '',
    t('interchange.readme.codes'),
    ...codeLists.flatMap((place) => ['', ...codesAt(t, place)]),
  ]
  return `${lines.join('\n')}\n`
}

function linesOf(t: TFunction, { table, path, columns }: TableFile): string[] {
  const lines = columns.map((column) => `  ${column}: ${meaningOf(t, table, column, columns)}`)
  return [`${path}: ${t(runtimeKey(`interchange.tables.${table}`))}.`, ...lines]
}

/** The journal's words for a column where it has some, since people know them; the program's own columns have words here. */
export function meaningOf(t: TFunction, table: string, column: string, columns: readonly string[]): string {
  const said = wordAt(t, `journal.fields.${table}.${column}`) ?? wordAt(t, `interchange.columns.${column}`)
  if (said !== null) return said
  const source = columns[columns.indexOf(column) - 1] ?? ''
  return t('interchange.readme.nameOf', { column: source })
}

function wordAt(t: TFunction, key: string): string | null {
  const word = t(runtimeKey(key))
  return word === key ? null : word
}

/** Where the words of the codes stand that columns hold. */
const codeLists = [
  'catalogue.materials',
  'catalogue.specialClasses',
  'catalogue.digitalOrigins',
  'copies.statuses',
  'copies.conditions',
  'copies.grounds',
  'registers.sources',
] as const

function codesAt(t: TFunction, place: string): string[] {
  const [module = '', list = ''] = place.split('.')
  const words = (vi as Record<string, Record<string, unknown>>)[module]?.[list]
  return Object.keys(words as object).map((code) => `  ${code}: ${t(runtimeKey(`${place}.${code}`))}`)
}
