import type { Locator, Page } from 'playwright-core'
import type { Reply } from '../../../shared/contract.ts'
import type { Client } from '../../../shared/client.ts'
import { isoDateAt, previousQuarter, quarterOf } from '../../../shared/dates.ts'
import type { Mark, Shot } from '../../../shared/handbook/shots.ts'
import { quarterPeriod } from '../../../shared/periods.ts'
import type { Role } from '../../../shared/users/rules.ts'
import { vietnamese } from './words.ts'

function given<Value>(reply: Reply<Value>): Value {
  if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  return reply.value
}

/** What the pictures show beside the sample library: a quarter that is being prepared and a stocktake under way. */
export async function prepareShots(clientOf: (role: Role) => Promise<Client>): Promise<void> {
  const director = await clientOf('director')
  const period = quarterPeriod(previousQuarter(quarterOf(isoDateAt(Date.now()))))
  given(await director.reports.openPeriod({ period }))
  const { stocktake, jobs } = await clientOf('cataloguer')
  const { id } = given(await stocktake.add({ name: 'Kiểm kê kho mượn' }))
  const { jobId } = given(await stocktake.open({ id }))
  while (given(await jobs.job({ id: jobId })).state === 'running') await pause()
  const at = new Date().toISOString()
  const { rows } = given(await stocktake.items({ id, filters: { class: 'missing' }, limit: 6 }))
  const codes = [...rows.map(({ accessionNumber }) => accessionNumber ?? ''), 'KM-000123']
  given(
    await stocktake.scan({ id, scans: codes.map((code, place) => ({ key: `handbook-${place}`, code, at })) }),
  )
}

const restMs = 50

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, restMs))
}

function marked(page: Page, { role, key }: Mark): Locator {
  return page
    .getByRole('main')
    .getByRole(role, { name: vietnamese(key), exact: true })
    .first()
}

/** The page of a picture with all it asked for, and what it points at; a page or a thing that is gone is an error. */
export async function openShot(page: Page, { path, marks }: Shot): Promise<Locator[]> {
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, path)
  await page.waitForFunction((hash) => window.location.hash === `#${hash}`, path)
  await page.locator('main h1').first().waitFor()
  const forbidden = [vietnamese('shell.pages.unknown.title'), vietnamese('shell.pages.forbidden.title')]
  const heading = (await page.locator('main h1').first().textContent()) ?? ''
  if (forbidden.includes(heading)) throw new Error(`${path}: ${heading}`)
  const waiting = page.getByRole('progressbar', { name: vietnamese('ui.list.loading') })
  await waiting.waitFor({ state: 'hidden' })
  const found = marks.map((mark) => marked(page, mark))
  for (const mark of found) await mark.waitFor()
  return found
}
