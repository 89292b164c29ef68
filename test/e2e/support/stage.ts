import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  chromium,
} from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { type Client, createClient } from '../../../shared/client.ts'
import type { Role } from '../../../shared/users/rules.ts'
import { type Host, startHost } from '../../../db/host/host.ts'
import { type HttpDoor, openHttpDoor } from '../../../db/host/http.ts'
import { createSeat } from '../../../db/host/seat.ts'
import { chromiumArguments, chromiumPath } from '../../shell/chromium.ts'
import { everyRole, finishedJob, openTestEngine, testFolder, testPassword } from '../../support/engine.ts'
import { usernameOf } from '../../support/prepared.ts'
import { see } from './see.ts'
import { watch } from './watch.ts'

const assetsDir = fileURLToPath(new URL('../../../dist/renderer/', import.meta.url))
const workerUrl = new URL('../../../db/host/worker.ts', import.meta.url)
const patienceMs = 30_000
/** A hundred thousand titles on a busy machine. */
const fillingMs = 600_000

/** The screen most libraries have. */
const office: BrowserContextOptions = {
  viewport: { width: 1366, height: 768 },
  locale: 'vi-VN',
  timezoneId: 'Asia/Ho_Chi_Minh',
}

type Props = {
  /** Sample titles in the folder; without any there is only the library and a person of each role. */
  titles?: number
  /** Nothing in the folder at all. */
  isFirstRun?: boolean
  /** A folder made elsewhere, to be opened as it is. */
  folder?: () => string | Promise<string>
  workerUrl?: URL
}

/** What is done to a page before the program is opened in it. */
type Prepare = (page: Page) => Promise<void> | void

export type Stage = {
  dataDir(): string
  host(): Host
  /** A new browser window at the app's door, nobody signed in. */
  open(options?: BrowserContextOptions): Promise<Page>
  /** A new window with somebody of a role signed in already, at an address below the hash. */
  as(role: Role, at?: string, options?: BrowserContextOptions, prepare?: Prepare): Promise<Page>
  /** The same person at the engine without a window: what another PC's user does meanwhile. */
  client(role: Role): Promise<Client>
}

/** One real engine behind the loopback door and one browser for all tests of a file; windows are closed after each test. */
export function setStage(props: Props = {}): Stage {
  let browser: Browser
  let host: Host
  let door: HttpDoor
  const contexts: { context: BrowserContext; faults: string[] }[] = []
  let dataDir = ''

  beforeAll(async () => {
    dataDir = await makeFolder(props)
    host = startHost({ dataDir, workerUrl: props.workerUrl ?? workerUrl })
    await host.opened()
    door = await openHttpDoor(host, { assetsDir, port: 0 })
    browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumArguments })
  }, fillingMs)
  afterEach(async ({ task }) => {
    const faults = contexts.flatMap((each) => each.faults)
    if (task.result?.state === 'fail')
      await picture(
        task.name,
        contexts.flatMap(({ context }) => context.pages()),
      )
    for (const { context } of contexts.splice(0)) await context.close()
    expect(faults).toEqual([])
  })
  afterAll(async () => {
    await browser.close()
    await door.close()
    await host.close()
  })

  async function newWindow(options: BrowserContextOptions): Promise<BrowserContext> {
    const context = await browser.newContext({ ...office, ...options })
    contexts.push({ context, faults: await watch(context, origin()) })
    context.setDefaultTimeout(patienceMs)
    return context
  }
  const origin = () => `http://127.0.0.1:${door.port}`
  return {
    dataDir: () => dataDir,
    host: () => host,
    async open(options = {}) {
      const page = await (await newWindow(options)).newPage()
      await page.goto(door.launchUrl())
      return page
    },
    async as(role, at = '/home', options = {}, prepare = () => undefined) {
      const context = await newWindow(options)
      await context.request.get(door.launchUrl())
      const data = { username: usernameOf(role), password: testPassword }
      await context.request.post(`${origin()}/call/users.signIn`, { data })
      const page = await context.newPage()
      await prepare(page)
      await page.goto(`${origin()}/#${at}`)
      await see(page.getByRole('main').getByRole('heading', { level: 1 }))
      return page
    },
    async client(role) {
      const client = createClient(createSeat(host).call)
      await client.users.signIn({ username: usernameOf(role), password: testPassword })
      return client
    },
  }
}

/** What the windows showed when a test failed, to be looked at afterwards. */
async function picture(test: string, pages: Page[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'khosach-e2e-'))
  for (const [at, page] of pages.entries()) {
    const path = join(folder, `${at + 1}.png`)
    await page.screenshot({ path, timeout: patienceMs }).catch(() => undefined)
    console.error(`${test}: ${page.url()} ${path}`)
  }
}

/** Filled by the same commands a person would give, with passwords that are quick to check. */
async function makeFolder({ titles = 0, isFirstRun = false, folder }: Props): Promise<string> {
  if (folder) return folder()
  const dataDir = testFolder()
  if (isFirstRun) return dataDir
  const test = await openTestEngine({ dataDir, clock: Date.now, parsesOutputs: false })
  try {
    const people = await everyRole(test)
    const administrator = people.get('administrator')
    if (administrator && titles > 0) await finishedJob(administrator, 'demo.fill', { titles, seed: 1 })
    return dataDir
  } finally {
    await test.close()
  }
}
