import { fileURLToPath } from 'node:url'
import { type Browser, type Page, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLanDoor, type LanDoor } from '../../db/host/lan/door.ts'
import { grouped } from '../../shared/lan/rules.ts'
import { testPassword, valueOf } from '../support/engine.ts'
import { freePort } from '../support/other-pc.ts'
import { usernameOf } from '../support/prepared.ts'
import { chromiumArguments, chromiumPath } from '../shell/chromium.ts'
import { expectAccessible } from './support/axe.ts'
import { navigation } from './support/frame.ts'
import { gone, see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const assetsDir = fileURLToPath(new URL('../../dist/renderer/', import.meta.url))
const stage = setStage({ titles: 40 })
let door: LanDoor
let port: number
let elsewhere: Browser

beforeAll(async () => {
  door = openLanDoor(stage.host(), { assetsDir })
  port = await freePort()
  elsewhere = await chromium.launch({ executablePath: chromiumPath, args: chromiumArguments })
})
afterAll(async () => {
  await elsewhere.close()
  await door.close()
})

/** A browser on another PC, which was told once to go on despite the certificate. */
async function otherPc(role: 'administrator' | 'director'): Promise<Page> {
  const page = await elsewhere.newPage({ ignoreHTTPSErrors: true, locale: 'vi-VN' })
  await page.goto(`https://127.0.0.1:${port}/`)
  await page.getByLabel(vietnamese('users.fields.username')).fill(usernameOf(role))
  await page.getByLabel(vietnamese('users.fields.password')).fill(testPassword)
  await page.getByRole('button', { name: vietnamese('users.signIn.submit') }).click()
  await see(navigation(page))
  return page
}
const tab = (page: Page, name: RegExp) => page.getByRole('tab', { name })

test('an administrator turns it on, and the page says how others come in', async () => {
  const page = await stage.as('administrator', '/lan')
  await see(page.getByText(vietnamese('lan.notes.shut')))
  await expectAccessible(page, 'lan, shut')
  await page.getByLabel(vietnamese('lan.page.port')).fill(String(port))
  await page.getByRole('button', { name: vietnamese('lan.page.serve') }).click()
  await see(page.getByRole('heading', { name: vietnamese('lan.sheet.title') }))
  const client = await stage.client('administrator')
  const { certificate } = valueOf(await client.lan.standing({}))
  await see(page.locator('.fingerprint'))
  const shown = await page.locator('.fingerprint span').allInnerTexts()
  expect(shown.join(' ')).toBe(grouped(certificate?.fingerprint ?? ''))
  await see(page.locator('img.square'))
  await expectAccessible(page, 'lan, serving')
})

test('somebody signs in from another PC, is seen there, works, and is disconnected', async () => {
  const [server, there] = [await stage.as('administrator', '/lan'), await otherPc('director')]
  await tab(server, /Đang vào \(1\)/).click()
  await server.getByText('127.0.0.1').click()
  const cut = server.getByRole('button', { name: vietnamese('lan.seat.disconnect') })
  await cut.click()
  await see(tab(server, /Đang vào \(0\)/))
  await see(there.getByRole('heading', { name: vietnamese('shell.standing.servedReplaced.title') }))
  await there.getByRole('button', { name: vietnamese('shell.standing.reload') }).click()
  await see(there.getByLabel(vietnamese('users.fields.username')))
})

test('what is done at the serving PC alone is dim and says why, and that PC refuses it as well', async () => {
  const page = await otherPc('administrator')
  const client = await stage.client('administrator')
  await page.evaluate(() => (location.hash = '#/backup'))
  const restore = page.getByRole('button', { name: vietnamese('backup.restore.openOther') })
  await soon(() => restore.getAttribute('aria-disabled')).toBe('true')
  // Playwright presses no button that says it is disabled; people do.
  await restore.click({ force: true })
  await see(page.getByText(/Việc này chỉ làm được ngay trên máy phục vụ/))
  await gone(page.getByRole('dialog'))
  await expectAccessible(page, 'backup, from another PC')
  const make = page.getByRole('button', { name: vietnamese('backup.page.make') })
  expect(await make.getAttribute('aria-disabled')).toBeNull()
  await page.evaluate(() => (location.hash = '#/updates'))
  await see(page.getByRole('heading', { name: vietnamese('updates.page.title') }))
  expect(await page.getByLabel(vietnamese('updates.asking.address')).isDisabled()).toBe(true)
  for (const key of ['updates.page.choose', 'updates.asking.save', 'updates.asking.ask'] as const) {
    const button = page.getByRole('button', { name: vietnamese(key) })
    expect(await button.getAttribute('aria-disabled'), key).toBe('true')
  }
  const answer = await page.evaluate(async () => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch('/call/preservation.places', {
      method: 'POST',
      headers,
      body: '{"path":null}',
    })
    return response.json() as Promise<unknown>
  })
  expect(answer).toMatchObject({ ok: false, error: { code: 'serving_pc_only' } })
  await page.evaluate(() => (location.hash = '#/lan'))
  await see(page.getByText(/Trang này đang mở từ một máy khác/))
  await gone(page.getByRole('button', { name: vietnamese('lan.page.stop') }))
  const { refused } = valueOf(await client.lan.standing({}))
  expect(refused.map(({ reason }) => reason)).toContain('serving_pc_only')
})

test('when the serving PC goes, the page says so and comes back by itself', async () => {
  const page = await otherPc('director')
  const client = await stage.client('administrator')
  const gonePage = page.getByRole('heading', { name: vietnamese('shell.standing.servedStopped.title') })
  await page.route('**/call/**', (route) => route.abort('failed'))
  await page.evaluate(() => (location.hash = '#/journal'))
  await see(gonePage)
  await page.unroute('**/call/**')
  await soon(() => gonePage.count()).toBe(0)
  valueOf(await client.lan.stopServing({}))
})
