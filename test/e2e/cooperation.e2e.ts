import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { valueOf } from '../support/engine.ts'
import { expectAccessible } from './support/axe.ts'
import { toast } from './support/frame.ts'
import { see } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage()

test('from a partner to an agreement, a project with books by a voucher, their totals, and the report', async () => {
  const clerk = await stage.client('cataloguer')
  const title = valueOf(await clerk.catalogue.addTitle({ title: 'Oxford English Dictionary' }))
  const series = valueOf(await clerk.copies.addSeries({ name: 'Sách tặng', prefix: 'TA.' }))
  const voucher = valueOf(
    await clerk.copies.addVoucher({
      number: 'BT-2026-01',
      receivedOn: '2026-01-15',
      source: 'donation',
      supplier: 'Quỹ Châu Á',
    }),
  )
  const line = { titleId: title.id, seriesId: series.id, siteId: 1 }
  valueOf(await clerk.copies.accession({ voucherId: voucher.id, copies: [line, line, line] }))

  const page = await stage.as('activities', '/cooperation/partners')
  const field = (key: string) => page.getByLabel(vietnamese(`cooperation.fields.${key}`), { exact: true })
  const save = async () => {
    await page.getByRole('button', { name: vietnamese('common.actions.save') }).click()
  }
  await page
    .getByRole('button', { name: vietnamese('cooperation.partner.add') })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(vietnamese('cooperation.fields.name')).fill('Quỹ Châu Á')
  await dialog.getByLabel(vietnamese('cooperation.fields.kind'), { exact: true }).selectOption('fund')
  await dialog.getByLabel(vietnamese('cooperation.fields.origin')).selectOption('foreign')
  await dialog.getByLabel(vietnamese('cooperation.fields.country'), { exact: true }).fill('Hoa Kỳ')
  await dialog.getByRole('button', { name: vietnamese('common.actions.save') }).click()
  await see(page.getByRole('heading', { level: 1, name: 'Quỹ Châu Á' }))
  await expectAccessible(page, 'partner')

  await page.getByRole('link', { name: vietnamese('cooperation.agreements.add') }).click()
  await field('name').fill('Thỏa thuận tặng sách tiếng Anh')
  await field('startsOn').fill('01/01/2026')
  await field('endsOn').fill('31/12/2026')
  await save()
  await see(page.getByRole('heading', { level: 1, name: 'Thỏa thuận tặng sách tiếng Anh' }))

  await page.goBack()
  const { cooperation } = await stage.client('activities')
  const [partner] = valueOf(await cooperation.partners({})).rows
  if (!partner) throw new Error('the partner was not saved')
  const address = (path: string) => page.evaluate((hash) => void (window.location.hash = hash), path)
  await address(`/cooperation/projects/new?partnerId=${partner.id}`)
  await field('name').fill('Sách tiếng Anh – Quỹ Châu Á')
  await field('startsOn').fill('01/01/2026')
  await field('currency').selectOption('USD')
  await field('amount').fill('1.500')
  await save()
  await page.getByRole('button', { name: vietnamese('cooperation.page.saveAnyway') }).click()
  await see(page.getByRole('heading', { level: 1, name: 'Sách tiếng Anh – Quỹ Châu Á' }))

  await page.getByRole('link', { name: vietnamese('cooperation.projects.addGift') }).click()
  await field('what').fill('Sách tiếng Anh đợt 1')
  await field('receivedOn').fill('15/01/2026')
  await field('amount').fill('9.000.000')
  await field('voucherId').fill('BT-2026')
  await page.getByRole('option', { name: /BT-2026-01/ }).click()
  await save()
  await see(page.getByRole('heading', { level: 1, name: 'Sách tiếng Anh đợt 1' }))
  await expectAccessible(page, 'gift')

  const [project] = valueOf(await cooperation.projects({})).rows
  expect(project?.received).toMatchObject({ gifts: 1, copies: 3, valueVnd: 9_000_000 })
  expect(project?.amountVnd).toBeNull()
  await address('/cooperation/gifts')
  const totals = vietnamese('cooperation.gifts.sum', {
    shown: '1',
    value: '9.000.000',
    copies: '3',
    equipment: '0',
  })
  await see(page.getByText(totals))

  await address('/cooperation/reports')
  await page.getByRole('button', { name: vietnamese('cooperation.reports.make') }).click()
  const year = new Date().getFullYear()
  await see(toast(page, vietnamese('cooperation.reports.made', { year: String(year) })))
  await expectAccessible(page, 'reports')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: vietnamese('cooperation.reports.docx') }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^bao-cao-hop-tac-\d{4}.*\.docx$/)
  expect(
    readFileSync(await file.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
})
