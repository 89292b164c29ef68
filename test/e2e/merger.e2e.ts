import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { expectAccessible } from './support/axe.ts'
import { partOf } from '../documents/zip.ts'
import { valueOf } from '../support/engine.ts'
import { backupOf, enterTitle, openOther } from '../support/mergers.ts'
import { heading } from './support/frame.ts'
import { chooseFiles, fileOf } from './support/imports.ts'
import { scan } from './support/keyboard.ts'
import { bytesOf, gone, see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese, vietnameseLike } from './support/words.ts'

const stage = setStage()
const unit = 'Thư viện huyện Tiên Du'
let backup = ''

/** Two copies of ours whose numbers the neighbour gave too, one of them to the same book. */
beforeAll(async () => {
  const { catalogue, copies } = await stage.client('cataloguer')
  const series = { name: 'Sách', prefix: 'VV', digits: 6, materials: ['book'] }
  const { id: seriesId } = valueOf(await copies.addSeries(series))
  const voucher = { number: 'CT-01', receivedOn: '2026-02-01', source: 'purchase' } as const
  const { id: voucherId } = valueOf(await copies.addVoucher(voucher))
  const book = { title: 'Đất rừng phương Nam', authors: 'Đoàn Giỏi', publishedYear: 1957 }
  const { id: titleId } = valueOf(await catalogue.addTitle(book))
  const line = { titleId, seriesId, siteId: 1, storeId: 1 }
  valueOf(await copies.accession({ voucherId, copies: [{ ...line, barcode: '893001' }, line] }))
  const other = await openOther(unit)
  await enterTitle(other, book, [{}, { barcode: '893001' }])
  await enterTitle(other, { title: 'Lịch sử huyện Tiên Du', publishedYear: 2001 }, [{ priceMinor: 50_000 }])
  backup = await backupOf(other)
})

const button = (page: Page, key: string, words: Record<string, string> = {}) =>
  page.getByRole('button', { name: vietnamese(key, words), exact: true })
const tab = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: vietnamese('merger.page.tabs.label') })
    .getByRole('link', { name: vietnameseLike(`merger.page.tabs.${name}`) })
const grid = (page: Page, name: string) =>
  page.getByRole('grid', { name: vietnamese(`merger.page.tabs.${name}`) })

async function pick(page: Page, path: string): Promise<void> {
  await chooseFiles(page, () => button(page, 'merger.new.pick').click(), path)
}

test('the page of mergers says when one is needed, and what is no library is refused in words', async () => {
  const page = await stage.as('director', '/merger')
  await see(page.getByText(vietnamese('merger.list.empty')))
  await expectAccessible(page, 'no mergers')
  await page.getByRole('link', { name: vietnamese('merger.list.begin') }).click()
  await see(heading(page, vietnamese('merger.new.title')))
  await pick(page, fileOf('ghi-chep.db', new TextEncoder().encode('không phải thư viện')))
  await see(page.getByText(vietnamese('merger.errors.not_a_library')))
  await expectAccessible(page, 'refused')
})

