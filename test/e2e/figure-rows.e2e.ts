import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { addDays } from '../../shared/dates.ts'
import { namedPeriod, quarterPeriod } from '../../shared/periods.ts'
import { valueOf } from '../support/engine.ts'
import { expectAccessible } from './support/axe.ts'
import { holdBack } from './support/hold.ts'
import { endedQuarter, quarterName } from './support/quarter.ts'
import { gone, see } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage()
const period = quarterPeriod(endedQuarter())
const { from, to } = namedPeriod(period)
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** Four copies of which one was entered by mistake, one that came after the end, and an activity that is only planned. */
beforeAll(async () => {
  const { catalogue, copies } = await stage.client('cataloguer')
  const { id: seriesId } = valueOf(await copies.addSeries({ name: 'Sách', prefix: 'VN' }))
  const { id: titleId } = valueOf(await catalogue.addTitle({ title: 'Sông Đà', addedOn: from }))
  const deliver = async (receivedOn: string, count: number) => {
    const { id: voucherId } = valueOf(
      await copies.addVoucher({ number: receivedOn, receivedOn, source: 'purchase' }),
    )
    const lines = Array.from({ length: count }, () => ({ titleId, seriesId, siteId: 1 }))
    return valueOf(await copies.accession({ voucherId, copies: lines })).ids
  }
  const [mistaken = 0] = await deliver(addDays(from, 10), 4)
  await deliver(addDays(to, 3), 1)
  valueOf(await copies.cancelCopies({ copyIds: [mistaken], reason: 'ghi nhầm' }))
  const { activities } = await stage.client('activities')
  const sessions = [{ on: addDays(from, 20), state: 'planned', attended: null } as const]
  valueOf(await activities.add({ name: 'Trưng bày', typeCode: 'E01', sessions }))
})

test('what a figure did not count stands by its reason, and each reason opens its rows', async () => {
  const page = await stage.as('director', `/indicators/M2b.01?period=${period}`)
  await page.getByRole('link', { name: vietnamese('indicators.explain.leftOutTab') }).click()
  const reason = (name: 'cancelled' | 'just_after') => vietnamese(`indicators.leftOut.reasons.${name}`)
  const table = page.getByRole('region', { name: vietnamese('indicators.leftOut.label') })
  await see(table.getByRole('cell', { name: reason('cancelled') }))
  const rows = await table
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('td')].slice(1).map(({ textContent }) => textContent)),
    )
  expect(rows).toEqual([
    [reason('cancelled'), '1'],
    [reason('just_after'), '1'],
  ])
  await expectAccessible(page, 'what was not counted')
  await button(page, vietnamese('indicators.leftOut.open', { count: 1, reason: reason('cancelled') })).click()
  const dialog = page.getByRole('dialog')
  await see(dialog.getByRole('cell', { name: 'VN000001' }))
  expect(await dialog.getByRole('row').count()).toBe(2)
  await expectAccessible(page, 'rows that were not counted')
})

test('what the figures would be is told beside what they are, and nothing of it is written', async () => {
  const director = await stage.client('director')
  const { id } = valueOf(await director.reports.openPeriod({ period }))
  const page = await stage.as('director', '/reports')
  const letGo = await holdBack(page, 'reports.period')
  await page.goto(page.url().replace(/#.*/, `#/reports/${id}`))
  const title = vietnamese('reports.page.title', { period: quarterName(endedQuarter()) })
  await see(page.getByRole('heading', { name: title }))
  await see(page.getByText(vietnamese('reports.page.counting')))
  await expectAccessible(page, 'a report that is being counted')
  letGo()
  await button(page, vietnamese('reports.suppose.open')).click()
  const dialog = page.getByRole('dialog')
  await see(dialog.getByText(vietnamese('reports.suppose.none')))
  await dialog
    .getByRole('checkbox', { name: new RegExp(vietnamese('indicators.leftOut.reasons.not_held')) })
    .check()
  const line = (code: 'M2b_01' | 'M2c_12a') =>
    dialog.getByRole('row', { name: new RegExp(`^${vietnamese(`indicators.names.${code}`)}`) })
  const numbers = (code: 'M2b_01' | 'M2c_12a') => line(code).locator('td.end').allTextContents()
  await see(line('M2c_12a'))
  expect(await numbers('M2c_12a')).toEqual(['0', '1', '+1'])
  await dialog.getByLabel(vietnamese('reports.suppose.measure')).selectOption('copies.held')
  await dialog.getByLabel(vietnamese('reports.suppose.value')).fill('500')
  await button(page, vietnamese('reports.suppose.add')).click()
  await see(line('M2b_01'))
  expect(await numbers('M2b_01')).toEqual(['3', '500', '+497'])
  await expectAccessible(page, 'what if')
  const name = vietnamese('indicators.parts.copies_held')
  await button(page, vietnamese('reports.suppose.remove', { name })).click()
  await gone(line('M2b_01'))
  await page.keyboard.press('Escape')
  const { values } = valueOf(await director.indicators.list({ period }))
  expect(values.find(({ code }) => code === 'M2b.01')?.value).toBe(3)
})
