import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Frame, Page, Route } from 'playwright-core'
import { answer, browser, type Session, toApp, toWeb, wishes, type Wishes } from './browser.ts'

type Listener = (event: { senderFrame: { url: string; parent: unknown } }, ...input: unknown[]) => unknown
type Answer = { action: 'deny' | 'allow' }

export const listeners = new Map<string, Listener>()

/** `loaded` when a window shows its page, `empty` when the last one is gone. */
export const windows = new EventEmitter()

/** Electron's side of the preload, in the page: what crosses is cloned, as Electron clones it. */
const bridgeSource = `
  const forwards = new Map()
  window.__fromMain = (channel, payload) => forwards.get(channel)?.forEach((listener) => listener({}, payload))
  const ipcRenderer = {
    async invoke(channel, ...input) {
      const answer = await window.__toMain(channel, structuredClone(input))
      if ('thrown' in answer) throw new Error(answer.thrown)
      return answer.value
    },
    on: (channel, listener) => forwards.set(channel, [...(forwards.get(channel) ?? []), listener]),
    off: (channel, listener) => forwards.set(channel, forwards.get(channel)?.filter((each) => each !== listener)),
  }
  const contextBridge = { exposeInMainWorld: (name, value) => { window[name] = Object.freeze(value) } }
  const require = () => ({ ipcRenderer, contextBridge })
`

/** A preload is a CommonJS file: it sees `require` and has a scope of its own. */
function wrapped(preload: string): string {
  return `(() => {${bridgeSource};\n((require, module, exports) => {${preload}\n})(require, { exports: {} }, {})\n})()`
}

async function receive(frame: Frame, channel: string, input: unknown[]): Promise<object> {
  const senderFrame = { url: toApp(frame.url()), parent: frame.parentFrame() }
  try {
    return { value: structuredClone(await listeners.get(channel)?.({ senderFrame }, ...input)) }
  } catch (error) {
    return { thrown: String(error) }
  }
}

class WebContents extends EventEmitter {
  page: Promise<Page>
  openHandler: (details: { url: string }) => Answer = () => ({ action: 'allow' })
  expected = ''

  wishes: Wishes

  constructor({ preload, session }: Options['webPreferences']) {
    super()
    this.wishes = session?.wishes ?? wishes
    this.page = this.open(preload)
  }

  async open(preload: string | undefined): Promise<Page> {
    const context = browser()
    const isFirst = open.size === 0 && context.pages()[0]?.url() === 'about:blank'
    const page = (isFirst ? context.pages()[0] : null) ?? (await context.newPage())
    if (preload !== undefined) {
      await page.exposeBinding('__toMain', ({ frame }, channel, input) => receive(frame, channel, input))
      await page.addInitScript({ content: wrapped(readFileSync(preload, 'utf8')) })
    }
    await page.route('**/*', (route) => this.pass(route))
    context.on('page', (popup) => void this.refuse(popup))
    return page
  }

  /** Electron asks main before a page goes elsewhere, and only then makes the request. */
  async pass(route: Route): Promise<void> {
    const request = route.request()
    const url = toApp(request.url())
    const isOwnWish = request.isNavigationRequest() && url !== this.expected
    if (!isOwnWish) return answer(route, this.wishes)
    let isVetoed = false
    const event = { url, preventDefault: () => (isVetoed = true) }
    this.emit(request.frame().parentFrame() ? 'will-frame-navigate' : 'will-navigate', event)
    return isVetoed ? route.abort('aborted') : answer(route, this.wishes)
  }

  async refuse(popup: Page): Promise<void> {
    // A window that main opens by itself has no page that opened it.
    if ((await popup.opener()) === null) return
    await popup.waitForURL(/./, { waitUntil: 'commit', timeout: 2000 }).catch(() => undefined)
    if (this.openHandler({ url: toApp(popup.url()) }).action === 'deny') await popup.close()
  }

  setWindowOpenHandler(handler: (details: { url: string }) => Answer): void {
    this.openHandler = handler
  }

  send(channel: string, payload: unknown): void {
    const cloned = structuredClone(payload)
    const source = `window.__fromMain(${JSON.stringify(channel)}, ${JSON.stringify(cloned)})`
    void this.page.then((page) => page.evaluate(source)).catch(() => undefined)
  }

  focus(): void {}

  sendInputEvent({ type, keyCode }: { type: string; keyCode: string }): void {
    if (type === 'keyDown') void this.page.then((page) => page.keyboard.press(keyCode))
  }

  async reload(): Promise<void> {
    await (await this.page).reload()
  }
}

type Options = { width?: number; height?: number; webPreferences: { preload?: string; session?: Session } }

const open = new Set<BrowserWindow>()

export class BrowserWindow extends EventEmitter {
  webContents: WebContents
  bounds: { x: number; y: number; width: number; height: number }

  constructor({ width = 800, height = 600, webPreferences }: Options) {
    super()
    this.bounds = { x: 0, y: 0, width, height }
    this.webContents = new WebContents(webPreferences)
    open.add(this)
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.webContents.page
    page.on('close', () => this.closed())
    this.webContents.expected = url
    await page.goto(toWeb(url))
    this.webContents.expected = ''
    this.emit('ready-to-show')
    windows.emit('loaded')
  }

  closed(): void {
    this.emit('close', {})
    if (!open.delete(this)) return
    this.emit('closed')
    if (open.size === 0) windows.emit('empty')
  }

  getNormalBounds() {
    return this.bounds
  }

  destroy(): void {
    void this.webContents.page.then((page) => page.close())
    this.closed()
  }

  isDestroyed(): boolean {
    return !open.has(this)
  }

  show(): void {}
  focus(): void {}
  restore(): void {}
}

export async function closeWindows(): Promise<void> {
  for (const window of open) await (await window.webContents.page).close()
}
