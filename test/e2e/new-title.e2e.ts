import { beforeAll, beforeEach, expect, test } from 'vitest'
import { valueOf } from '../support/engine.ts'
import { heading, toast } from './support/frame.ts'
import { holds, isFocused, see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { field, isbnOf, titleSearch } from './support/titles.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage()
const known = { title: 'Số đỏ', publisher: 'Văn học', publishedYear: 1999, isbn: isbnOf(7) }
let knownId = 0

beforeAll(async () => {
  const { catalogue, copies } = await stage.client('cataloguer')
  knownId = valueOf(await catalogue.addTitle(known)).id
  valueOf(await copies.addVoucher({ number: '0011/2026', receivedOn: '2026-01-05', source: 'purchase' }))
})
beforeEach(async () => {
  const { drafts } = await stage.client('cataloguer')
  for (const form of ['catalogue.addTitle', 'catalogue.addRecord', `catalogue.updateTitle/${knownId}`])
    valueOf(await drafts.discard({ form }))
})

test('the same title, publisher and year is asked about before it is saved a second time', async () => {
  const page = await stage.as('cataloguer', '/catalogue/new')
  await field(page, 'title').fill('SỐ ĐỎ')
  await field(page, 'publisher').fill('Văn học')
  await field(page, 'publishedYear').fill('1999')
  await page.keyboard.press('Control+Enter')
  await see(page.getByText(vietnamese('catalogue.form.sameTitle', { title: 'Số đỏ', count: 0, shown: '0' })))
  await isFocused(page.getByRole('link', { name: vietnamese('catalogue.form.openTwin') }))
  await page.getByRole('button', { name: vietnamese('catalogue.form.saveSameTitle') }).click()
  await see(toast(page, vietnamese('catalogue.form.added', { title: 'SỐ ĐỎ' })))
})

test('a known ISBN is said as soon as it stands there, and no field moves for it', async () => {
  const page = await stage.as('cataloguer', '/catalogue/new')
  const topOf = () => field(page, 'subjects').evaluate((element) => element.getBoundingClientRect().top)
  await isFocused(field(page, 'title'))
  const before = await topOf()
  await field(page, 'isbn').pressSequentially(isbnOf(7))
  await see(page.getByText(vietnamese('catalogue.form.twin', { title: 'Số đỏ' })))
  expect(await topOf()).toBe(before)
})

test('of several errors the first has the focus, and a misprinted ISBN may be kept as one', async () => {
  const page = await stage.as('cataloguer', '/catalogue/new')
  await field(page, 'title').fill('Sai nhiều chỗ')
  await field(page, 'publishedYear').fill('20225')
  await field(page, 'isbn').fill('9786040000000')
  await page.keyboard.press('Control+Enter')
  await isFocused(field(page, 'publishedYear'))
  await page.getByRole('button', { name: vietnamese('catalogue.form.keepWrongIsbn') }).click()
  await holds(field(page, 'isbn'), '')
  await field(page, 'publishedYear').fill('2022')
  await page.getByRole('button', { name: vietnamese('catalogue.form.saveAndOpen') }).click()
  await see(heading(page, 'Sai nhiều chỗ'))
  const { catalogue } = await stage.client('cataloguer')
  const [title] = valueOf(await catalogue.search({ text: 'sai nhieu cho' })).rows
  const { record } = valueOf(await catalogue.record({ id: title?.id ?? 0 }))
  expect(record.fields).toContainEqual({ tag: '020', indicators: '  ', subfields: [['z', '9786040000000']] })
})

test('the editor of fields goes on with what was typed in the plain form', async () => {
  const page = await stage.as('cataloguer', '/catalogue/new')
  await field(page, 'title').fill('Mang theo')
  await page.getByRole('button', { name: vietnamese('catalogue.form.newByMarc') }).click()
  await holds(
    page.getByLabel(vietnamese('catalogue.marc.cells.text', { tag: '245' }), { exact: true }),
    '$aMang theo',
  )
})

test('Tab pressed by habit behind a tag stays where the tag has led', async () => {
  const page = await stage.as('cataloguer', '/catalogue/new/marc')
  const cell = (name: string, tag: string) =>
    page.getByLabel(vietnamese(`catalogue.marc.cells.${name}`, { tag }), { exact: true })
  await cell('text', '245').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('246')
  await page.keyboard.press('Tab')
  await isFocused(cell('indicators', '246'))
})

test('what a form lets go comes back, opened again', async () => {
  const page = await stage.as('cataloguer', `/catalogue/${knownId}`)
  await page.getByRole('button', { name: vietnamese('common.actions.edit') }).click()
  await field(page, 'note').fill('Gõ lâu lắm')
  await page.getByRole('button', { name: vietnamese('common.actions.cancel') }).click()
  await see(toast(page, vietnamese('common.draft.dropped')))
  await page.getByRole('button', { name: vietnamese('common.actions.undo') }).click()
  await holds(field(page, 'note'), 'Gõ lâu lắm')
})

test('the filters open from the search box that has the focus', async () => {
  const page = await stage.as('cataloguer', '/catalogue')
  await isFocused(titleSearch(page))
  await page.keyboard.press('Alt+l')
  await see(page.getByRole('dialog', { name: vietnamese('catalogue.filters.dialog') }))
})

test('Ctrl+K finds a delivery by its number', async () => {
  const page = await stage.as('cataloguer', '/home')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('0011/2026')
  await see(page.getByRole('option', { name: /0011\/2026/ }))
  await page.keyboard.press('Enter')
  await soon(() => page.url()).toContain('/copies/vouchers/1')
})

test('the opening sheet is typed into as soon as its first line is there', async () => {
  const page = await stage.as('cataloguer', '/stock/opening')
  await page.getByRole('button', { name: vietnamese('stock.opening.begin') }).click()
  const row = page.getByRole('row').nth(1)
  await soon(() => row.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  expect(await row.locator('[aria-invalid="true"]').count()).toBe(0)
})