test('a library is read on trial, planned, looked through and written', async () => {
  const page = await stage.as('director', '/merger/new')
  await pick(page, backup)
  await see(heading(page, vietnamese('merger.page.title', { unit })))
  await see(page.getByText(vietnamese('merger.overview.numbers')))
  await expectAccessible(page, 'overview')

  await page.getByRole('link', { name: vietnamese('merger.page.plan') }).click()
  await page.getByLabel(vietnamese('merger.plan.decisionNumber')).fill('45/QĐ-UBND')
  await page
    .getByLabel(vietnameseLike('merger.plan.siteName', { name: 'Thư viện thử nghiệm' }))
    .fill('Cơ sở Tiên Du')
  await page.getByLabel(vietnamese('merger.plan.prefix')).fill('TĐ.')
  await see(page.getByText(vietnamese('merger.plan.prefixLetters')))
  await page.getByLabel(vietnamese('merger.plan.prefix')).fill('TD.')
  await expectAccessible(page, 'plan')
  await button(page, 'common.actions.save').click()
  await see(page.getByText('45/QĐ-UBND'))

  await tab(page, 'copies').click()
  await page.getByLabel(vietnamese('merger.copies.show.label')).selectOption('clashing')
  await soon(() => grid(page, 'copies').getByRole('row').count()).toBe(3)
  await see(grid(page, 'copies').getByText('TD.VV000001'))
  await grid(page, 'copies').getByRole('row').filter({ hasText: 'TD.VV000002' }).dblclick()
  const dialog = page.getByRole('dialog')
  await see(dialog.getByText(/893001.*Đất rừng/))
  await dialog.getByLabel(vietnamese('merger.copies.number')).fill('TD-0002')
  await dialog.getByRole('button', { name: vietnamese('common.actions.save') }).click()
  await gone(dialog)
  await see(grid(page, 'copies').getByText('TD-0002'))
  await expectAccessible(page, 'copies')

  await tab(page, 'titles').click()
  await soon(() => grid(page, 'titles').getByRole('row').count()).toBe(3)
  await expectAccessible(page, 'titles')
  await page.keyboard.press('Control+Enter')
  await see(page.getByText(vietnamese('merger.states.written')))
  await page
    .getByRole('link', { name: vietnamese('merger.overview.openCopies', { name: 'Cơ sở Tiên Du' }) })
    .click()
  await see(heading(page, vietnamese('copies.list.title')))
  await soon(() => page.getByRole('grid').getByRole('row').count()).toBe(4)
})

test('an old label scanned anywhere names both copies that bear it, and the old books lie beside ours', async () => {
  const page = await stage.as('reader', '/home')
  await page.getByRole('main').focus()
  await scan(page, 'VV000001')
  await see(heading(page, vietnamese('copies.list.title')))
  await soon(() => page.getByRole('grid').getByRole('row').count()).toBe(3)
  await page.getByRole('grid').getByText('TD.VV000001').dblclick()
  await see(
    page.getByText(
      vietnameseLike('copies.facts.formerValue', { unit, number: 'VV000001', on: '05/03/2026' }),
    ),
  )
  await page.goto(page.url().replace(/#.*/, '#/registers?unit=1'))
  await see(page.getByRole('grid').getByText(unit).first())
  await expectAccessible(page, 'books')
})

test('the minutes name both sides, and the history counts by the old dates', async () => {
  const page = await stage.as('director', '/merger/1')
  const download = page.waitForEvent('download')
  await button(page, 'merger.page.minutesLabel').click()
  await page.getByRole('menuitem', { name: vietnamese('merger.page.minutes.docx') }).click()
  const text = partOf(await bytesOf(await download), 'word/document.xml')
  for (const words of ['45/QĐ-UBND', unit, vietnamese('merger.minutes.giver')]) expect(text).toContain(words)
  await tab(page, 'history').click()
  await see(page.getByText(vietnamese('merger.history.hint')))
  await expectAccessible(page, 'history')
})

test('what was used since stands in the way of taking it back, and says so', async () => {
  const clerk = await stage.client('cataloguer')
  const { rows } = valueOf(await clerk.copies.search({ filters: { isMerged: true } }))
  const copyIds = rows.slice(0, 1).map(({ id }) => id)
  const now = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
  valueOf(await clerk.copies.setCondition({ copyIds, condition: 'worn', on: now }))
  const page = await stage.as('director', '/merger/1')
  await button(page, 'merger.page.undo').click()
  const dialog = page.getByRole('dialog')
  await see(dialog.getByText(vietnamese('merger.undo.blocked')))
  expect(await dialog.getByRole('button', { name: vietnamese('merger.undo.submit') }).isDisabled()).toBe(true)
  await expectAccessible(page, 'undo')
})
