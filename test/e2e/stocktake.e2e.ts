import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../shared/client.ts'
import { isoDateAt } from '../../shared/dates.ts'
import type { ItemClass } from '../../shared/stocktake/contract.ts'
import { doubleWithinMs } from '../../shared/stocktake/rules.ts'
import { testFolder, valueOf } from '../support/engine.ts'
import { expectAccessible } from './support/axe.ts'
import { enter, heading, toast } from './support/frame.ts'
import { holdBack } from './support/hold.ts'
import { scan } from './support/keyboard.ts'
import { bytesOf, everDrawn, gone, isFocused, see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const today = isoDateAt(Date.now())
const name = 'Kiểm kê Kho đọc 2026'
const chair = 'Trần Thị Thanh Hương'
const reading = 'Kho đọc'
/** VV000001 to VV000008 stand in the reading room, two more in the lending room. */
const inReading = 8
const inLending = 2

describe('a stocktake by scanner', () => {
  const stage = setStage()
  let clerk: Client
  let page: Page
  let id = 0

  beforeAll(async () => {
    clerk = await stage.client('cataloguer')
    const siteId = valueOf(await clerk.copies.sites({}))[0]?.id ?? 0
    const { id: readingId } = valueOf(await clerk.copies.addStore({ siteId, name: reading }))
    const { id: lendingId } = valueOf(await clerk.copies.addStore({ siteId, name: 'Kho mượn' }))
    const series = { name: 'Sách', prefix: 'VV', digits: 6, materials: ['book'] }
    const { id: seriesId } = valueOf(await clerk.copies.addSeries(series))
    const { id: titleId } = valueOf(
      await clerk.catalogue.addTitle({ title: 'Dế Mèn phiêu lưu ký', callNumber: '895.9223 DMP' }),
    )
    const { id: voucherId } = valueOf(
      await clerk.copies.addVoucher({ number: '01', receivedOn: today, source: 'purchase' }),
    )
    const copy = (storeId: number) => ({ titleId, seriesId, siteId, storeId, priceMinor: 10_000 })
    const copies = [
      ...Array.from({ length: inReading }, () => copy(readingId)),
      ...Array.from({ length: inLending }, () => copy(lendingId)),
    ]
    valueOf(await clerk.copies.accession({ voucherId, copies }))
  })

  const button = (text: string): Locator => page.getByRole('button', { name: text })
  const result = () => page.locator('.desk-result')
  const last = () => page.getByRole('region', { name: vietnamese('stocktake.desk.last') })
  const className = (each: ItemClass | 'twice' | 'undone') => vietnamese(`stocktake.classes.${each}`)
  const settle = () => see(page.getByText(vietnamese('stocktake.desk.allSent')))
  async function classes(): Promise<Partial<Record<ItemClass, number>>> {
    return valueOf(await clerk.stocktake.progress({ id })).classes
  }
  /** Reads a code and waits for what the page says of it. */
  async function read(code: string, says: ItemClass | 'twice'): Promise<void> {
    await scan(page, code)
    await see(last().getByRole('listitem').first().getByText(code.toUpperCase(), { exact: true }))
    await see(result().getByText(className(says), { exact: true }))
  }
  async function openDesk(): Promise<void> {
    page = await stage.as('cataloguer', `/stocktake/${id}/scan`)
    await isFocused(page.getByLabel(vietnamese('stocktake.desk.box')))
  }

  test('is planned for one store with its council, and opened with a list of what is expected', async () => {
    page = await stage.as('cataloguer', '/stocktake')
    await see(page.getByText(vietnamese('stocktake.list.empty')))
    await expectAccessible(page, 'no stocktake yet')
    await page.getByRole('link', { name: vietnamese('stocktake.list.addFirst') }).click()
    await page.getByLabel(vietnamese('stocktake.fields.name')).fill(name)
    await page.getByLabel(vietnamese('stocktake.fields.siteId'), { exact: true }).selectOption({ index: 1 })
    await page
      .getByLabel(vietnamese('stocktake.fields.storeId'), { exact: true })
      .selectOption({ label: reading })
    await button(vietnamese('ui.members.add')).click()
    await page.getByLabel(vietnamese('ui.members.name')).fill(chair)
    await expectAccessible(page, 'the form')
    await button(vietnamese('common.actions.save')).click()
    await see(heading(page, name))
    await button(vietnamese('stocktake.actions.open')).click()
    await button(vietnamese('stocktake.opening.submit', { shown: inReading })).click()
    await see(toast(page, vietnamese('stocktake.opening.done', { shown: inReading })))
    await expectAccessible(page, 'the record of a stocktake')
    id = Number(new URL(page.url()).hash.split('/').at(-1))
    expect(await classes()).toEqual({ missing: inReading })
  })

  test('tells at once what each code is, and takes the last one back with Ctrl+Z', async () => {
    await openDesk()
    await read('VV000001', 'found')
    await read('VV000002', 'found')
    await read('VV000009', 'misplaced')
    await read('KHO-CU-17', 'unknown')
    await expectAccessible(page, 'the scanning desk')
    await page.keyboard.press('Control+z')
    await see(result().getByText(vietnamese('stocktake.desk.undone')))
    await see(last().getByRole('listitem').first().getByText(className('undone')))
    expect(await classes()).toEqual({ found: 2, misplaced: 1, missing: inReading - 2 })
    // Sooner it would be a bounce of the trigger.
    await page.waitForTimeout(doubleWithinMs)
    await read('VV000001', 'twice')
  })

  test('mends what Caps Lock turned round, and takes a bounce of the trigger as one scan', async () => {
    await openDesk()
    await read('vv000003', 'found')
    await see(
      result().getByText(
        vietnamese('stocktake.desk.repaired', {
          how: vietnamese('stocktake.repairs.caps'),
          reading: 'VV000003',
        }),
      ),
    )
    // The next answer may replace its picture at once.
    const echo = everDrawn(page, '.desk-result', vietnamese('stocktake.desk.echo'))
    // However long this machine takes between the two, they are read in one moment.
    await page.clock.setFixedTime(Date.now())
    await scan(page, 'VV000004')
    await scan(page, 'VV000004')
    expect(await echo).toBe(true)
    await settle()
    const { scans } = valueOf(await clerk.stocktake.progress({ id }))
    expect(scans).toMatchObject({ scans: 6, twice: 1, undone: 1, repaired: 1 })
  })

  test('keeps what it could not send, also when the page is closed on it', async () => {
    await openDesk()
    await holdBack(page, 'stocktake.scan')
    await scan(page, 'VV000005')
    await see(page.getByText(vietnamese('stocktake.desk.waiting', { count: 1 })))
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await page.reload()
    await settle()
    await soon(async () => (await classes()).found).toBe(5)
  })

  test('takes no code while it is paused, and goes on where it was', async () => {
    await openDesk()
    await button(vietnamese('stocktake.actions.pause')).click()
    await see(page.getByText(vietnamese('stocktake.desk.closed')))
    await scan(page, 'VV000006')
    await see(result().getByText(vietnamese('stocktake.desk.resting')))
    await see(result().getByText('VV000006'))
    await button(vietnamese('stocktake.actions.resume')).click()
    await isFocused(page.getByLabel(vietnamese('stocktake.desk.box')))
    expect((await classes()).found).toBe(5)
    await read('VV000006', 'found')
    await page.keyboard.press('Escape')
    await see(page.getByText(vietnamese('stocktake.progress.places')))
  })

  test('goes on at a laptop without network, whose file is merged once', async () => {
    page = await stage.as('cataloguer', `/stocktake/${id}`)
    await page.getByRole('tab', { name: vietnamese('stocktake.tabs.sources') }).click()
    await button(vietnamese('stocktake.sources.satellite')).click()
    await page.getByRole('checkbox').check()
    const written = page.waitForEvent('download')
    await button(vietnamese('stocktake.satelliteDialog.submit')).click()
    const file = join(testFolder(), 'quet.html')
    writeFileSync(file, await bytesOf(await written))
    const saved = await scanElsewhere(file)

    await button(vietnamese('stocktake.sources.merge')).click()
    const dialog = page.getByRole('dialog')
    const merge = async () => {
      const chooser = page.waitForEvent('filechooser')
      await dialog.getByRole('button', { name: /^Chọn tệp/ }).click()
      await (await chooser).setFiles(saved)
      await dialog.getByRole('button', { name: vietnamese('stocktake.merge.submit'), exact: true }).click()
    }
    await merge()
    await see(page.getByText(vietnamese('stocktake.merge.done', { shown: 3 })))
    await expectAccessible(page, 'a merged file')
    await merge()
    await see(page.getByText(vietnamese('stocktake.merge.nothingNew')))
    expect(await classes()).toEqual({ found: 7, misplaced: 1, unknown: 1, missing: 1 })
  })

  /** Another browser window at the page itself, straight from the disk. */
  async function scanElsewhere(file: string) {
    const laptop = await page.context().newPage()
    await laptop.goto(pathToFileURL(file).href)
    await see(laptop.getByText(name))
    await expectAccessible(laptop, 'the satellite page')
    const word = laptop.locator('#word')
    await laptop.getByLabel(vietnamese('stocktake.satellite.label')).fill('Tổ 2')
    await laptop.getByLabel(vietnamese('stocktake.satellite.code')).focus()
    await scan(laptop, 'VV000007')
    await soon(() => word.textContent()).toBe(vietnamese('stocktake.satellite.expected'))
    await scan(laptop, 'LA-1')
    await soon(() => word.textContent()).toBe(vietnamese('stocktake.satellite.unexpected'))
    await scan(laptop, 'VV000008')
    await scan(laptop, 'VV000008')
    await soon(() => word.textContent()).toBe(vietnamese('stocktake.satellite.echo'))
    await laptop.keyboard.press('Control+z')
    await soon(() => word.textContent()).toBe(vietnamese('stocktake.satellite.undone'))
    // Browsers write down by and by what a page has kept.
    await laptop.waitForTimeout(500)
    // The last scan was taken back; what is kept outlives the page.
    await laptop.reload()
    await soon(() => laptop.locator('#scans').textContent()).toBe('2')
    await scan(laptop, 'VV000001')
    await soon(() => laptop.locator('#scans').textContent()).toBe('3')
    const saving = laptop.waitForEvent('download')
    await laptop.getByRole('button', { name: vietnamese('stocktake.satellite.save') }).click()
    const download = await saving
    const buffer = await bytesOf(download)
    await laptop.close()
    return { name: download.suggestedFilename(), mimeType: 'application/json', buffer }
  }

  test('is closed with what is missing by number, and its minutes come as docx', async () => {
    page = await stage.as('cataloguer', `/stocktake/${id}`)
    await button(vietnamese('stocktake.actions.close')).click()
    await expectAccessible(page, 'before closing')
    await button(vietnamese('stocktake.closing.submit', { shown: 1 })).click()
    await see(toast(page, vietnamese('stocktake.closing.done', { shown: 1 })))
    await page.getByRole('tab', { name: vietnamese('stocktake.tabs.minutes') }).click()
    const [first, again] = [await minutes(), await minutes()]
    expect(first.name).toBe('bien-ban-kiem-ke-kho-doc-2026.docx')
    expect(first.bytes.subarray(0, 2).toString()).toBe('PK')
    expect(first.bytes.length).toBeGreaterThan(5000)
    expect(again.name).toBe(first.name)
  })

  async function minutes() {
    const saved = page.waitForEvent('download')
    await button(vietnamese('stocktake.paper.docx')).click()
    const download = await saved
    return { name: download.suggestedFilename(), bytes: await bytesOf(download) }
  }

  test('lists the missing one, marks it only when told so, and leads to its withdrawal', async () => {
    page = await stage.as('cataloguer', `/stocktake/${id}`)
    await page.getByRole('tab', { name: vietnamese('stocktake.tabs.minutes') }).click()
    await page.getByRole('link', { name: vietnamese('stocktake.paper.steps.missing') }).click()
    await see(heading(page, className('missing')))
    await see(page.getByText('VV000008'))
    await expectAccessible(page, 'the list of the missing')
    const [copy] = valueOf(await clerk.copies.byCode({ code: 'VV000008' }))
    expect(copy?.status).toBe('available')
    await button(vietnamese('stocktake.bulk.mark_missing', { shown: 1 })).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: vietnamese('stocktake.bulk.mark_missing', { shown: 1 }) })
      .click()
    await see(toast(page, vietnamese('stocktake.bulk.done.mark_missing', { shown: 1, skipped: 0 })))
    await soon(async () => valueOf(await clerk.copies.copy({ id: copy?.id ?? 0 })).status).toBe('missing')
    // The toast goes; what it offered stays on the page.
    const giveBack = vietnamese('stocktake.bulk.giveBack', { shown: 1 })
    await button(giveBack).click()
    await page.getByRole('dialog').getByRole('button', { name: giveBack }).click()
    await see(toast(page, vietnamese('stocktake.bulk.gaveBack', { shown: 1 })))
    await soon(async () => valueOf(await clerk.copies.copy({ id: copy?.id ?? 0 })).status).toBe('available')
    await gone(button(giveBack))
    await page.getByRole('row').filter({ hasText: 'VV000008' }).getByRole('checkbox').check()
    await button(vietnamese('copies.bulk.withdraw')).click()
    await see(heading(page, vietnamese('copies.withdraw.title')))
    await see(page.getByText('VV000008'))
  })

  test('names the decision by which the missing one was written off, on the very page that is open', async () => {
    page = await stage.as('cataloguer', `/stocktake/${id}/items?class=missing`)
    const row = page.getByRole('row').filter({ hasText: 'VV000008' })
    await see(row)
    const [copy] = valueOf(await clerk.copies.byCode({ code: 'VV000008' }))
    const decision = {
      decisionNumber: '88/QĐ-TV',
      decidedOn: today,
      withdrawnOn: today,
      ground: 'lost',
    } as const
    valueOf(await clerk.copies.withdraw({ copyIds: [copy?.id ?? 0], isAboveLimitMeant: true, ...decision }))
    await see(row.getByRole('link', { name: decision.decisionNumber }))
  })

  test('is signed, and is then what it is', async () => {
    page = await stage.as('cataloguer', `/stocktake/${id}`)
    await button(vietnamese('stocktake.actions.reopen')).click()
    await see(page.getByText(vietnamese('stocktake.reopening.text')))
    await page.keyboard.press('Escape')
    await button(vietnamese('stocktake.actions.sign')).click()
    await button(vietnamese('stocktake.signing.submit')).click()
    await see(toast(page, vietnamese('stocktake.signing.done')))
    await gone(button(vietnamese('stocktake.actions.reopen')))
    await enter(page, `/stocktake/${id}/scan`)
    await see(page.getByText(vietnamese('stocktake.desk.closed')))
  })
})
