import { expect, test } from 'vitest'
import { expectAccessible } from './support/axe.ts'
import { enter, toast } from './support/frame.ts'
import { holdBack } from './support/hold.ts'
import { gone, holds, see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'
import { valueOf } from '../support/engine.ts'

const stage = setStage()

async function deliver(copies: number): Promise<void> {
  const { catalogue, copies: held } = await stage.client('cataloguer')
  const series = valueOf(await held.addSeries({ name: 'Sách', prefix: 'VN' }))
  const title = valueOf(await catalogue.addTitle({ title: 'Tắt đèn', ddc: '895.922' }))
  const voucher = valueOf(
    await held.addVoucher({ number: '1', receivedOn: '2026-01-05', source: 'purchase' }),
  )
  const line = { titleId: title.id, seriesId: series.id, siteId: 1 }
  const lines = Array.from({ length: copies }, () => line)
  valueOf(await held.accession({ voucherId: voucher.id, copies: lines }))
}

test('a figure opens the copies that make it up', async () => {
  await deliver(3)
  const page = await stage.as('reader', '/stock')
  await see(page.getByRole('heading', { name: vietnamese('stock.divisions.ddc') }))
  await expectAccessible(page, 'stock')
  await page.getByRole('link', { name: /Văn học: 3 bản/ }).click()
  await see(page.getByText('VN000003'))
  expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('4')
  await see(page.getByText(vietnamese('copies.list.titles', { count: 1, shown: '1' })))
})

test('newspapers taken on a day open as just those of that day', async () => {
  const { catalogue } = await stage.client('cataloguer')
  const journal = (title: string) => ({ title, material: 'serial', addedOn: '2020-01-01' }) as const
  const taken = valueOf(await catalogue.addTitle(journal('Tạp chí Sông Hương')))
  valueOf(await catalogue.addTitle(journal('Tạp chí Xưa')))
  valueOf(
    await catalogue.setSubscription({ titleId: taken.id, startsOn: '2024-01-01', frequency: 'monthly' }),
  )
  const page = await stage.as('reader', '/stock')
  await page.getByRole('link', { name: `${vietnamese('stock.totals.serials')}: 1` }).click()
  await see(page.getByText('Tạp chí Sông Hương'))
  expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('2')
})

test('an opening balance is typed into a grid, counted, and seen beside the figures', async () => {
  const page = await stage.as('cataloguer', '/stock/opening')
  await page.getByRole('button', { name: vietnamese('stock.opening.begin') }).click()
  const row = page.getByRole('row').nth(1)
  await row.getByRole('textbox').nth(0).fill('9')
  await row.getByRole('textbox').nth(1).fill('5')
  await page.keyboard.press('Tab')
  const wrong = vietnamese('stock.opening.problems.more_titles_than_copies', { titles: 9, copies: 5 })
  await see(page.getByText(wrong).first())
  await row.getByRole('textbox').nth(1).fill('50')
  await page.keyboard.press('Control+Enter')
  await see(toast(page, vietnamese('stock.opening.saved', { count: 1 })))
  await expectAccessible(page, 'stock/opening')
  const reader = await stage.as('reader', '/stock')
  await see(reader.getByText(vietnamese('stock.figures.withOpening', { titles: '9', copies: '50' })))
})

test('a number typed while the sheet is being saved stays in the grid, to be saved next', async () => {
  const page = await stage.as('cataloguer', '/stock/opening')
  const copies = page.getByRole('row').nth(1).getByRole('textbox').nth(1)
  const changed = page.getByText(vietnamese('stock.opening.changed'), { exact: true })
  await holds(copies, '50')
  const release = await holdBack(page, 'stock.setOpening')
  await copies.fill('60')
  await page.keyboard.press('Control+Enter')
  await copies.fill('70')
  release()
  await see(toast(page, vietnamese('stock.opening.saved', { count: 1 })))
  const { stock } = await stage.client('reader')
  expect(valueOf(await stock.opening({})).copies).toBe(60)
  await holds(copies, '70')
  await see(changed)
  await enter(page, '/stock')
  await enter(page, '/stock/opening')
  await holds(copies, '70')
  await copies.focus()
  await page.keyboard.press('Control+Enter')
  await soon(async () => valueOf(await stock.opening({})).copies).toBe(70)
  await gone(changed)
})
