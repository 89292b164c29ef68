import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Locator, type Page } from 'playwright-core'
import { demoPassword, fillDemo, demoUsername } from '../../db/host/demo.ts'
import { type Host, startHost } from '../../db/host/host.ts'
import { openHttpDoor } from '../../db/host/http.ts'
import { createSeat } from '../../db/host/seat.ts'
import { createClient } from '../../shared/client.ts'
import { type ShotName, shotNames, shots, shotSize } from '../../shared/handbook/shots.ts'
import type { Role } from '../../shared/users/rules.ts'
import { openShot, prepareShots } from '../e2e/support/shots.ts'
import { chromiumArguments, chromiumPath } from '../shell/chromium.ts'

/** `npm run handbook`: takes every picture of the handbook anew, from the sample library of one seed. */
const folder = fileURLToPath(new URL('../../renderer/handbook/shots/', import.meta.url))
const assetsDir = fileURLToPath(new URL('../../dist/renderer/', import.meta.url))
const sample = { titles: 500, seed: 1 }
const colours = 96
/** What is drawn after its answer has come: charts, pictures. */
const settleMs = 600

async function signedIn(host: Host, role: Role) {
  const client = createClient(createSeat(host).call)
  await client.users.signIn({ username: demoUsername(role), password: demoPassword })
  return client
}

/** Numbers what the picture points at, as drawn on the page itself. */
async function number(page: Page, marks: readonly Locator[]): Promise<void> {
  for (const [at, mark] of marks.entries()) {
    const box = await mark.boundingBox()
    if (!box || box.y + box.height > shotSize.height) throw new Error(`mark ${at + 1} is not on screen`)
    await page.evaluate(drawMark, { ...box, number: at + 1 })
  }
}

type Numbered = { x: number; y: number; width: number; height: number; number: number }

function drawMark({ x, y, width, height, number }: Numbered): void {
  const frame = document.createElement('div')
  Object.assign(frame.style, {
    position: 'fixed',
    left: `${x - 4}px`,
    top: `${y - 4}px`,
    width: `${width + 8}px`,
    height: `${height + 8}px`,
    border: '2px solid #c2410c',
    borderRadius: '6px',
    zIndex: '99',
  })
  const badge = document.createElement('b')
  badge.textContent = String(number)
  Object.assign(badge.style, {
    position: 'absolute',
    left: '-11px',
    top: '-11px',
    width: '20px',
    height: '20px',
    borderRadius: '50%',
    background: '#c2410c',
    color: '#fff',
    font: 'bold 13px/20px sans-serif',
    textAlign: 'center',
  })
  frame.append(badge)
  document.body.append(frame)
}

async function take(browser: Browser, origin: string, launchUrl: string, name: ShotName): Promise<void> {
  const shot = shots[name]
  const context = await browser.newContext({
    viewport: shotSize,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  await context.request.get(launchUrl)
  const data = { username: demoUsername(shot.role), password: demoPassword }
  await context.request.post(`${origin}/call/users.signIn`, { data })
  const page = await context.newPage()
  await page.goto(`${origin}/#/users/password`)
  await page.locator('main h1').first().waitFor()
  const marks = await openShot(page, shot)
  await page.waitForTimeout(settleMs)
  await number(page, marks)
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
  await context.close()
  execFileSync('convert', [path, '+dither', '-colors', String(colours), '-strip', `PNG8:${path}`])
  console.log(`${name}: ${Math.round(statSync(path).size / 1024)} kB`)
}

const dataDir = mkdtempSync(join(tmpdir(), 'KhoSach-'))
const host = startHost({ dataDir, workerUrl: new URL('../../db/host/worker.ts', import.meta.url) })
await host.opened()
const filled = await fillDemo(host, sample, () => undefined)
if (!filled.ok) throw new Error(JSON.stringify(filled.error))
await prepareShots((role) => signedIn(host, role))
const door = await openHttpDoor(host, { assetsDir, port: 0 })
const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumArguments })
const known = new Set(shotNames.map((name) => `${name}.png`))
for (const left of readdirSync(folder)) if (!known.has(left)) rmSync(join(folder, left))
const only = process.argv[2]
for (const name of shotNames) {
  if (only === undefined || only === name)
    await take(browser, `http://127.0.0.1:${door.port}`, door.launchUrl(), name)
}
await browser.close()
await door.close()
await host.close()
rmSync(dataDir, { recursive: true })
