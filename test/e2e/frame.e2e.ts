import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { enter, heading, navigation, nameOf, pickFromUserMenu, signIn, statusBar } from './support/frame.ts'
import { focusedName, gone, holds, isFocused, see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { callsOf } from './support/watch.ts'
import { titleSearch, titlesShown } from './support/titles.ts'
import { say, vietnamese } from './support/words.ts'

const titleCount = 1234
const stage = setStage({ titles: titleCount })

const palette = (page: Page) => page.getByRole('dialog', { name: vietnamese('shell.find.title') })

test('Ctrl+K finds a page by what it is called, typed without marks', async () => {
  const page = await stage.as('administrator', '/catalogue')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('sao luu')
  await page.keyboard.press('Enter')
  await see(heading(page, vietnamese('backup.page.title')))
})

test('Ctrl+K finds something to do and shows its key', async () => {
  const page = await stage.as('cataloguer')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('bien muc moi')
  await see(
    palette(page)
      .getByRole('option')
      .filter({ hasText: vietnamese('catalogue.menu.add') })
      .getByText('N'),
  )
  await page.keyboard.press('Enter')
  await see(heading(page, vietnamese('catalogue.form.addTitle')))
})

test('Ctrl+K finds titles, ↑↓ choose among them and Enter opens the chosen one', async () => {
  const cataloguer = await stage.client('cataloguer')
  await cataloguer.catalogue.addTitle({ title: 'Ốc đảo tìm nhanh, tập một' })
  await cataloguer.catalogue.addTitle({ title: 'Ốc đảo tìm nhanh, tập hai' })
  const page = await stage.as('reader')
  await page.getByRole('button', { name: vietnamese('shell.find.button') }).click()
  await page.keyboard.type('oc dao tim nhanh')
  const titles = palette(page)
    .getByRole('group', { name: vietnamese('catalogue.finder') })
    .getByRole('option')
  await soon(() => titles.count()).toBe(2)
  await page.keyboard.press('ArrowDown')
  await soon(() => titles.nth(1).getAttribute('aria-selected')).toBe('true')
  const chosen = (await titles.nth(1).innerText()).split('\n')[0] ?? ''
  await page.keyboard.press('Enter')
  await see(heading(page, chosen))
})

test('a reader finds no page in Ctrl+K that is not theirs', async () => {
  const page = await stage.as('reader')
  await page.keyboard.press('Control+k')
  const pages = palette(page).getByRole('group', { name: vietnamese('shell.find.pages') })
  await see(pages.getByRole('option', { name: vietnamese('sync.menu.title') }))
  for (const key of ['users.menu.list', 'journal.menu.list']) {
    expect(await pages.getByRole('option', { name: vietnamese(key), exact: true }).count(), key).toBe(0)
  }
  await page.keyboard.type(vietnamese('users.menu.list'))
  await gone(pages)
})

test('Esc closes Ctrl+K and the focus is where it was', async () => {
  const page = await stage.as('reader', '/catalogue')
  await titleSearch(page).focus()
  await page.keyboard.press('Control+k')
  await see(palette(page))
  await soon(() => focusedName(page)).toBe(vietnamese('shell.find.label'))
  await page.keyboard.press('Escape')
  await gone(palette(page))
  await isFocused(titleSearch(page))
})

test('? lists the shortcuts, those of the role among them, and Esc closes the list', async () => {
  const page = await stage.as('cataloguer', '/catalogue')
  await page.getByRole('grid').focus()
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: vietnamese('shell.shortcuts.title') })
  for (const key of ['Ctrl+K', 'Ctrl+Enter', 'F4', 'N'])
    await see(dialog.getByRole('rowheader', { name: key, exact: true }))
  await page.keyboard.press('Escape')
  await gone(dialog)
  await isFocused(page.getByRole('grid'))
})

test('? and N typed into a text box are text', async () => {
  const page = await stage.as('cataloguer', '/catalogue')
  await titleSearch(page).focus()
  await page.keyboard.type('Nn?')
  await holds(titleSearch(page), 'Nn?')
  await gone(page.getByRole('dialog'))
})

test('the first Tab offers to skip the menu, and every focused control shows a ring', async () => {
  const page = await stage.as('reader', '/home')
  await see(heading(page, vietnamese('home.title')))
  await page.evaluate(() =>
    document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined,
  )
  await page.keyboard.press('Tab')
  expect(await focusedName(page)).toBe(vietnamese('shell.skip'))
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press('Tab')
    const ring = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement ?? document.body)
      return {
        name: document.activeElement?.outerHTML.slice(0, 80),
        isSeen: style.outlineStyle !== 'none' || style.boxShadow !== 'none',
      }
    })
    expect(ring).toMatchObject({ isSeen: true })
  }
})

test('the skip link leads into the page', async () => {
  const page = await stage.as('reader', '/home')
  await page.getByRole('link', { name: vietnamese('shell.skip') }).focus()
  await page.keyboard.press('Enter')
  await isFocused(page.getByRole('main'))
})

test('an address opened before signing in is the page shown after it', async () => {
  const page = await stage.open()
  await page.evaluate(() => {
    window.location.hash = '/settings/reference?list=language'
  })
  await signIn(page, 'reader')
  await see(heading(page, vietnamese('settings.reference.title')))
  await see(page.getByRole('tab', { name: vietnamese('settings.reference.tabs.language'), selected: true }))
})

