import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Title, TitleFields } from '../../shared/catalogue/contract.ts'
import { valueOf } from '../support/engine.ts'
import { expectAccessible } from './support/axe.ts'
import { enter, heading, toast } from './support/frame.ts'
import { scan } from './support/keyboard.ts'
import { gone, holds, see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { titleList, titleSearch, titlesShown } from './support/titles.ts'
import { vietnamese } from './support/words.ts'

describe('what is done with many titles', () => {
  const stage = setStage({ titles: 300 })

  async function add(fields: Partial<TitleFields> & { title: string }): Promise<Title> {
    const cataloguer = await stage.client('cataloguer')
    return valueOf(await cataloguer.catalogue.addTitle({ ...fields, isSameIsbnMeant: true }))
  }
  async function titleOf({ id }: { id: number }): Promise<Title> {
    const reader = await stage.client('reader')
    return valueOf(await reader.catalogue.title({ id }))
  }
  function button(page: Page, key: string, details = {}) {
    return page.getByRole('button', { name: vietnamese(key, details), exact: true })
  }
  /** A list that holds just these, in the order of their titles. */
  async function listOf(page: Page, text: string, count: number) {
    await titleSearch(page).fill(text)
    await soon(async () => (await titlesShown(page)).length).toBe(count)
    await titleList(page).focus()
  }

  test('counts beside the list narrow it, chips widen it again, and going back finds the search before', async () => {
    await add({ title: 'Zbơ bản đồ một', material: 'map' })
    await add({ title: 'Zbơ sách một' })
    const page = await stage.as('reader', '/catalogue?text=zbơ')
    await soon(async () => (await titlesShown(page)).length).toBe(2)
    const facets = page.getByRole('complementary', { name: vietnamese('catalogue.facets.title') })
    await facets
      .getByRole('button')
      .filter({ hasText: vietnamese('catalogue.materials.map') })
      .click()
    await soon(() => titlesShown(page)).toEqual(['Zbơ bản đồ một'])
    await page.waitForURL(/filters=/)
    const chip = vietnamese('catalogue.filters.chip', {
      name: vietnamese('catalogue.filters.materials'),
      value: vietnamese('catalogue.materials.map'),
    })
    await page.getByRole('button', { name: vietnamese('catalogue.filters.remove', { what: chip }) }).click()
    await soon(async () => (await titlesShown(page)).length).toBe(2)
    await page.goBack()
    await soon(() => titlesShown(page)).toEqual(['Zbơ bản đồ một'])
    await holds(titleSearch(page), 'zbơ')
  })

  test('the filter panel narrows by every field, also by keyboard', async () => {
    await add({ title: 'Zcư năm cũ', publishedYear: 1985 })
    await add({ title: 'Zcư năm mới', publishedYear: 2015 })
    const page = await stage.as('reader', '/catalogue?text=zcư')
    await soon(async () => (await titlesShown(page)).length).toBe(2)
    await titleList(page).focus()
    await page.keyboard.press('Alt+l')
    const dialog = page.getByRole('dialog')
    await expectAccessible(page, 'filters')
    await dialog.getByLabel(vietnamese('catalogue.filters.yearFrom')).fill('2000')
    await page.keyboard.press('Enter')
    await soon(() => titlesShown(page)).toEqual(['Zcư năm mới'])
  })

  test('a column header orders the list', async () => {
    for (const [title, publishedYear] of [
      ['Zdâ một', 1990],
      ['Zdâ hai', 2010],
    ] as const) {
      await add({ title, publishedYear })
    }
    const page = await stage.as('reader', '/catalogue?text=zdâ')
    await soon(async () => (await titlesShown(page)).length).toBe(2)
    const year = page.getByRole('columnheader', { name: vietnamese('catalogue.list.year') })
    await year.click()
    await soon(() => titlesShown(page)).toEqual(['Zdâ hai', 'Zdâ một'])
    await soon(() => year.getAttribute('aria-sort')).toBe('descending')
  })

  test('a search is saved under a name, opened again and forgotten', async () => {
    const page = await stage.as('cataloguer', '/catalogue?text=lịch+sử')
    await button(page, 'catalogue.saved.open').click()
    await page.getByLabel(vietnamese('catalogue.saved.name')).fill('Sử nhà mình')
    await page.keyboard.press('Enter')
    await see(toast(page, vietnamese('catalogue.saved.kept', { name: 'Sử nhà mình' })))
    await titleSearch(page).fill('')
    await button(page, 'catalogue.saved.open').click()
    await page.getByRole('button', { name: 'Sử nhà mình', exact: true }).click()
    await holds(titleSearch(page), 'lịch sử')
    await button(page, 'catalogue.saved.open').click()
    await button(page, 'catalogue.saved.forget', { name: 'Sử nhà mình' }).click()
    await gone(page.getByRole('button', { name: 'Sử nhà mình', exact: true }))
  })

  test('titles chosen by keyboard are changed together after a look at before and after, and changed back', async () => {
    const titles = [await add({ title: 'Zgô một', publisher: 'Nxb A' }), await add({ title: 'Zgô hai' })]
    const page = await stage.as('cataloguer', '/catalogue')
    await listOf(page, 'zgô', 2)
    await page.keyboard.press('Home')
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+ArrowDown')
    await see(page.getByText(vietnamese('ui.chosen.some', { shown: '2' })))
    await button(page, 'catalogue.batch.open').click()
    await page.getByLabel(vietnamese('catalogue.batch.value')).fill('NXB Trẻ')
    await page.keyboard.press('Enter')
    await see(page.getByRole('dialog').getByRole('cell', { name: 'Nxb A' }))
    await button(page, 'catalogue.batch.run', { shown: '2' }).click()
    await see(page.getByText(vietnamese('catalogue.batch.result', { changed: '2', refused: '0' })))
    for (const title of titles) expect((await titleOf(title)).publisher).toBe('NXB Trẻ')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: vietnamese('common.actions.undo') })
      .click()
    await see(page.getByText(vietnamese('catalogue.batch.undone', { undone: '2', left: '0' })))
    expect(await Promise.all(titles.map(async (title) => (await titleOf(title)).publisher))).toEqual([
      'Nxb A',
      '',
    ])
  })

  test('a change that empties the list it was chosen from still tells its result', async () => {
    const title = await add({ title: 'Zkhu đổi loại' })
    const page = await stage.as(
      'cataloguer',
      `/catalogue?text=zkhu&filters=${encodeURIComponent('{"materials":["book"]}')}`,
    )
    await soon(() => titlesShown(page)).toEqual(['Zkhu đổi loại'])
    await titleList(page).focus()
    await page.keyboard.press('Control+a')
    await button(page, 'catalogue.batch.open').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(vietnamese('catalogue.batch.field')).selectOption('material')
    await dialog.getByLabel(vietnamese('catalogue.batch.value')).selectOption('map')
    await button(page, 'catalogue.batch.look').click()
    await button(page, 'catalogue.batch.run', { shown: '1' }).click()
    await see(dialog.getByText(vietnamese('catalogue.batch.result', { changed: '1', refused: '0' })))
    expect((await titleOf(title)).material).toBe('map')
  })

  test('Ctrl+A means all that is found, and the list is written into a file', async () => {
    const page = await stage.as('cataloguer', '/catalogue')
    await see(titleList(page).getByRole('row').nth(5))
    await titleList(page).focus()
    await page.keyboard.press('Control+a')
    await see(page.getByText(/^Đã chọn tất cả/))
    await page.keyboard.press('Escape')
    await gone(page.getByText(/^Đã chọn tất cả/))
    await titleSearch(page).fill('lịch sử')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      (async () => {
        await button(page, 'catalogue.export.all').click()
        await page.getByRole('menuitem', { name: vietnamese('catalogue.export.csv') }).click()
      })(),
    ])
    const path = await download.path()
    expect(readFileSync(path, 'utf8').toLowerCase()).toContain('lịch sử')
  })

  test('chosen titles enter a special class together, and Ctrl+Z takes them out again', async () => {
    const titles = [await add({ title: 'Zđịa chí một' }), await add({ title: 'Zđịa chí hai' })]
    const page = await stage.as('cataloguer', '/catalogue')
    await listOf(page, 'zdia chi', 2)
    await page.keyboard.press('Home')
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+ArrowDown')
    await button(page, 'catalogue.manyClass.open').click()
    await page.getByLabel(vietnamese('catalogue.manyClass.evidence')).fill('Danh mục địa chí 2026')
    await button(page, 'catalogue.manyClass.submit').click()
    const words = { shown: '2', name: vietnamese('catalogue.specialClasses.local_history') }
    await see(toast(page, vietnamese('catalogue.manyClass.done', words)))
    for (const title of titles) expect((await titleOf(title)).classes).toBe('local_history')
    await page.keyboard.press('Control+z')
    await see(toast(page, vietnamese('catalogue.manyClass.undone', words)))
    for (const title of titles) expect((await titleOf(title)).classes).toBe('')
  })

  test('chosen titles begin a bibliography', async () => {
    await add({ title: 'Zlan một' })
    await add({ title: 'Zlan hai' })
    const page = await stage.as('cataloguer', '/catalogue')
    await listOf(page, 'zlan', 2)
    await page.keyboard.press('Control+a')
    await button(page, 'catalogue.product.open').click()
    await page.getByLabel(vietnamese('catalogue.product.name')).fill('Thư mục Zlan')
    await page.keyboard.press('Enter')
    await see(toast(page, vietnamese('catalogue.product.done', { name: 'Thư mục Zlan', shown: '2' })))
    const reader = await stage.client('reader')
    const { rows } = valueOf(await reader.products.list({}))
    expect(rows.map(({ name, titles }) => ({ name, titles }))).toEqual([{ name: 'Thư mục Zlan', titles: 2 }])
  })

  test('two titles become one after a look at what differs and what moves, and come apart again', async () => {
    const one = await add({ title: 'Zhê trùng', publisher: 'NXB Kim Đồng' })
    const other = await add({ title: 'Zhê trùng', publisher: 'Kim Đồng' })
    const page = await stage.as('cataloguer', '/catalogue')
    await listOf(page, 'zhê trùng', 2)
    await page.keyboard.press('Home')
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+ArrowDown')
    await button(page, 'catalogue.merge.open').click()
    await see(page.getByRole('dialog').getByRole('cell', { name: 'Kim Đồng', exact: true }))
    await button(page, 'catalogue.merge.submit', { count: 2 }).click()
    await soon(async () => (await titlesShown(page)).length).toBe(1)
    await page.keyboard.press('Control+z')
    await soon(async () => (await titlesShown(page)).length).toBe(2)
    for (const title of [one, other]) expect((await titleOf(title)).mergedIntoId).toBeNull()
    await enter(page, '/catalogue/duplicates?by=title')
    await see(heading(page, vietnamese('catalogue.duplicates.title')))
    await expectAccessible(page, 'duplicates')
    await enter(page, '/catalogue/edits?kind=merges')
    await see(page.getByRole('cell', { name: 'Zhê trùng' }).first())
  })

  test('two spellings of a name become one, and the other leads to it', async () => {
    const first = await add({ title: 'Zy một', authors: 'Nguyễn Zy' })
    await add({ title: 'Zy hai', authors: 'Ng. Zy' })
    const page = await stage.as('cataloguer', '/catalogue/authorities')
    const box = page.getByRole('searchbox', { name: vietnamese('catalogue.authorities.search') })
    const grid = page.getByRole('grid')
    await box.fill('zy')
    await see(grid.getByText('Ng. Zy', { exact: true }))
    await see(grid.getByText('Nguyễn Zy', { exact: true }))
    await grid.focus()
    await page.keyboard.press('Control+a')
    await button(page, 'catalogue.authorities.merge').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: /^Nguyễn Zy/ }).check()
    await button(page, 'catalogue.authorities.merge').last().click()
    await gone(dialog)
    expect((await titleOf(first)).authors).toBe('Nguyễn Zy')
    const reader = await stage.client('reader')
    const found = valueOf(await reader.catalogue.search({ text: 'Zy hai' })).rows[0]
    expect(found?.authors).toBe('Nguyễn Zy')
    await page.goto(page.url().replace(/#.*/, '#/catalogue?text=Ng.%20Zy'))
    await see(page.getByText(vietnamese('catalogue.list.instead', { text: 'Ng. Zy' })))
    await button(page, 'catalogue.list.searchInstead', { heading: 'Nguyễn Zy' }).click()
    await soon(async () => (await titlesShown(page)).toSorted()).toEqual(['Zy hai', 'Zy một'])
  })

  test('a code of one copy, read anywhere, opens that copy', async () => {
    const reader = await stage.client('reader')
    const { rows } = valueOf(await reader.copies.search({ limit: 1 }))
    const [copy] = rows
    if (!copy) throw new Error('the sample library has no copies')
    const page = await stage.as('cataloguer', '/home')
    await see(heading(page, vietnamese('home.title')))
    await page.getByRole('main').focus()
    await scan(page, copy.barcode || copy.accessionNumber)
    await page.waitForURL((url) => url.hash === `#/copies/${copy.id}`)
  })

  test('nobody stumbles over the list, its bar of acts or the page of names', async () => {
    const page = await stage.as('cataloguer', '/catalogue')
    await see(titleList(page).getByRole('row').nth(5))
    await titleList(page).focus()
    await page.keyboard.press('Space')
    await expectAccessible(page, 'list')
    await enter(page, '/catalogue/authorities')
    await see(page.getByRole('grid').getByRole('row').nth(3))
    await page.getByRole('grid').focus()
    await expectAccessible(page, 'authorities')
  })
})
