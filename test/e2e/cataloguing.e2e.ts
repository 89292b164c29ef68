import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Title } from '../../shared/catalogue/contract.ts'
import { valueOf } from '../support/engine.ts'
import { enter, heading, pickFromUserMenu, signIn, toast } from './support/frame.ts'
import { openInputMethod } from './support/keyboard.ts'
import { gone, holds, isFocused, see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { field, isbnOf } from './support/titles.ts'
import { callsOf } from './support/watch.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage()
let twin: Title

beforeAll(async () => {
  const cataloguer = await stage.client('cataloguer')
  twin = valueOf(await cataloguer.catalogue.addTitle({ title: 'Đã có ISBN này', isbn: isbnOf(1) }))
})

/** Drafts outlive a test as they outlive everything else. */
beforeEach(async () => {
  for (const role of ['cataloguer', 'administrator'] as const) {
    const writer = await stage.client(role)
    valueOf(await writer.drafts.discard({ form: 'catalogue.addTitle' }))
  }
})

/** Enter goes from field to field, as a person's hand would. */
async function enterTo(page: Page, name: string): Promise<void> {
  const target = field(page, name)
  for (let step = 0; step < 30; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Enter')
  }
  await isFocused(target)
}

test('twenty books in a row are catalogued without the mouse', async () => {
  const page = await stage.as('cataloguer', '/home')
  await page.keyboard.press('n')
  await see(heading(page, vietnamese('catalogue.form.addTitle')))
  const books = 20
  for (let book = 1; book <= books; book++) {
    await isFocused(field(page, 'title'))
    await holds(field(page, 'title'), '')
    await page.keyboard.type(`Chồng sách, cuốn ${book}`)
    await enterTo(page, 'authors')
    if (book === 1) await page.keyboard.type('Nguyễn Văn Đường')
    else await takeSuggestion(page, 'nguyen van duong', 'Nguyễn Văn Đường')
    await enterTo(page, 'publisher')
    await page.keyboard.type('NXB Trẻ')
    await enterTo(page, 'publishedYear')
    await page.keyboard.type('1998')
    await enterTo(page, 'ddc')
    await page.keyboard.type('895.922')
    await enterTo(page, 'callNumber')
    await page.keyboard.press('F2')
    await page.keyboard.press('Control+Enter')
    await see(toast(page, vietnamese('catalogue.form.added', { title: `Chồng sách, cuốn ${book}` })))
  }
  const reader = await stage.client('reader')
  const { rows } = valueOf(await reader.catalogue.search({ text: 'chong sach cuon' }))
  expect(rows).toHaveLength(books)
  for (const row of rows) {
    expect(row).toMatchObject({ authors: 'Nguyễn Văn Đường', publisher: 'NXB Trẻ', publishedYear: 1998 })
    expect(row.callNumber).toMatch(/^895\.922 \S/)
  }
})

/** Typed without marks, taken with ↓ and Enter. */
async function takeSuggestion(page: Page, typed: string, heading: string): Promise<void> {
  await page.keyboard.type(typed)
  await see(page.getByRole('option', { name: heading }))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await holds(field(page, 'authors'), heading)
}

test('a book just added is taken back by Ctrl+Z', async () => {
  const page = await stage.as('cataloguer', '/catalogue/new')
  await page.keyboard.type('Nhập nhầm')
  await page.keyboard.press('Control+Enter')
  await see(toast(page, vietnamese('catalogue.form.added', { title: 'Nhập nhầm' })))
  await holds(field(page, 'title'), '')
  await page.keyboard.press('Control+z')
  await see(toast(page, vietnamese('catalogue.record.undone', { title: 'Nhập nhầm' })))
})

test('what is missing or wrong is said at its field, and the first of them has the focus', async () => {
  const page = await stage.as('cataloguer', '/catalogue/new')
  await field(page, 'isbn').fill('978604')
  await page.keyboard.press('Control+Enter')
  await isFocused(field(page, 'title'))
  await soon(() => field(page, 'title').getAttribute('aria-invalid')).toBe('true')
  await see(page.getByText(vietnamese('ui.invalid.required')))
  await field(page, 'title').fill('Sai ISBN')
  await page.keyboard.press('Control+Enter')
  await see(page.getByText(vietnamese('catalogue.errors.isbn_invalid', { isbn: '978604' })))
  await isFocused(field(page, 'isbn'))
  await field(page, 'isbn').fill('')
  await field(page, 'publishedYear').fill('năm ngoái')
  await page.keyboard.press('Control+Enter')
  await see(page.getByText(vietnamese('catalogue.form.yearAdvice')))
  await holds(field(page, 'publishedYear'), 'năm ngoái')
  await field(page, 'publishedYear').fill('2190')
  await page.keyboard.press('Control+Enter')
  await see(page.getByText(vietnamese('catalogue.errors.year_in_future', { year: 2190 })))
  await field(page, 'publishedYear').fill('')
  await field(page, 'addedOn').fill('31/02/2026')
  await page.keyboard.press('Control+Enter')
  await see(page.getByText(vietnamese('ui.invalid.not_a_date')))
})

test('an ISBN that is taken is refused with the name of the title that has it', async () => {
  const page = await stage.as('cataloguer', '/catalogue/new')
  await page.keyboard.type('Trùng ISBN')
  await field(page, 'isbn').fill(twin.isbn)
  await page.keyboard.press('Control+Enter')
  await see(
    page.getByText(vietnamese('catalogue.errors.duplicate_isbn', { title: twin.title, isbn: twin.isbn })),
  )
  await isFocused(field(page, 'isbn'))
  await holds(field(page, 'title'), 'Trùng ISBN')
  await see(page.getByRole('link', { name: vietnamese('catalogue.form.openTwin') }))
  await page.getByRole('button', { name: vietnamese('catalogue.form.saveBesideTwin') }).click()
  await see(toast(page, vietnamese('catalogue.form.added', { title: 'Trùng ISBN' })))
})

test('the language of a book is found by typing it without marks', async () => {
  const page = await stage.as('cataloguer', '/catalogue/new')
  await page.keyboard.type('Le Petit Prince')
  await field(page, 'language').focus()
  await page.keyboard.type('tieng phap')
  await see(
    page
      .getByRole('listbox', { name: vietnamese('catalogue.fields.language') })
      .getByRole('option')
      .first(),
  )
  await page.keyboard.press('Enter')
  await holds(field(page, 'language'), 'Tiếng Pháp')
  await page.getByRole('button', { name: vietnamese('catalogue.form.saveAndOpen') }).click()
  await see(heading(page, 'Le Petit Prince'))
  await see(page.getByText('Tiếng Pháp'))
})

test('Vietnamese typed with an input method arrives whole, and Enter goes on only when the word is done', async () => {
  const page = await stage.as('cataloguer', '/catalogue/new')
  await isFocused(field(page, 'title'))
  const method = await openInputMethod(page)
  for (const text of ['D', 'Đ', 'Đư', 'Đươ', 'Đươn', 'Đương', 'Đường']) {
    await method.processKey()
    await method.compose(text)
  }
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await isFocused(field(page, 'title'))
  await gone(page.getByText(vietnamese('ui.invalid.required')))
  await method.commit('Đường')
  await method.commit(' lên đỉnh')
  await holds(field(page, 'title'), 'Đường lên đỉnh')
  await page.keyboard.press('Enter')
  await isFocused(field(page, 'subtitle'))
  await page.keyboard.press('Control+Enter')
  await see(toast(page, vietnamese('catalogue.form.added', { title: 'Đường lên đỉnh' })))
})

test('a title is changed in its place, and Esc leaves it as it was', async () => {
  const page = await stage.as('cataloguer', `/catalogue/${twin.id}`)
  await see(page.getByRole('button', { name: vietnamese('common.actions.edit') }))
  await page.keyboard.press('e')
  await field(page, 'publisher').fill('NXB Kim Đồng')
  await page.keyboard.press('Control+Enter')
  await see(toast(page, vietnamese('common.saved')))
  await see(page.getByText('NXB Kim Đồng'))
  await page.getByRole('button', { name: vietnamese('common.actions.edit') }).click()
  await field(page, 'publisher').fill('NXB Không Lưu')
  await page.getByRole('button', { name: vietnamese('common.actions.cancel') }).click()
  await see(page.getByText('NXB Kim Đồng'))
})

test('who saves second sees both versions side by side and loses nothing', async () => {
  const cataloguer = await stage.client('cataloguer')
  const { id } = valueOf(
    await cataloguer.catalogue.addTitle({ title: 'Hai người cùng sửa', publisher: 'NXB A', ddc: '100' }),
  )
  const first = await stage.as('cataloguer', `/catalogue/${id}`)
  const second = await stage.as('administrator', `/catalogue/${id}`)
  for (const page of [first, second])
    await page.getByRole('button', { name: vietnamese('common.actions.edit') }).click()
  await field(first, 'publisher').fill('NXB của người thứ nhất')
  await field(first, 'ddc').fill('200')
  await first.keyboard.press('Control+Enter')
  await see(toast(first, vietnamese('common.saved')))

  await field(second, 'publisher').fill('NXB của người thứ hai')
  await field(second, 'note').fill('Ghi chú của người thứ hai')
  await second.keyboard.press('Control+Enter')
  const dialog = second.getByRole('dialog', { name: vietnamese('ui.conflict.title') })
  const row = (name: string) =>
    dialog.getByRole('row').filter({ hasText: vietnamese(`catalogue.fields.${name}`) })
  await see(row('publisher').getByText('NXB của người thứ nhất'))
  await see(row('publisher').getByText('NXB của người thứ hai'))
  await row('publisher').getByRole('radio').nth(1).check()
  // Only one of them touched these: nobody is asked.
  await gone(row('ddc'))
  await gone(row('note'))
  await dialog.getByRole('button', { name: vietnamese('ui.conflict.save') }).click()
  await gone(dialog)
  await see(toast(second, vietnamese('ui.conflict.merged')))
  const saved = valueOf(await cataloguer.catalogue.title({ id }))
  expect(saved).toMatchObject({
    publisher: 'NXB của người thứ nhất',
    ddc: '200',
    note: 'Ghi chú của người thứ hai',
  })
})

test('a draft is kept soon after the typing, survives a reload, says so, and can be thrown away', async () => {
  const page = await stage.as('cataloguer', '/catalogue/new')
  const calls = callsOf(page.context())
  await page.keyboard.type('Mất điện giữa chừng')
  await soon(() => calls).toContain('drafts.save')
  await page.reload()
  await holds(field(page, 'title'), 'Mất điện giữa chừng')
  await see(page.getByText(/Đã khôi phục bản nháp lúc \d{2}\/\d{2}\/\d{4} \d{2}:\d{2}/))
  await page.getByRole('button', { name: vietnamese('common.draft.drop') }).click()
  await holds(field(page, 'title'), '')
  await page.reload()
  await holds(field(page, 'title'), '')
  await gone(page.getByText(/Đã khôi phục/))
})

test('a draft survives closing the window right after the last letter', async () => {
  const page = await stage.as('cataloguer', '/catalogue/new')
  await page.keyboard.type('Đóng cửa sổ ngay')
  await page.reload()
  await holds(field(page, 'title'), 'Đóng cửa sổ ngay')
})

test('a draft survives signing out at once and waits for its writer only', async () => {
  const page = await stage.as('cataloguer', '/catalogue/new')
  await page.keyboard.type('Hết giờ làm')
  await pickFromUserMenu(page, 'cataloguer', vietnamese('shell.user.signOut'))
  await signIn(page, 'administrator')
  await enter(page, '/catalogue/new')
  await holds(field(page, 'title'), '')
  await pickFromUserMenu(page, 'administrator', vietnamese('shell.user.signOut'))
  await signIn(page, 'cataloguer')
  await enter(page, '/catalogue/new')
  await holds(field(page, 'title'), 'Hết giờ làm')
  await page.keyboard.press('Control+Enter')
  await see(toast(page, vietnamese('catalogue.form.added', { title: 'Hết giờ làm' })))
  await enter(page, '/home')
  await enter(page, '/catalogue/new')
  await holds(field(page, 'title'), '')
})

test('a draft survives leaving the page at once', async () => {
  const page = await stage.as('administrator', '/catalogue/new')
  await page.keyboard.type('Đi xem chỗ khác')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('thiet lap')
  await page.keyboard.press('Enter')
  await see(heading(page, vietnamese('settings.library.title')))
  await page.goBack()
  await holds(field(page, 'title'), 'Đi xem chỗ khác')
  await page.getByRole('button', { name: vietnamese('common.draft.drop') }).click()
})
