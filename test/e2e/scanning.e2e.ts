import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { isoDateAt } from '../../shared/dates.ts'
import { valueOf } from '../support/engine.ts'
import { heading } from './support/frame.ts'
import { scan } from './support/keyboard.ts'
import { gone, holds, isFocused, see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { titleList, titleSearch } from './support/titles.ts'
import { vietnamese } from './support/words.ts'

describe('a scan', () => {
  const stage = setStage()
  const copyIds = new Map<string, number>()

  beforeAll(async () => {
    const clerk = await stage.client('cataloguer')
    const siteId = valueOf(await clerk.copies.sites({}))[0]?.id ?? 0
    const title = valueOf(await clerk.catalogue.addTitle({ title: 'Nắng vàng' }))
    valueOf(await clerk.catalogue.addTitle({ title: 'Lá đỏ' }))
    const receivedOn = isoDateAt(Date.now())
    const voucher = valueOf(await clerk.copies.addVoucher({ number: '01', receivedOn, source: 'purchase' }))
    for (const prefix of ['NV', 'LC', 'LĐ']) {
      const series = { name: prefix, prefix, digits: 5, materials: [] }
      const seriesId = valueOf(await clerk.copies.addSeries(series)).id
      const copies = [{ titleId: title.id, seriesId, siteId, priceMinor: 10_000 }]
      const { ids } = valueOf(await clerk.copies.accession({ voucherId: voucher.id, copies }))
      copyIds.set(`${prefix}00001`, ids[0] ?? 0)
    }
  })

  const isAt = (page: Page, code: string) =>
    page.waitForURL((url) => url.hash === `#/copies/${copyIds.get(code)}`)

  test('opens its copy although its first letter is a shortcut, and a lone N still opens the form', async () => {
    const page = await stage.as('cataloguer', '/home')
    await see(heading(page, vietnamese('home.title')))
    await page.getByRole('main').focus()
    await scan(page, 'NV00001')
    await isAt(page, 'NV00001')
    await page.getByRole('main').focus()
    await scan(page, 'LĐ00001')
    await isAt(page, 'LĐ00001')
    await page.getByRole('main').focus()
    await page.keyboard.press('n')
    await page.waitForURL((url) => url.hash.startsWith('#/catalogue/new'))
  })

  test('with the focus on the list opens its copy and no filter; a lone L opens the filter', async () => {
    const page = await stage.as('cataloguer', '/catalogue')
    await see(titleList(page).getByRole('row').nth(2))
    await titleList(page).focus()
    await scan(page, 'LC00001')
    await isAt(page, 'LC00001')
    await page.goBack()
    await gone(page.getByRole('dialog'))
    await see(titleList(page).getByRole('row').nth(2))
    await titleList(page).focus()
    await page.keyboard.press('Alt+l')
    await see(page.getByRole('dialog', { name: vietnamese('catalogue.filters.dialog') }))
  })

  test('in a search box that is empty or selected opens its copy; a code typed by hand opens the one title found', async () => {
    const page = await stage.as('cataloguer', '/catalogue')
    await isFocused(titleSearch(page))
    await scan(page, 'NV00001')
    await isAt(page, 'NV00001')
    await page.goto(page.url().replace(/#.*/, '#/catalogue'))
    await titleSearch(page).fill('vàng')
    await titleSearch(page).selectText()
    await scan(page, 'LC00001')
    await isAt(page, 'LC00001')
    await page.goto(page.url().replace(/#.*/, '#/copies'))
    const box = page.getByRole('searchbox', { name: vietnamese('copies.list.search') })
    await isFocused(box)
    await scan(page, 'NV00001')
    await isAt(page, 'NV00001')
    await page.goto(page.url().replace(/#.*/, '#/catalogue'))
    await titleSearch(page).fill('')
    await titleSearch(page).pressSequentially('NV00001', { delay: 90 })
    await soon(() => titleList(page).getByRole('row').count()).toBe(2)
    await page.keyboard.press('Enter')
    await page.waitForURL(/#\/catalogue\/\d+$/)
  })

  test('that names no copy, read in a search box, stays a search of that box', async () => {
    const page = await stage.as('cataloguer', '/catalogue')
    await isFocused(titleSearch(page))
    await scan(page, 'Nắng vàng')
    await holds(titleSearch(page), 'Nắng vàng')
    await soon(() => titleList(page).getByRole('row').count()).toBe(2)
    expect(page.url()).toMatch(/#\/catalogue/)
  })
})
