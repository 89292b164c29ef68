import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { isoDateAt } from '../../shared/dates.ts'
import { valueOf } from '../support/engine.ts'
import { expectAccessible } from './support/axe.ts'
import { toast } from './support/frame.ts'
import { see } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage()
const today = () => isoDateAt(Date.now())
const year = Number(today().slice(0, 4))

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const field = (page: Page, name: string) => page.getByRole('dialog').getByLabel(name, { exact: true })
const save = (page: Page) =>
  page.getByRole('dialog').getByRole('button', { name: vietnamese('common.actions.save') })
const cell = (page: Page, column: string, row = 1) =>
  page.getByLabel(vietnamese('ui.grid.cell', { column, row }), { exact: true })

async function openNew(page: Page, name: string): Promise<void> {
  await button(page, name).first().click()
  await see(page.getByRole('dialog'))
}
const undo = (page: Page, text: string) =>
  toast(page, text)
    .getByRole('button', { name: vietnamese('common.actions.undo') })
    .click()

test('a plan with a milestone is put off, taken away and brought back with it', async () => {
  const page = await stage.as('director', '/plans')
  await openNew(page, vietnamese('plans.lists.roadmaps.add'))
  await field(page, vietnamese('plans.fields.roadmapName')).fill('Lộ trình thư viện số')
  await expectAccessible(page, 'the form of a plan')
  await save(page).click()
  await page.getByRole('row', { name: /Lộ trình thư viện số/ }).dblclick()
  await openNew(page, vietnamese('plans.page.addMilestone'))
  await field(page, vietnamese('plans.fields.milestoneName')).fill('Máy chủ')
  await field(page, vietnamese('plans.fields.dueOn')).fill(`01/06/${year}`)
  await save(page).click()
  await page.getByRole('row', { name: /Máy chủ/ }).click()
  await openNew(page, vietnamese('plans.page.postpone'))
  await field(page, vietnamese('plans.fields.newDue')).fill(`31/12/${year}`)
  await field(page, vietnamese('plans.fields.reason')).fill('Chờ đấu thầu')
  await save(page).click()
  await see(page.getByText(vietnamese('plans.page.earlierDue', { days: `01/06/${year}` })))
  await page.goto(`${page.url().split('#')[0]}#/plans`)
  await page.getByRole('row', { name: /Lộ trình thư viện số/ }).click()
  await button(page, vietnamese('common.list.remove')).click()
  await undo(page, 'Lộ trình thư viện số')
  await see(page.getByRole('row', { name: /Lộ trình thư viện số/ }))
  const { items } = valueOf(await (await stage.client('director')).plans.roadmap({ id: 1, on: today() }))
  expect(items).toMatchObject([{ dueOn: `${year}-06-01`, due: `${year}-12-31` }])
  await page.goto(`${page.url().split('#')[0]}#/plans/timeline`)
  await see(page.getByRole('link', { name: 'Máy chủ' }))
})

test('spending above what was given is asked about, and saved once it is meant', async () => {
  const page = await stage.as('director', '/plans/allocations')
  await openNew(page, vietnamese('plans.lists.allocations.add'))
  const dialog = page.getByRole('dialog')
  await field(page, vietnamese('plans.fields.allocationName')).fill('Mua máy quét')
  await dialog.getByLabel(vietnamese('plans.fields.amount'), { exact: true }).first().fill('100.000.000')
  await cell(page, vietnamese('plans.fields.amount')).fill('120.000.000')
  await save(page).click()
  await see(page.getByText('20.000.000 đồng', { exact: false }))
  await button(page, vietnamese('common.actions.saveAnyway')).click()
  await see(page.getByRole('row', { name: /Mua máy quét/ }))
  await see(page.getByText('120 %', { exact: false }))
})

test('targets pasted from Excel into the grid stand beside the figure, and are taken back', async () => {
  const page = await stage.as('director', '/plans/grid')
  await cell(page, vietnamese('plans.grid.wholeYear')).focus()
  await page.evaluate((text) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, '1.200\t300\n450\t100')
  await button(page, vietnamese('plans.grid.save', { shown: '4' })).click()
  await see(toast(page, vietnamese('plans.grid.saved', { shown: '4' })))
  const director = await stage.client('director')
  const held = async () =>
    valueOf(await director.plans.targetGrid({ year, scope: 'library', on: today() })).map(
      ({ value }) => value,
    )
  expect(await held()).toEqual([1200, 300, 450, 100])
  await page.goto(`${page.url().split('#')[0]}#/indicators?period=${year}-Q4`)
  await see(page.getByText('≥ 1.200').first())
  const second = await stage.as('director', '/plans/targets')
  await see(second.getByText('206/QĐ-TTg').first())
  await expectAccessible(second, 'the list of targets')
})
