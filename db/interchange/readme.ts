import type { TFunction } from 'i18next'
import { displayDate } from '../../shared/dates.ts'
import { languages, runtimeKey } from '../../shared/texts.ts'
import { appVersion } from '../version.ts'
import { wordsIn } from '../words.ts'
import type { FileColumn, TableFile } from './everything.ts'

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
  ]
  return `${lines.join('\n')}\n`
}

function linesOf(t: TFunction, { table, path, columns }: TableFile): string[] {
  const lines = columns.map((column) => `  ${column.name}: ${meaningOf(t, table, column)}`)
  return [`${path}: ${t(runtimeKey(`interchange.tables.${table}`))}.`, ...lines]
}

/** The journal's words for a column where it has some, since people know them; the program's own columns have words here. */
export function meaningOf(t: TFunction, table: string, { name, nameOf }: FileColumn): string {
  if (nameOf !== null) return t('interchange.readme.nameOf', { column: nameOf })
  const told = t(runtimeKey(`journal.fields.${table}.${name}`))
  const word = told.startsWith('journal.') ? t(runtimeKey(`interchange.columns.${name}`)) : told
  return `${word}${codesIn(t, table, name)}`
}

/** Columns that hold codes, and where the words for them stand. */
const codeLists: Readonly<Record<string, string>> = {
  material: 'catalogue.materials',
  class: 'catalogue.specialClasses',
  digitalOrigin: 'catalogue.digitalOrigins',
  frequency: 'catalogue.frequencies',
  condition: 'copies.conditions',
  ground: 'copies.grounds',
  source: 'registers.sources',
  register: 'registers.kinds',
  role: 'users.roles',
  groupBy: 'products.groups',
  'agreement.kind': 'cooperation.agreementKinds',
  'authority.kind': 'catalogue.authorityKinds',
  'cooperationProject.role': 'cooperation.roles',
  'copy.status': 'copies.statuses',
  'gift.kind': 'cooperation.giftKinds',
  'gift.purpose': 'cooperation.purposes',
  'period.state': 'reports.states',
  'product.kind': 'products.kinds',
  'serialIssue.state': 'catalogue.issueStates',
}

function codesIn(t: TFunction, table: string, column: string): string {
  const place = codeLists[`${table}.${column}`] ?? codeLists[column]
  if (place === undefined) return ''
  const words = t(runtimeKey(place), { returnObjects: true }) as unknown as Record<string, string>
  const codes = Object.entries(words).map(([code, word]) => `${code} = ${word}`)
  return ` (${codes.join('; ')})`
}
