import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Reply } from '../../shared/contract.ts'
import type { Door, EngineEvent } from '../../shared/door.ts'
import { type Options, type Shell, launchAgain, launchShell, newHome } from './shell.ts'

declare global {
  interface Window {
    khosachDoor: Door
    seen: EngineEvent[]
    violations: string[]
  }
}

const dataDir = mkdtempSync(join(tmpdir(), 'khosach-data-'))
const options: Options = { dataDir, home: newHome() }
let shell: Shell
let page: Page

beforeAll(async () => {
  shell = await launchShell(options)
  page = shell.page
  console.log(`shell tests ran against ${shell.kind}`)
})

afterAll(async () => {
  await shell.quit()
})

function call(operation: string, input: unknown): Promise<Reply> {
  return page.evaluate(([name, value]) => window.khosachDoor.call(name, value), [operation, input] as const)
}

test('shows the page', async () => {
  await page.waitForSelector('#root > *')
  expect(await page.title()).not.toBe('')
})

test('exposes exactly the door, and nothing of Node or Electron', async () => {
  expect(await page.evaluate(() => Object.keys(window.khosachDoor).toSorted())).toEqual([
    'about',
    'call',
    'lookAtServer',
    'onEvent',
    'openedFile',
    'pickFile',
    'saveFile',
    'served',
    'startSetup',
    'startsItself',
    'takeFiles',
    'useServer',
  ])
  expect(
    await page.evaluate(() => ['require', 'process', 'module', 'Buffer'].filter((name) => name in window)),
  ).toEqual([])
})

test('a query goes to the engine and its answer comes back', async () => {
  const reply = await call('users.session', {})
  expect(reply).toMatchObject({ ok: true, value: { state: 'first_run' } })
})

test('an unknown operation and a wrong input are refused by the engine', async () => {
  expect(await call('users.everything', {})).toMatchObject({
    ok: false,
    error: { code: 'unknown_operation' },
  })
  expect(await call('users.signIn', { username: 5 })).toMatchObject({
    ok: false,
    error: { code: 'invalid_input' },
  })
})

test('a command is answered, signs the page in, and its news arrives as an event', async () => {
  await page.evaluate(() => {
    window.seen = []
    window.khosachDoor.onEvent((event) => window.seen.push(event))
  })
  const reply = await call('users.setUp', {
    libraryName: 'Thư viện tỉnh thử nghiệm',
    provinceCode: '01',
    formerProvinceCode: '01',
    site: '',
    language: 'vi',
    name: 'Nguyễn Thị Ánh',
    username: 'anh',
    password: 'một mật khẩu đủ dài',
  })
  expect(reply).toMatchObject({ ok: true })
  expect(await call('users.session', {})).toMatchObject({ ok: true, value: { state: 'signed_in' } })
  await page.waitForFunction(() => window.seen.some((event) => event.type === 'changed'))
})

test('the menu offers the handbook once somebody is signed in, and says what runs and where its library is', async () => {
  await page.reload()
  const handbook = async () => (await shell.menu()).find(({ id }) => id === 'handbook')
  await expect.poll(handbook).toMatchObject({ label: 'Sổ tay', enabled: true })
  await page.getByRole('navigation').first().waitFor()
  await shell.pick('handbook')
  await page.waitForURL(/#\/handbook/)
  await shell.pick('about')
  await expect.poll(() => shell.messages()).toMatchObject([expect.stringContaining(dataDir)])
})

test('a copy is made and proven by the native part that lies outside the bundle', async () => {
  const started = await call('backup.make', {})
  const { jobId } = (started as { value: { jobId: number } }).value
  await expect.poll(() => call('jobs.job', { id: jobId })).not.toMatchObject({ value: { state: 'running' } })
  expect(await call('jobs.job', { id: jobId })).toMatchObject({ value: { state: 'done', error: null } })
})

test('the session token never reaches the page', async () => {
  const reply = JSON.stringify(await call('users.session', {}))
  const kept = await page.evaluate(
    () => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]) + document.cookie,
  )
  expect(reply + kept).not.toMatch(/[\w-]{22,}/)
})

test('a value that cannot be cloned is refused, and the door still works', async () => {
  const refusal = page.evaluate(() => window.khosachDoor.call('users.session', { callback: () => 1 }))
  await expect(refusal).rejects.toThrow(/clone/)
  expect(await call('users.session', {})).toMatchObject({ ok: true })
})

test('inline script does not run and is reported as a violation', async () => {
  await page.evaluate(() => {
    window.violations = []
    document.addEventListener('securitypolicyviolation', (event) =>
      window.violations.push(event.effectiveDirective),
    )
    const script = document.createElement('script')
    script.textContent = 'window.hacked = true'
    document.head.append(script)
    document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.hacked = true">')
  })
  await page.waitForFunction(() => window.violations.length >= 2)
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  expect(await page.evaluate(() => window.violations.every((name) => name.startsWith('script-src')))).toBe(
    true,
  )
})

test('the page cannot reach another host', async () => {
  const outcome = await page.evaluate(() =>
    fetch('https://example.org/').then(
      () => 'reached',
      () => 'refused',
    ),
  )
  expect(outcome).toBe('refused')
})

test('the page cannot be navigated away', async () => {
  const before = page.url()
  await page.evaluate(() => location.assign('https://example.org/'))
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(page.url()).toBe(before)
  expect(await call('users.session', {})).toMatchObject({ ok: true })
})

test('no second window stays open', async () => {
  await page.evaluate(() => void window.open('https://example.org/'))
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(page.context().pages().length).toBe(1)
})

test('a second start on the same data leaves at once and the first goes on', async () => {
  expect(await launchAgain(options)).toBe(0)
  expect(await call('users.session', {})).toMatchObject({ ok: true })
})

test('nothing tried to leave the machine', () => {
  expect(shell.networkAttempts).toEqual([])
})

test('quitting while a command is under way exits cleanly and leaves no write-ahead log', async () => {
  const last = call('users.touch', {}).catch(() => 'cut off')
  expect(await shell.quit()).toBe(0)
  await last
  const left = readdirSync(dataDir)
  expect(left.some((name) => name.endsWith('.db'))).toBe(true)
  expect(left.filter((name) => /-(wal|shm|journal)$/.test(name))).toEqual([])
})

test('what was acknowledged is there after the next start, and closing the window quits', async () => {
  const again = await launchShell(options)
  onTestFinished(async () => void (await again.quit()))
  const session = await again.page.evaluate(() => window.khosachDoor.call('users.session', {}))
  expect(session).toMatchObject({
    ok: true,
    value: { state: 'signed_out', libraryName: 'Thư viện tỉnh thử nghiệm' },
  })
  await again.page.close()
  expect(await again.exited).toBe(0)
  expect(existsSync(dataDir)).toBe(true)
  expect(readdirSync(dataDir).filter((name) => name.endsWith('-wal'))).toEqual([])
})
