import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { startHost, type Host } from '../../db/host/host.ts'
import { certificateFacts } from '../../db/host/lan/kept.ts'
import { openLanDoor, type LanDoor } from '../../db/host/lan/door.ts'
import { createSeat } from '../../db/host/seat.ts'
import { testPassword, valueOf } from '../support/engine.ts'
import { freePort } from '../support/other-pc.ts'
import { prepareFolder } from '../support/prepared.ts'
import { launchShell, newHome, type Shell } from './shell.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
let host: Host
let door: LanDoor
let port: number
let fingerprint: string

beforeAll(async () => {
  const workerUrl = new URL('../../db/host/worker.ts', import.meta.url)
  host = startHost({ dataDir: await prepareFolder(), workerUrl })
  expect(await host.opened()).toMatchObject({ ok: true })
  door = openLanDoor(host, { assetsDir: join(root, 'dist', 'renderer') })
  port = await freePort()
  const { call } = createSeat(host)
  await call('users.signIn', { username: 'administrator', password: testPassword })
  valueOf(await call('lan.serve', { port }))
  valueOf(await call('lan.standing', {}))
  fingerprint = certificateFacts(host.dataDir)?.fingerprint ?? ''
})
afterAll(async () => {
  await door.close()
  await host.close()
})

const origin = () => `https://127.0.0.1:${port}`

type Launched = { shell: Shell; home: string; dataDir: string }

async function launched(server: string): Promise<Launched> {
  const [home, dataDir] = [newHome(), mkdtempSync(join(tmpdir(), 'khosach-client-'))]
  const shell = await launchShell({ dataDir, home, server })
  onTestFinished(async () => void (await shell.quit()))
  return { shell, home, dataDir }
}

async function pageThere({ page }: Shell): Promise<Page> {
  const context = page.context()
  await expect.poll(() => context.pages().map((each) => new URL(each.url()).port)).toContain(String(port))
  return context.pages().find((each) => each.url().startsWith(origin())) ?? page
}

test('a serving PC that nobody confirmed is shown with its fingerprint, and gone to once it was compared', async () => {
  const { shell, home, dataDir } = await launched(origin())
  const { page } = shell
  await page.getByRole('heading', { name: 'Máy phục vụ chưa được xác nhận' }).waitFor()
  await page.getByRole('button', { name: 'Xem vân tay' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Xem vân tay' }).click()
  const shown = await page.locator('.fingerprint').innerText()
  expect(shown.replaceAll(/\s/g, '').toLowerCase()).toBe(fingerprint)
  await page.getByRole('button', { name: 'Vân tay giống nhau, nối với máy này' }).click()
  await shell.exited
  const again = await launchShell({ dataDir, home })
  onTestFinished(async () => void (await again.quit()))
  const there = await pageThere(again)
  await there.getByLabel('Tên đăng nhập').fill('user-reader')
  await there.getByLabel('Mật khẩu').fill(testPassword)
  await there.getByRole('button', { name: 'Đăng nhập' }).click()
  await there.getByRole('navigation').first().waitFor()
  expect(await there.evaluate(() => 'khosachDoor' in window), 'a page from elsewhere gets no bridge').toBe(
    false,
  )
})

test('the first page of a PC without a library offers that of another one', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'khosach-client-'))
  const shell = await launchShell({ dataDir, home: newHome() })
  onTestFinished(async () => void (await shell.quit()))
  const { page } = shell
  await page.getByRole('button', { name: 'Dùng thư viện ở máy khác' }).click()
  await page.getByLabel('Địa chỉ máy phục vụ').fill(`127.0.0.1:${port}`)
  await page.getByRole('button', { name: 'Xem vân tay' }).click()
  await page.locator('.fingerprint').waitFor()
  await page.getByText(/So từng nhóm với vân tay/).waitFor()
})

test('a PC that shows another certificate is not gone to', async () => {
  const { home, dataDir, shell } = await launched(origin())
  const known = { origin: origin(), fingerprint: 'ab'.repeat(32) }
  await shell.page.evaluate((server) => void window.khosachDoor.useServer(server), known)
  await shell.exited
  const again = await launchShell({ dataDir, home })
  onTestFinished(async () => void (await again.quit()))
  await again.page.getByRole('heading', { name: 'Máy phục vụ có vân tay khác' }).waitFor()
  expect(again.page.context().pages()).toHaveLength(1)
})

test('a PC that does not answer is waited for, with the way back', async () => {
  const address = `https://127.0.0.1:${await freePort()}`
  const { shell, home, dataDir } = await launched(address)
  await shell.page.getByRole('heading', { name: 'Chưa nối được với máy phục vụ' }).waitFor()
  await shell.page.getByRole('button', { name: 'Dùng thư viện trên máy này' }).click()
  await shell.exited
  expect(shell.relaunchedWith() ?? []).not.toContain(address)
  const again = await launchShell({ dataDir, home })
  onTestFinished(async () => void (await again.quit()))
  await again.page.getByLabel('Tên thư viện').waitFor()
})

test('in the menu there is the way from a serving PC to another library, and the handbook of the page', async () => {
  const [home, dataDir] = [newHome(), mkdtempSync(join(tmpdir(), 'khosach-client-'))]
  const first = await launchShell({ dataDir, home })
  const known = { origin: origin(), fingerprint }
  await first.page.evaluate((server) => void window.khosachDoor.useServer(server), known)
  await first.exited
  const shell = await launchShell({ dataDir, home })
  onTestFinished(async () => void (await shell.quit()))
  const there = await pageThere(shell)
  await there.getByLabel('Tên đăng nhập').fill('user-reader')
  await there.getByLabel('Mật khẩu').fill(testPassword)
  await there.getByRole('button', { name: 'Đăng nhập' }).click()
  await there.getByRole('navigation').first().waitFor()
  await shell.pick('handbook')
  await there.waitForURL(/#\/handbook/)
  await shell.pick('about')
  await expect.poll(() => shell.messages()).toMatchObject([expect.stringContaining(origin())])
  await shell.pick('library')
  const chooser = () =>
    there
      .context()
      .pages()
      .find((each) => !each.url().startsWith(origin()))
  await expect.poll(chooser).toBeDefined()
  const here = chooser() ?? there
  await here.getByRole('heading', { name: 'Chọn thư viện' }).waitFor()
  await here.getByRole('button', { name: 'Dùng máy phục vụ khác' }).waitFor()
  await here.getByRole('button', { name: 'Dùng thư viện trên máy này' }).waitFor()
  await here.getByRole('button', { name: 'Về thư viện đang dùng' }).click()
  await (await pageThere(shell)).getByRole('navigation').first().waitFor()
})

test('whoever looks after the PC may say which PC serves it', async () => {
  const install = mkdtempSync(join(tmpdir(), 'khosach-install-'))
  writeFileSync(join(install, 'policy.json'), JSON.stringify({ fixed: { server: origin() } }))
  const shell = await launchShell({
    dataDir: mkdtempSync(join(tmpdir(), 'khosach-client-')),
    home: newHome(),
    install,
  })
  onTestFinished(async () => void (await shell.quit()))
  await shell.page.getByRole('heading', { name: 'Máy phục vụ chưa được xác nhận' }).waitFor()
  expect(await shell.page.getByRole('button', { name: 'Dùng thư viện trên máy này' }).count()).toBe(0)
  expect(await shell.menu()).toMatchObject([{ id: 'library', enabled: false }, {}, {}])
})
