import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { isoDateAt } from '../../shared/dates.ts'
import { valueOf } from '../support/engine.ts'
import { expectAccessible } from './support/axe.ts'
import { see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const full = setStage({ titles: 300 })
const empty = setStage()
const year = isoDateAt(Date.now()).slice(0, 4)

/** More targets than a screen shows, among them names of three lines. */
const aimed = [
  'D206.02',
  'HV.07c',
  'M2a.11',
  'M2a.13',
  'M2a.14',
  'M2b.01',
  'M2b.04b',
  'M2b.08',
  'M2b.11',
  'M2c.12a',
  'M2c.13a',
]
beforeAll(async () => {
  const { plans } = await full.client('director')
  const set = valueOf(await plans.targets({ on: `${year}-12-31`, limit: 100 })).rows
  const codes = new Set(set.map(({ indicatorCode }) => indicatorCode))
  for (const indicatorCode of aimed.filter((code) => !codes.has(code)))
    valueOf(
      await plans.addTarget({
        indicatorCode,
        value: 5000,
        period: year,
        fromOn: `${year}-01-01`,
        accepted: ['percent_over_100'],
      }),
    )
})

const hidden = (page: Page) =>
  page.getByRole('main').evaluate((main) => main.scrollHeight - main.clientHeight)

test('the director sees the year on one screen, opens a figure and comes back', async () => {
  const page = await full.as('director')
  await page.getByRole('link', { name: vietnamese('home.quarter.year') }).click()
  const aims = page.getByRole('region', { name: vietnamese('reports.year.aims') })
  await see(aims.getByText(vietnamese('reports.year.paces.behind'), { exact: true }))
  await see(page.getByRole('region', { name: vietnamese('reports.year.moves') }))
  await soon(() => hidden(page)).toBeLessThanOrEqual(0)
  await expectAccessible(page, 'the year against its targets')
  await aims.getByRole('link').first().click()
  await see(page.getByRole('heading', { level: 1 }))
  await page.getByRole('link', { name: vietnamese('reports.menu.year') }).click()
  await see(aims)
})

test('it is printed on one upright sheet', async () => {
  const page = await full.as('director', '/reports/year')
  await see(page.getByRole('region', { name: vietnamese('reports.year.moves') }))
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1)
})

test('a library that has set no targets and knows no earlier period is told so, and where to begin', async () => {
  const page = await empty.as('director', '/reports/year')
  await see(page.getByText(vietnamese('reports.year.noMoves')))
  // Targets of the country stand from the first day on.
  const { plans } = await empty.client('director')
  const told = valueOf(await plans.targets({ on: isoDateAt(Date.now()) })).rows
  if (told.length > 0) await see(page.getByText(vietnamese('reports.year.paces.unknown'), { exact: true }))
  else await page.getByRole('link', { name: vietnamese('reports.year.setAims') }).click()
})
