import { sql } from 'kysely'
import type { TFunction } from 'i18next'
import type { SpecOf } from '../../shared/contracts.ts'
import { TitleRow } from '../../shared/catalogue/contract.ts'
import type vi from '../../shared/locales/vi/index.ts'
import { displayDate } from '../../shared/dates.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { Reader } from '../connection.ts'
import type { JobHandler } from '../context.ts'
import { openList, type ListColumn } from '../documents/index.ts'
import { libraryWords } from '../words.ts'
import { rowsInOrder } from './search-queries.ts'
import { selectedIds } from './search.ts'

const readAtOnce = 1000
/** What one sheet of a workbook holds, its heading aside. */
const mostRows = 1_048_575

/** The list as it is shown, to a file that Excel opens. */
export const exportList: JobHandler<SpecOf<'catalogue.exportList'>, never> = {
  async run({ selection, format }, { db, today, progress, offerFile }) {
    const ids = await selectedIds(db, selection, { limit: mostRows })
    const t = await libraryWords(db)
    const list = await openList(format, columnsIn(t, await languageNames(db)), t('catalogue.export.sheet'))
    for (let from = 0; from < ids.length; from += readAtOnce) {
      progress(from, ids.length)
      list.add(await rowsInOrder(db, ids.slice(from, from + readAtOnce)))
    }
    progress(ids.length, ids.length)
    return { file: await offerFile(`danh-sach-${today}.${format}`, await list.finish()), titles: ids.length }
  },
}

type Field = keyof typeof vi.catalogue.fields

function columnsIn(t: TFunction, languageNames: ReadonlyMap<string, string>): ListColumn<TitleRow>[] {
  const word = (place: string, code: string) => t(runtimeKey(`${place}.${code}`))
  const worded = (name: Field, width: number, value: (row: TitleRow) => string): ListColumn<TitleRow> => ({
    head: t(`catalogue.fields.${name}`),
    width,
    value,
  })
  const plain = (name: Field & keyof TitleRow, width: number): ListColumn<TitleRow> => ({
    head: t(`catalogue.fields.${name}`),
    width,
    value: (row) => row[name],
  })
  const classNames = (codes: string) =>
    codes
      .split(' ')
      .filter((code) => code !== '')
      .map((code) => word('catalogue.specialClasses', code))
      .join(', ')
  return [
    plain('title', 50),
    plain('subtitle', 30),
    plain('part', 12),
    plain('responsibility', 30),
    plain('authors', 30),
    plain('publisher', 24),
    plain('publishedYear', 8),
    plain('isbn', 16),
    worded('language', 14, ({ language }) => languageNames.get(language) ?? language),
    plain('ddc', 12),
    plain('callNumber', 18),
    worded('material', 16, ({ material }) => word('catalogue.materials', material)),
    worded('digitalOrigin', 14, ({ digitalOrigin }) =>
      digitalOrigin === null ? '' : word('catalogue.digitalOrigins', digitalOrigin),
    ),
    { head: t('catalogue.filters.classes'), width: 24, value: ({ classes }) => classNames(classes) },
    { head: t('catalogue.list.copies'), width: 8, value: ({ copies }) => copies },
    worded('addedOn', 12, ({ addedOn }) => displayDate(addedOn)),
  ]
}

async function languageNames(db: Reader): Promise<Map<string, string>> {
  const { rows } = await sql<{ code: string; name: string }>`
    select code, iif((select language from library) = 'en', nameEn, name) as name
    from referenceTerm where list = 'language'`.execute(db)
  return new Map(rows.map(({ code, name }) => [code, name]))
}
