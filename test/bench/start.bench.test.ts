import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testPassword } from '../support/engine.ts'
import { chromiumArguments, chromiumPath } from '../shell/chromium.ts'
import { demoLibraryOf } from './library.ts'
import { expectWithin, median, report } from './measure.ts'

const rounds = 9
const program = fileURLToPath(new URL('../../db/host/main.ts', import.meta.url))
const builtPage = fileURLToPath(new URL('../../dist/renderer/index.html', import.meta.url))

let browser: Browser
const folders = { empty: '', full: '' }

beforeAll(async () => {
  if (!existsSync(builtPage)) throw new Error('dist/renderer is missing: run `npm run build` first')
  browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumArguments })
  for (const [name, titles] of [
    ['empty', 0],
    ['full', 100_000],
  ] as const) {
    const { test, dataDir } = await demoLibraryOf(titles)
    await test.close()
    folders[name] = dataDir
  }
})
afterAll(() => browser.close())

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  await exit
}

type Start = { signInMs: number; searchMs: number }

/** From the double click to the page that asks who is there, and on to the catalogue with its search box. */
async function start(dataDir: string): Promise<Start> {
  const startedMs = performance.now()
  const child = spawn(process.execPath, [program, '--data', dataDir, '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const context = await browser.newContext({ locale: 'vi-VN' })
  try {
    const url = await new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve))
    const page = await context.newPage()
    await page.goto(url)
    const password = page.locator('input[type=password]')
    await password.waitFor()
    const signInMs = performance.now() - startedMs
    await password.fill(testPassword)
    await password.press('Enter')
    await page.getByRole('link', { name: 'Tra cứu', exact: true }).click()
    await page.getByRole('searchbox').first().waitFor()
    return { signInMs, searchMs: performance.now() - startedMs }
  } finally {
    await context.close()
    await ended(child)
  }
}

it('shows the first useful page as soon with 100,000 titles as with none', async () => {
  await start(folders.empty)
  const starts: { empty: Start; full: Start }[] = []
  for (let round = 0; round < rounds; round++) {
    starts.push({ empty: await start(folders.empty), full: await start(folders.full) })
  }
  const middle = (folder: 'empty' | 'full', moment: keyof Start) =>
    median(starts.map((each) => each[folder][moment]))
  report('start to the sign-in page, ms', {
    empty: middle('empty', 'signInMs'),
    full: middle('full', 'signInMs'),
  })
  report('start to the search box, ms', {
    empty: middle('empty', 'searchMs'),
    full: middle('full', 'searchMs'),
  })
  expect(starts).toHaveLength(rounds)
  expectWithin(
    'startFullOverEmpty',
    starts.map(({ empty, full }) => full.searchMs / empty.searchMs),
  )
})
