import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { valueOf } from '../support/engine.ts'
import { expectAccessible } from './support/axe.ts'
import { enter } from './support/frame.ts'
import { see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage()
const branchName = 'Chi hội Thư viện tỉnh và các thư viện công cộng cơ sở'
const year = new Date().getFullYear()

const button = (page: Page, key: Parameters<typeof vietnamese>[0]) =>
  page.getByRole('button', { name: vietnamese(key) })
const field = (page: Page, key: Parameters<typeof vietnamese>[0]) =>
  page.getByLabel(vietnamese(key), { exact: false }).first()

test('a branch, an admission of three, dues, a payment, arrears at home, an assessment, the report', async () => {
  const page = await stage.as('activities', '/association')
  await button(page, 'association.branches.addFirst').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(vietnamese('association.fields.branchName')).fill(branchName)
  await dialog.getByLabel(vietnamese('association.fields.foundedOn')).fill('20/04/2015')
  await dialog.getByRole('button', { name: vietnamese('common.actions.save') }).click()
  await see(page.getByRole('grid').getByText(branchName))
  await expectAccessible(page, 'branches')

  await enter(page, '/association/admissions/new')
  await see(page.getByRole('heading', { name: vietnamese('association.admission.title') }))
  await field(page, 'association.fields.decisionNumber').fill('12/QĐ-HTV')
  await page.getByRole('grid').getByRole('gridcell').first().click()
  for (const name of ['Nguyễn Thị Hòa', 'Trần Văn An', 'Lê Thị Bích']) {
    await page.keyboard.insertText(name)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Enter')
  await see(page.getByRole('heading', { name: vietnamese('association.members.title') }))
  await see(page.getByText(vietnamese('association.members.total', { shown: '3' })))
  await expectAccessible(page, 'members')

  await enter(page, '/association/dues')
  await button(page, 'association.dues.setRates').first().click()
  await page.getByRole('dialog').getByLabel(vietnamese('association.fields.amountMinor')).fill('1.000.000')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: vietnamese('association.rates.add') })
    .click()
  await see(page.getByText(vietnamese('association.rates.perUnit', { amount: '1.000.000' })))
  await page.keyboard.press('Escape')
  await button(page, 'association.dues.reckon').click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: vietnamese('association.dues.reckon') })
    .click()
  await page.getByRole('gridcell', { name: vietnamese('association.sectors.public'), exact: true }).click()
  await button(page, 'association.dues.pay').click()
  await page.getByRole('dialog').getByLabel(vietnamese('association.fields.amountMinor')).fill('400.000')
  await page.getByRole('dialog').getByLabel(vietnamese('association.fields.receiptNumber')).fill('PT-01')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: vietnamese('common.actions.save') })
    .click()
  await see(page.getByRole('grid').getByText('600.000'))
  await expectAccessible(page, 'dues')

  const activity = { name: 'Trưng bày sách', typeCode: 'E01', sessions: [{ on: `${year}-01-05` }] }
  valueOf(await (await stage.client('activities')).activities.add(activity))
  await enter(page, '/home')
  await see(page.getByText(vietnamese('home.waiting.duesArrears', { shown: '1' })))
  await expectAccessible(page, 'home')
  await page.getByRole('link', { name: vietnamese('home.waiting.duesArrears', { shown: '1' }) }).click()
  await see(page.getByRole('grid').getByText('600.000'))

  await enter(page, '/association/friendly')
  for (const criterion of [1, 2, 3, 4, 5])
    await page
      .getByLabel(vietnamese('association.friendly.scoreOf', { criterion, most: '20' }))
      .fill(String(14 + criterion))
  await see(page.getByText(vietnamese('association.friendly.of', { total: '85', most: '100' })))
  await button(page, 'association.friendly.save').click()
  await see(page.getByRole('cell', { name: '85 %' }))
  await expectAccessible(page, 'friendly')

  await enter(page, `/association/report?year=${year}`)
  await see(page.getByText('85 / 100'))
  await field(page, 'association.report.texts.results').fill('Hoàn thành các nhiệm vụ trong năm.')
  await button(page, 'association.report.save').click()
  await see(page.getByText(vietnamese('association.report.saved')))
  await expectAccessible(page, 'association report')
  const waits = page.waitForEvent('download')
  await button(page, 'association.report.docx').click()
  const download = await waits
  expect(download.suggestedFilename()).toBe(`bao-cao-hoi-${year}.docx`)
  expect(
    readFileSync(await download.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
})

test('a receipt recorded by mistake is undone by a line of its own', async () => {
  const { association } = await stage.client('activities')
  const payment = { branchId: 1, year, amountMinor: 50_000, on: `${year}-01-02`, receiptNumber: 'PT-02' }
  const { id } = valueOf(await association.payDues(payment))
  const page = await stage.as('activities', '/association/ledger')
  await page.getByRole('grid').getByText('PT-02').click()
  await button(page, 'association.ledger.correct').click()
  await page.getByRole('dialog').getByLabel(vietnamese('association.fields.reason')).fill('Ghi nhầm chi hội')
  await page.keyboard.press('Control+Enter')
  await see(page.getByRole('grid').getByText(vietnamese('association.ledger.corrects', { id })))
  await soon(async () => page.getByRole('grid').getByText('PT-02').count()).toBe(2)
})
