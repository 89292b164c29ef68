import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { type BrowserContext, type Route, chromium } from 'playwright-core'
import { chromiumArguments, chromiumPath } from '../chromium.ts'
import { tell } from './report.ts'

const origin = 'app://khosach'
const webOrigin = 'https://khosach.app.test'

export function toWeb(url: string): string {
  return url.startsWith(origin) ? webOrigin + url.slice(origin.length) : url
}

export function toApp(url: string): string {
  return url.startsWith(webOrigin) ? origin + url.slice(webOrigin.length) : url
}

export type Handler = (request: Request) => Promise<Response>
type Filter = (details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void

type Shown = { hostname: string; certificate: { fingerprint: string } }
type Verify = (shown: Shown, decide: (code: number) => void) => void
/** What main asked of `protocol` and of a session. */
export type Wishes = { handler: Handler | null; filter: Filter | null; verify: Verify | null }
export const wishes: Wishes = { handler: null, filter: null, verify: null }

export class Session {
  wishes: Wishes
  protocol = { handle: (_scheme: string, handler: Handler) => (this.wishes.handler = handler) }
  webRequest = { onBeforeRequest: (filter: Filter) => (this.wishes.filter = filter) }

  constructor(wishes: Wishes) {
    this.wishes = wishes
  }

  setCertificateVerifyProc(verify: Verify): void {
    this.wishes.verify = verify
  }

  setPermissionRequestHandler(): void {}
  setPermissionCheckHandler(): void {}
  setDevicePermissionHandler(): void {}

  async resolveProxy(): Promise<string> {
    return 'DIRECT'
  }
}

/** Chromium itself is told to accept any certificate; the one that is shown is looked at here, as main would. */
function isVerified(url: string, verify: Verify): Promise<boolean> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port), rejectUnauthorized: false }, () => {
      const hex = socket.getPeerCertificate().fingerprint256.replaceAll(':', '')
      socket.destroy()
      const fingerprint = `sha256/${Buffer.from(hex, 'hex').toString('base64')}`
      verify({ hostname, certificate: { fingerprint } }, (code) => resolve(code === 0))
    })
    socket.on('error', () => resolve(false))
  })
}

function isCancelled(url: string, wishes: Wishes): boolean {
  let isCancelled = false
  wishes.filter?.({ url }, ({ cancel }) => {
    isCancelled = cancel
  })
  return isCancelled
}

/** Every request of the page passes here: main's filter first, then its handler; nothing goes further. */
export async function answer(route: Route, wishes: Wishes): Promise<void> {
  const url = toApp(route.request().url())
  if (isCancelled(url, wishes)) return route.abort('blockedbyclient')
  if (wishes.verify !== null)
    return (await isVerified(url, wishes.verify)) ? route.continue() : route.abort('failed')
  if (!url.startsWith(origin) || wishes.handler === null) {
    tell({ network: url })
    return route.abort('failed')
  }
  const response = await wishes.handler(new Request(url, { method: route.request().method() }))
  const body = Buffer.from(await response.arrayBuffer())
  return route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body })
}

let context: BrowserContext | null = null

export async function openBrowser(userData: string): Promise<BrowserContext> {
  const profile = join(userData, 'chromium')
  context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath,
    args: [...chromiumArguments, '--remote-debugging-port=0'],
    handleSIGTERM: false,
    handleSIGINT: false,
    viewport: null,
    ignoreHTTPSErrors: true,
  })
  return context
}

/** The address at which the test, too, may drive the page. */
export function endpoint(userData: string): string {
  const [port] = readFileSync(join(userData, 'chromium', 'DevToolsActivePort'), 'utf8').split('\n')
  return `http://127.0.0.1:${port}`
}

export function browser(): BrowserContext {
  if (context === null) throw new Error('a window before the app is ready')
  return context
}

export async function closeBrowser(): Promise<void> {
  await context?.close()
}
