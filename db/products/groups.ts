import { materials, type TitleFields } from '../../shared/catalogue/contract.ts'
import { splitHeadings } from '../../shared/catalogue/rules.ts'
import { sortKey } from '../../shared/collate.ts'
import type { Product } from '../../shared/products/contract.ts'
import type { Language } from '../../shared/texts.ts'
import type { Reader } from '../connection.ts'
import { wordsIn } from '../words.ts'

/** `key` orders the groups, `label` is printed above them. */
type Group = { key: string; label: string }
type Grouped = Pick<
  TitleFields,
  'ddc' | 'subjects' | 'authors' | 'organisations' | 'publishedYear' | 'material'
> & {
  heading: string
}
export type GroupOf = (title: Grouped) => Group

/** After every sort key. */
const last = '\u{10FFFF}'
const latestYear = 9999

/** An entry is printed once, so it stands in the group of its first subject or author. */
export async function groupsBy(
  db: Reader,
  groupBy: Product['groupBy'],
  language: Language,
): Promise<GroupOf> {
  const t = wordsIn[language]
  const named = (label: string, without: string): Group =>
    label === '' ? { key: last, label: without } : { key: sortKey(label), label }
  switch (groupBy) {
    case 'none':
      return () => ({ key: '', label: '' })
    case 'ddc': {
      const classes = await ddcClasses(db, language)
      return ({ ddc }) => {
        const digit = /^\d/.exec(ddc)?.[0]
        if (digit === undefined) return { key: last, label: t('products.without.ddc') }
        return { key: digit, label: `${digit}00 ${classes.get(digit) ?? ''}`.trim() }
      }
    }
    case 'subject':
      return ({ subjects }) => named(splitHeadings(subjects)[0] ?? '', t('products.without.subject'))
    case 'author':
      return ({ heading, authors, organisations }) => {
        const [author = ''] = [...splitHeadings(authors), ...splitHeadings(organisations)]
        return named(heading || author, t('products.without.author'))
      }
    case 'year':
      return ({ publishedYear: year }) =>
        year === null
          ? { key: last, label: t('products.without.year') }
          : { key: String(latestYear - year).padStart(4, '0'), label: t('products.paper.year', { year }) }
    case 'material':
      return ({ material }) => ({
        key: String(materials.indexOf(material)).padStart(2, '0'),
        label: t(`catalogue.materials.${material}`),
      })
  }
}

async function ddcClasses(db: Reader, language: Language): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('referenceTerm')
    .select(['code', 'name', 'nameEn'])
    .where('list', '=', 'ddcClass')
    .execute()
  return new Map(rows.map(({ code, name, nameEn }) => [code, language === 'en' ? nameEn : name]))
}
