import { beforeAll, describe, expect, test } from 'vitest'
import type { Title, TitleFields } from '../../shared/catalogue/contract.ts'
import { valueOf } from '../support/engine.ts'
import { enter, heading, toast } from './support/frame.ts'
import { openInputMethod, scan } from './support/keyboard.ts'
import { gone, holds, isFocused, see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { isbnOf, titleList, titleSearch, titlesShown } from './support/titles.ts'
import { callsOf } from './support/watch.ts'
import { vietnamese } from './support/words.ts'

describe('a catalogue of some hundred titles', () => {
  const stage = setStage({ titles: 400 })

  async function add(fields: Partial<TitleFields> & { title: string }): Promise<Title> {
    const cataloguer = await stage.client('cataloguer')
    return valueOf(await cataloguer.catalogue.addTitle(fields))
  }
  beforeAll(async () => {
    for (const title of [
      'Duong Bá Trạc toàn tập',
      'Đương thời kỷ sự',
      'Đường về Zuận Thượng',
      'Dưỡng sinh Zuận Thượng',
    ]) {
      await add({ title })
    }
  })

  test('typing without marks finds what is written with them', async () => {
    const page = await stage.as('reader', '/catalogue')
    await titleSearch(page).fill('duong ve zuan')
    await soon(() => titlesShown(page)).toEqual(['Đường về Zuận Thượng'])
  })

  test('typing with marks puts what is written just so first', async () => {
    const page = await stage.as('reader', '/catalogue')
    await see(titleList(page).getByRole('row').nth(5))
    for (const [typed, first] of [
      ['đường về', /^Đường về/],
      ['duong', /^(Duong|Dương|Đường|Đương|Dưỡng)/],
      ['đương', /^Đương/],
    ] as const) {
      await titleSearch(page).fill(typed)
      await soon(async () => (await titlesShown(page))[0]).toMatch(first)
    }
  })

  test('a search without a hit says what to try, and an empty box shows all again', async () => {
    const page = await stage.as('reader', '/catalogue')
    await titleSearch(page).fill('xyzxyzxyz')
    await see(page.getByText(vietnamese('catalogue.list.nothingFound', { text: 'xyzxyzxyz' })))
    await titleSearch(page).fill('')
    await see(titleList(page).getByRole('row').nth(5))
  })

  test('the keyboard alone searches, walks the list, opens a title and comes back to its row', async () => {
    const page = await stage.as('reader', '/catalogue')
    await isFocused(titleSearch(page))
    await page.keyboard.type('zuan thuong')
    await soon(async () => (await titlesShown(page)).length).toBe(2)
    await page.waitForURL(/text=/)
    await page.keyboard.press('ArrowDown')
    await isFocused(titleList(page))
    await page.keyboard.press('ArrowDown')
    const chosen = page.getByRole('row', { selected: true })
    const name = await chosen.locator('[data-column="title"]').innerText()
    await page.keyboard.press('Enter')
    await see(heading(page, name))
    await page.keyboard.press('Escape')
    await holds(titleSearch(page), 'zuan thuong')
    await see(chosen.filter({ hasText: name }))
  })

  test('Enter in the box opens the only hit', async () => {
    const page = await stage.as('reader', '/catalogue')
    await titleSearch(page).fill('đường về zuận')
    await soon(() => titlesShown(page)).toHaveLength(1)
    await page.keyboard.press('Enter')
    await see(heading(page, 'Đường về Zuận Thượng'))
  })

  test('F4 hides and shows the preview of the chosen row, and the choice stays', async () => {
    const page = await stage.as('reader', '/catalogue')
    await titleList(page).getByRole('row').nth(3).click()
    const preview = page.getByRole('complementary', { name: vietnamese('catalogue.list.preview') })
    await see(preview.getByText(vietnamese('catalogue.fields.language')))
    await page.keyboard.press('F4')
    await gone(preview)
    await page.reload()
    await titleList(page).getByRole('row').nth(3).click()
    await gone(preview)
    await page.keyboard.press('F4')
    await see(preview)
  })

  test('a code that names no copy, read outside a text box, goes to the search and finds its title', async () => {
    const isbn = isbnOf(700_001)
    await add({ title: 'Cuốn sách có mã vạch', isbn })
    const page = await stage.as('cataloguer', '/home')
    await see(heading(page, vietnamese('home.title')))
    await page.getByRole('main').focus()
    await scan(page, isbn)
    await holds(titleSearch(page), isbn)
    await soon(() => titlesShown(page)).toEqual(['Cuốn sách có mã vạch'])
  })

  test("a word being composed is the input method's: no key of it acts on the page", async () => {
    const page = await stage.as('cataloguer', '/catalogue')
    await titleSearch(page).focus()
    const method = await openInputMethod(page)
    for (const text of ['D', 'Đ', 'Đư', 'Đươ', 'Đươn', 'Đương', 'Đường']) {
      await method.processKey()
      await method.compose(text)
    }
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await isFocused(titleSearch(page))
    await method.commit('Đường')
    await holds(titleSearch(page), 'Đường')
    await see(heading(page, vietnamese('catalogue.list.title')))
    await soon(async () => (await titlesShown(page))[0]).toMatch(/^Đường/)
  })

  test('a title is taken out of the holdings and brought back by the toast', async () => {
    const { id } = await add({ title: 'Sẽ được đưa ra' })
    const page = await stage.as('cataloguer', `/catalogue/${id}`)
    await page.getByRole('button', { name: vietnamese('catalogue.record.remove') }).click()
    await see(toast(page, vietnamese('catalogue.record.removed', { title: 'Sẽ được đưa ra' })))
    await gone(page.getByRole('button', { name: vietnamese('common.actions.edit') }))
    await page.getByRole('button', { name: vietnamese('common.actions.undo') }).click()
    await see(page.getByRole('button', { name: vietnamese('common.actions.edit') }))
  })

  test('Ctrl+Z takes the last removal back, also from another page', async () => {
    const { id } = await add({ title: 'Đưa ra rồi hối' })
    const page = await stage.as('cataloguer', `/catalogue/${id}`)
    await page.getByRole('button', { name: vietnamese('catalogue.record.remove') }).click()
    await see(toast(page, 'Đưa ra rồi hối'))
    await enter(page, '/home')
    await see(heading(page, vietnamese('home.title')))
    await page.keyboard.press('Control+z')
    await see(toast(page, vietnamese('catalogue.record.restored', { title: 'Đưa ra rồi hối' })))
    const reader = await stage.client('reader')
    expect(valueOf(await reader.catalogue.title({ id })).removedOn).toBeNull()
  })

  test('the history of a title tells in words what was before and what is now, and who did it', async () => {
    const title = await add({ title: 'Có lịch sử', publisher: 'NXB Cũ' })
    const administrator = await stage.client('administrator')
    const { id, rev, ...fields } = title
    valueOf(
      await administrator.catalogue.updateTitle({
        ...fields,
        id,
        rev,
        publisher: 'NXB Mới',
        language: 'eng',
      }),
    )
    const page = await stage.as('reader', `/catalogue/${id}`)
    await page.getByRole('tab', { name: vietnamese('catalogue.record.tabs.history') }).click()
    const changed = page
      .getByRole('listitem')
      .filter({ hasText: vietnamese('catalogue.operations.updateTitle') })
    await see(changed.getByText('Người quản trị'))
    await see(changed.getByRole('deletion').filter({ hasText: 'NXB Cũ' }))
    await see(changed.getByRole('insertion').filter({ hasText: 'NXB Mới' }))
    await see(changed.getByRole('insertion').filter({ hasText: 'Tiếng Anh' }))
  })

  test('what another person saves appears in the open list by itself', async () => {
    const page = await stage.as('reader', '/catalogue')
    await titleSearch(page).fill('bỗng nhiên hiện ra')
    await see(page.getByText(vietnamese('catalogue.list.nothingFound', { text: 'bỗng nhiên hiện ra' })))
    await add({ title: 'Bỗng nhiên hiện ra' })
    await soon(() => titlesShown(page)).toEqual(['Bỗng nhiên hiện ra'])
  })

  test('an old address of a title says that there is none', async () => {
    const page = await stage.as('reader', '/catalogue/999999')
    await see(page.getByRole('alert').getByText(vietnamese('catalogue.errors.title_not_found')))
  })
})

describe('a catalogue of 100,000 titles', () => {
  const stage = setStage({ titles: 100_000 })

  test('shows its last row at one key, and any other place, without loading what lies between', async () => {
    const page = await stage.as('reader')
    const calls = callsOf(page.context())
    const asked = () => calls.filter((call) => call === 'catalogue.search').length
    await enter(page, '/catalogue')
    await see(page.getByText(vietnamese('catalogue.list.count', { shown: '100.000' })))
    await soon(() => titleList(page).getAttribute('aria-rowcount')).toBe('100001')
    await titleList(page).focus()
    const before = asked()
    const current = titleList(page).locator('[role="row"].current')
    await page.keyboard.press('End')
    await soon(() => current.getAttribute('aria-rowindex')).toBe('100001')
    await soon(async () => (await current.locator('[data-column="title"]').innerText()) !== '').toBe(true)
    expect(asked() - before).toBeLessThanOrEqual(2)
    await titleList(page).evaluate((list) => list.scrollTo({ top: list.scrollHeight / 2 }))
    await soon(async () => (await titlesShown(page)).length).toBeGreaterThan(10)
    expect(asked() - before).toBeLessThanOrEqual(5)
    expect(await titleList(page).getByRole('row').count()).toBeLessThan(100)
    await page.keyboard.press('Home')
    await soon(() => current.getAttribute('aria-rowindex')).toBe('2')
  })

  test('goes to a letter at once, as along a shelf', async () => {
    const page = await stage.as('reader', '/catalogue')
    await see(titleList(page).getByRole('row').nth(5))
    const bar = page.getByRole('group', { name: vietnamese('catalogue.shelf.toLetter') })
    await bar.getByRole('button', { name: 'Đ', exact: true }).click()
    const current = titleList(page).locator('[role="row"].current')
    await soon(() => current.locator('[data-column="title"]').innerText()).toMatch(/^[Đđ]/)
    await bar.getByRole('textbox').fill('th')
    await bar.getByRole('textbox').press('Enter')
    await soon(() => current.locator('[data-column="title"]').innerText()).toMatch(/^th/i)
  })

  test('counts by group after the list has answered, and says where it guesses', async () => {
    const page = await stage.as('reader', '/catalogue')
    const facets = page.getByRole('complementary', { name: vietnamese('catalogue.facets.title') })
    await see(facets.getByText(vietnamese('catalogue.facets.estimated')))
    await see(facets.getByRole('button').filter({ hasText: '≈' }).first())
  })

  test('answers every letter typed and shows only the last answer', async () => {
    const page = await stage.as('reader', '/catalogue')
    await isFocused(titleSearch(page))
    await page.keyboard.type('lịch sử việt nam')
    await holds(titleSearch(page), 'lịch sử việt nam')
    await soon(async () => (await titlesShown(page))[0]?.toLowerCase()).toContain('lịch sử')
  })
})
