import { EventEmitter } from 'node:events'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { BrowserWindowConstructorOptions, Session } from 'electron'
import { beforeEach, describe, expect, test, vi } from 'vitest'

type Answer = { action: string }
type OpenHandler = (details: { url: string }) => Answer

/** What Electron was told, where its binary is not: the code under test is the shell's own. */
const told = vi.hoisted(() => ({
  options: [] as BrowserWindowConstructorOptions[],
  opened: [] as string[],
  windows: [] as { webContents: object }[],
}))

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events')
  class WebContents extends Emitter {
    openHandler: OpenHandler = () => ({ action: 'allow' })
    setWindowOpenHandler(handler: OpenHandler): void {
      this.openHandler = handler
    }
  }
  class BrowserWindow extends Emitter {
    webContents = new WebContents()
    constructor(options: BrowserWindowConstructorOptions) {
      super()
      told.options.push(options)
      told.windows.push(this)
    }
  }
  return {
    BrowserWindow,
    app: { getPath: () => '/no/such/profile' },
    protocol: { registerSchemesAsPrivileged: () => undefined },
    screen: { getAllDisplays: () => [] },
    shell: { openExternal: async (url: string) => told.opened.push(url) },
    dialog: {},
  }
})

const { createWindow } = await import('./window.ts')
const { guard } = await import('./protocol.ts')

type Page = EventEmitter & { openHandler(details: { url: string }): Answer }

function openWindow(): Page {
  createWindow({ preload: '/preload.cjs' })
  return told.windows.at(-1)?.webContents as Page
}

/** Whether an event was called off. */
function isVetoed(page: Page, name: string, url = ''): boolean {
  let isPrevented = false
  page.emit(name, { url, preventDefault: () => (isPrevented = true) })
  return isPrevented
}

beforeEach(() => {
  told.options.length = 0
  told.opened.length = 0
})

describe('the window', () => {
  test('has a sandbox, a world of its own for the preload, and nothing of Node', () => {
    openWindow()
    expect(told.options).toHaveLength(1)
    expect(told.options[0]?.webPreferences).toMatchObject({
      preload: '/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
    })
  })

  test('keeps the rules of the web and tries nothing out', () => {
    openWindow()
    const preferences = told.options[0]?.webPreferences ?? {}
    expect(preferences).toMatchObject({
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    })
    expect(Object.keys(preferences)).not.toContain('enableBlinkFeatures')
  })

  test('goes nowhere but to its own pages', () => {
    const page = openWindow()
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      for (const url of ['https://example.org/', 'file:///C:/Windows/win.ini', 'app://other/', 'about:blank'])
        expect(isVetoed(page, name, url), `${name} ${url}`).toBe(true)
      expect(isVetoed(page, name, 'app://khosach/index.html'), name).toBe(false)
    }
  })

  test('takes no guest in', () => {
    expect(isVetoed(openWindow(), 'will-attach-webview')).toBe(true)
  })

  test('opens no second one, and outside only what is named', () => {
    const page = openWindow()
    for (const url of [
      'https://nlv.gov.vn/tin',
      'https://example.org/',
      'file:///C:/x.exe',
      'app://khosach/',
    ])
      expect(page.openHandler({ url }), url).toEqual({ action: 'deny' })
    expect(told.opened).toEqual(['https://nlv.gov.vn/tin'])
  })
})

describe('the window', () => {
  function openServed(): Page {
    const there = {} as Session
    createWindow({ session: there, isOurs: (url) => url.startsWith('https://may-chu:8433/') })
    return told.windows.at(-1)?.webContents as Page
  }

  test('of a serving PC has no bridge to this one', () => {
    openServed()
    const preferences = told.options[0]?.webPreferences ?? {}
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false })
    expect(Object.keys(preferences)).not.toContain('preload')
  })

  test('of a serving PC goes nowhere but there', () => {
    const page = openServed()
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      for (const url of ['https://example.org/', 'https://may-chu:8434/', 'app://khosach/index.html'])
        expect(isVetoed(page, name, url), `${name} ${url}`).toBe(true)
      expect(isVetoed(page, name, 'https://may-chu:8433/#/home'), name).toBe(false)
    }
  })
})

type Decide = (answer: unknown) => void

/** A session that keeps what it is told. */
function guarded() {
  const kept: Record<string, (...words: never[]) => unknown> = {}
  const keep = (name: string) => (handler: (...words: never[]) => unknown) => (kept[name] = handler)
  const session = {
    protocol: { handle: (scheme: string, serve: () => unknown) => (kept[scheme] = serve) },
    webRequest: { onBeforeRequest: keep('request') },
    setPermissionRequestHandler: keep('permission'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
  }
  guard(session as unknown as Session, async () => new Response())
  return kept
}

describe('the session', () => {
  test('gives no permission and no device, whoever asks', () => {
    const { permission, check, device } = guarded()
    const answers: unknown[] = []
    for (const name of ['media', 'geolocation', 'notifications', 'fullscreen', 'openExternal', 'usb'])
      (permission as (page: null, name: string, decide: Decide) => void)(null, name, (answer) =>
        answers.push(answer),
      )
    expect(answers).toEqual(Array.from({ length: 6 }, () => false))
    expect(check?.()).toBe(false)
    expect(device?.()).toBe(false)
  })

  test('calls off every request but those of its own pages', () => {
    const { request } = guarded()
    const outcomes: unknown[] = []
    for (const url of ['app://khosach/a.js', 'http://example.org/', 'file:///etc/passwd'])
      (request as (details: { url: string }, decide: Decide) => void)({ url }, (answer) =>
        outcomes.push(answer),
      )
    expect(outcomes).toEqual([{ cancel: false }, { cancel: true }, { cancel: true }])
  })
})

test('one place makes windows, and none loads a page by file', () => {
  const folder = fileURLToPath(new URL('.', import.meta.url))
  const sources = globSync('*.{ts,cts}', { cwd: folder })
    .filter((name) => !name.endsWith('.test.ts'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
  const count = (pattern: RegExp) => sources.flatMap((source) => source.match(pattern) ?? []).length
  expect(count(/new BrowserWindow\(/g)).toBe(1)
  expect(count(/webPreferences/g)).toBe(1)
  expect(count(/\bloadFile\(|file:\/\/|allowpopups|enableBlinkFeatures|new WebContentsView/g)).toBe(0)
})