test('going back leads through the pages and finds a search as it was', async () => {
  const page = await stage.as('reader', '/catalogue')
  await titleSearch(page).fill('truyện')
  await page.waitForURL(/text=/)
  const first = page.getByRole('grid').getByRole('row').nth(1)
  // The rows of the question before stand until the new answer is there.
  await soon(() => first.innerText()).toMatch(/truyện/i)
  const title = (await titlesShown(page))[0]?.split(' : ')[0] ?? ''
  expect(title).not.toBe('')
  await first.dblclick()
  await see(heading(page, title))
  await page.goBack()
  await holds(titleSearch(page), 'truyện')
  await page.goForward()
  await see(heading(page, title))
})

test('whoever types and goes elsewhere at once is not called back, however late the page comes', async () => {
  const page = await stage.as('reader', '/catalogue')
  await page.route(/IndicatorListPage.*\.js$/, async (route) => {
    await page.waitForTimeout(800)
    await route.continue()
  })
  await titleSearch(page).pressSequentially('lịch')
  await navigation(page)
    .getByRole('link', { name: vietnamese('indicators.list.title') })
    .click()
  await see(heading(page, vietnamese('indicators.list.title')))
  await page.waitForTimeout(700)
  await see(heading(page, vietnamese('indicators.list.title')))
  expect(page.url()).not.toContain('text=')
})

test('an address that names no page says so and leads back', async () => {
  const page = await stage.as('reader', '/khong/co/trang-nay')
  await see(heading(page, vietnamese('shell.pages.unknown.title')))
  await page.goto(page.url().replace('khong/co/trang-nay', 'reports/quy-ba'))
  await see(heading(page, vietnamese('shell.pages.unknown.title')))
  await page.getByRole('link', { name: vietnamese('shell.pages.toStart') }).click()
  await see(heading(page, vietnamese('home.title')))
})

test('the window is named after its page', async () => {
  const page = await stage.as('reader', '/catalogue')
  await soon(() => page.title()).toBe(
    `${vietnamese('catalogue.list.title')} – ${vietnamese('common.product')}`,
  )
})

test('the language changes at once, numbers and dates with it, and stays after a reload', async () => {
  const page = await stage.as('reader', '/catalogue')
  await see(page.getByText(vietnamese('catalogue.list.count', { shown: '1.236' })))
  expect(
    await page.getByRole('grid').getByRole('row').nth(1).getByRole('gridcell').last().innerText(),
  ).toMatch(/^\d{2}\/\d{2}\/\d{4}$/)
  await pickFromUserMenu(page, 'reader', vietnamese('common.languages.en'))
  await see(heading(page, say('en', 'catalogue.list.title')))
  await see(page.getByText('1,236', { exact: false }).first())
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  await page.reload()
  await see(heading(page, say('en', 'catalogue.list.title')))
})

test('light, dark and high contrast are chosen by hand, and the choice stays', async () => {
  const page = await stage.as('reader', '/home')
  const lightness = () =>
    page.evaluate(() => {
      const [red = 0, green = 0, blue = 0] =
        getComputedStyle(document.body)
          .backgroundColor.match(/[\d.]+/g)
          ?.map(Number) ?? []
      return (red + green + blue) / 3
    })
  await pickFromUserMenu(page, 'reader', vietnamese('shell.theme.dark'))
  await soon(lightness).toBeLessThan(80)
  await page.reload()
  await see(heading(page, vietnamese('home.title')))
  expect(await lightness()).toBeLessThan(80)
  await pickFromUserMenu(page, 'reader', vietnamese('shell.theme.light'))
  await soon(lightness).toBeGreaterThan(200)
})

test('without a choice the PC decides between light and dark', async () => {
  const page = await stage.as('reader', '/home', { colorScheme: 'dark' })
  expect(await page.evaluate(() => getComputedStyle(document.body).colorScheme)).toMatch(/dark/)
  const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe(background)
})

test('being offline is stated in the status bar and everything goes on', async () => {
  const page = await stage.as('reader', '/catalogue')
  await see(statusBar(page).getByText(vietnamese('shell.status.online')))
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'onLine', { get: () => false })
    window.dispatchEvent(new Event('offline'))
  })
  await see(statusBar(page).getByText(vietnamese('shell.status.offline')))
  const calls = callsOf(page.context())
  await titleSearch(page).fill('lịch sử')
  await soon(() => calls).toContain('catalogue.search')
  await enter(page, '/indicators')
  await see(
    page
      .getByRole('grid', { name: vietnamese('indicators.list.title') })
      .getByRole('row')
      .nth(1),
  )
})

test('the menu folds and stays folded; its entries keep their names', async () => {
  const page = await stage.as('reader')
  await page.getByRole('button', { name: vietnamese('shell.fold') }).click()
  await page.reload()
  await see(page.getByRole('button', { name: vietnamese('shell.unfold') }))
  await navigation(page)
    .getByRole('link', { name: vietnamese('catalogue.menu.search') })
    .click()
  await see(heading(page, vietnamese('catalogue.list.title')))
})

test('the menu of the person works by keyboard and gives the focus back', async () => {
  const page = await stage.as('reader')
  const button = page.getByRole('button', { name: vietnamese('shell.user.menu', { name: nameOf('reader') }) })
  await button.focus()
  await page.keyboard.press('Enter')
  await see(page.getByRole('menu'))
  await soon(() => focusedName(page)).toBe(vietnamese('shell.user.lock'))
  await page.keyboard.press('ArrowDown')
  await soon(() => focusedName(page)).toBe(vietnamese('shell.user.switch'))
  await page.keyboard.press('Escape')
  await gone(page.getByRole('menu'))
  await isFocused(button)
})
