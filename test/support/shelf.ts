import { TitleFields } from '../../shared/catalogue/contract.ts'
import { insertTitles } from '../../db/catalogue/index.ts'
import { openTestEngine, valueOf, type Person, type TestEngine } from './engine.ts'

type Shown = Partial<TitleFields> & { title: string; addedOn?: string }
export const shelf: Shown[] = [
  {
    title: 'Đường về nhà',
    authors: 'Nguyễn Văn Đường',
    publishedYear: 2001,
    ddc: '895.92234',
    publisher: 'NXB Trẻ',
  },
  {
    title: 'Dưỡng sinh',
    subjects: 'Chăm sóc sức khỏe',
    publishedYear: 1995,
    ddc: '613',
    publisher: 'NXB Y học',
  },
  { title: 'Duong thi', publishedYear: 1999, ddc: '895.11', language: 'chi', material: 'hannom' },
  { title: 'Dương Quý Phi', authors: 'Lê Minh', publishedYear: 2010, ddc: '951', publisher: 'NXB Văn học' },
  { title: 'Con đường', authors: 'Trần Lê', publishedYear: 2020, ddc: '895.9221', callNumber: '895.9221 CĐ' },
  {
    title: 'Lịch sử Đại Việt',
    authors: 'Nguyễn Văn An',
    isbn: '9780306406157',
    ddc: '959.7',
    callNumber: '959.7 LSĐ',
  },
  {
    title: 'Việt sử lược',
    responsibility: 'Khuyết danh',
    isbn: '9780804429573; 9786040000019',
    ddc: '959.702',
  },
  { title: 'Sử thi Đam San', subjects: 'Sử thi; Ê Đê', keywords: 'Tây Nguyên', ddc: '398.209597' },
  { title: 'Tài liệu số', material: 'digital', digitalOrigin: 'self', language: 'eng', publishedYear: 2021 },
  { title: 'Sách thuê', part: 'Tập 2: Bão', digitalOrigin: 'bought', publishedYear: 2000 },
]
export const special: Shown[] = [
  { title: '100% "ngoặc"', publishedYear: 1008 },
  { title: 'ǂ \u{E000}mbook', language: 'fre' },
]

export type Shelf = { test: TestEngine; person: Person; idByName: Map<string, number> }

/** A library with a dozen titles that are easily mistaken for one another. */
export async function openShelf(): Promise<Shelf> {
  const test = await openTestEngine()
  const person = await test.as('cataloguer')
  const titles = [...shelf, ...special].map(({ addedOn = '2020-01-01', ...fields }) => ({
    ...TitleFields.parse(fields),
    addedOn,
  }))
  const { bulk } = await insertTitles(test.engine.connection.db, titles, '2026-11-10T00:00:00Z')
  return { test, person, idByName: new Map(titles.map(({ title }, at) => [title, bulk.firstId + at])) }
}

export async function searchOf({ person }: Shelf, input: object) {
  return valueOf(await person.client.catalogue.search(input))
}
