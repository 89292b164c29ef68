import { createHash } from 'node:crypto'
import { join, resolve, win32 } from 'node:path'
import * as z from 'zod'
import { noPolicies, type Policies } from '../shared/policies.ts'
import { type Language, languages } from '../shared/texts.ts'

export const appOrigin = 'app://khosach'

type Frame = { url: string; parent: unknown } | null
export type Rectangle = { x: number; y: number; width: number; height: number }
type Place = { platform: string; env: Record<string, string | undefined>; home: string }

export function isAppUrl(url: string): boolean {
  return url === appOrigin || url.startsWith(`${appOrigin}/`)
}

/** Only the main frame of our own page may call; a frame inside it, or a page that replaced it, may not. */
export function isTrustedSender(frame: Frame): boolean {
  return frame !== null && frame.parent === null && isAppUrl(frame.url)
}

/** Nothing leaves the machine through the page; the developer tools are Electron's own files. */
export function isAllowedRequest(url: string): boolean {
  return isAppUrl(url) || url.startsWith('devtools://') || url.startsWith(`blob:${appOrigin}/`)
}

/** Sites that help texts link to: the ministry, the National Library and the law portal. */
const linkedSites = ['bvhttdl.gov.vn', 'nlv.gov.vn', 'vanban.chinhphu.vn']

export function isSafeExternalUrl(text: string): boolean {
  const url = URL.parse(text)
  if (url === null || url.protocol !== 'https:') return false
  if (url.username !== '' || url.password !== '' || url.port !== '') return false
  return linkedSites.some((site) => url.hostname === site || url.hostname.endsWith(`.${site}`))
}

/** What a page may: nothing of Node, nothing of other sites, nothing Chromium tries out; said even where it is Electron's default. */
export const pagePreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  spellcheck: false,
}

const usual = { width: 1280, height: 720 }

function holdsMiddle(screen: Rectangle, { x, y, width, height }: Rectangle): boolean {
  const [right, down] = [x + width / 2 - screen.x, y + height / 2 - screen.y]
  return right >= 0 && right < screen.width && down >= 0 && down < screen.height
}

/** Opens where it was closed, unless that screen is gone; never larger than the screen. */
export function windowBounds(saved: Rectangle | null, screens: Rectangle[]): Partial<Rectangle> {
  const screen = screens.find((each) => saved !== null && holdsMiddle(each, saved))
  const limit = screen ?? screens[0] ?? usual
  const wanted = screen && saved ? saved : usual
  const size = { width: Math.min(wanted.width, limit.width), height: Math.min(wanted.height, limit.height) }
  if (!screen || !saved) return size
  const x = Math.max(screen.x, Math.min(saved.x, screen.x + screen.width - size.width))
  const y = Math.max(screen.y, Math.min(saved.y, screen.y + screen.height - size.height))
  return { x, y, ...size }
}

const Device = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() }),
})

/** What was written by an older version, by hand or by half a power cut is treated as never written. */
export function readBounds(text: string): Rectangle | null {
  try {
    return Device.parse(JSON.parse(text)).bounds
  } catch {
    return null
  }
}

/** Where programs keep data that belongs to this PC and does not roam. */
export function localFolder({ platform, env, home }: Place): string {
  if (platform === 'win32') return env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support')
  return env['XDG_DATA_HOME'] ?? join(home, '.local', 'share')
}

/** Who says it at the start goes before whoever looks after the PC: so a copy can be looked at. */
export function dataFolder(argv: string[], place: Place, { fixed, offered }: Policies = noPolicies): string {
  const at = argv.indexOf('--data')
  const given = at === -1 ? undefined : argv[at + 1]
  const said = given ?? fixed.dataFolder ?? offered.dataFolder
  return said ? resolve(said) : join(localFolder(place), 'KhoSach')
}

/** One browser profile, and so one running app, for each data folder. */
export function profileFolder(dataDir: string, place: Place): string {
  const key = createHash('sha256').update(dataDir).digest('hex').slice(0, 12)
  return join(localFolder(place), 'KhoSach-shell', key)
}

/**
 * By its whole path, or null where there is no registry: Windows looks for a bare name in the current folder first,
 * which is that of the file somebody double-clicked, on a stick for instance.
 */
export function registryProgram({ platform, env }: Pick<Place, 'platform' | 'env'>): string | null {
  if (platform !== 'win32') return null
  return win32.join(env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'reg.exe')
}

type Install = { isPackaged: boolean; resourcesPath: string; appPath: string; platform: string; arch: string }

/** Native code cannot be loaded from inside the asar. */
export function nativeBinding({ isPackaged, resourcesPath, appPath, platform, arch }: Install): string {
  if (isPackaged) return join(resourcesPath, 'native', 'better_sqlite3.node')
  return join(appPath, 'node_modules', 'better-sqlite3', 'prebuilds', `${platform}-${arch}.node`)
}

/** The first proxy of a list such as `PROXY 10.0.0.1:8080; DIRECT`; null for none, and for kinds that only browsers speak. */
export function proxyIn(resolved: string): string | null {
  const [first = ''] = resolved.split(';')
  const [, kind, place] = /^\s*(PROXY|HTTPS) (\S+)\s*$/i.exec(first) ?? []
  return place ? `${kind?.toUpperCase() === 'HTTPS' ? 'https' : 'http'}://${place}` : null
}

/** `.mrc,.iso` as a page says it, to the list an open dialog wants. */
export function acceptedExtensions(accept: string): string[] {
  const parts = accept.split(',').map((part) => part.trim().replace(/^\./, '').toLowerCase())
  return parts.filter((part) => /^[a-z0-9]{1,12}$/.test(part))
}

export const editRoles = ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'] as const
type Clicked = { isEditable: boolean; selectionText: string }

/** What the right mouse button offers. */
export function editActions({ isEditable, selectionText }: Clicked): readonly (typeof editRoles)[number][] {
  if (isEditable) return editRoles
  return selectionText === '' ? [] : ['copy']
}

const SessionReply = z.object({
  ok: z.literal(true),
  value: z.object({ language: z.enum(languages), state: z.string() }),
})

/** The menu speaks the language of the session the page is showing, and offers what that page has. */
export function sessionIn(
  operation: string,
  reply: unknown,
): { language: Language; isSignedIn: boolean } | null {
  if (operation !== 'users.session') return null
  const session = SessionReply.safeParse(reply).data?.value
  return session ? { language: session.language, isSignedIn: session.state === 'signed_in' } : null
}
