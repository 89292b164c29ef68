import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { noPolicies } from '../shared/policies.ts'
import {
  acceptedExtensions,
  dataFolder,
  editActions,
  isAllowedRequest,
  isSafeExternalUrl,
  isTrustedSender,
  nativeBinding,
  profileFolder,
  proxyIn,
  readBounds,
  registryProgram,
  sessionIn,
  windowBounds,
} from './policy.ts'

const page = 'app://khosach/index.html'

describe('who may call', () => {
  test('the main frame of our own page may', () => {
    expect(isTrustedSender({ url: page, parent: null })).toBe(true)
  })

  test('a frame inside it, a vanished frame and look-alikes may not', () => {
    expect(isTrustedSender({ url: page, parent: {} })).toBe(false)
    expect(isTrustedSender(null)).toBe(false)
    for (const url of [
      'app://khosach.evil/index.html',
      'app://khosach:1/',
      'https://khosach/',
      'about:blank',
      '',
    ]) {
      expect(isTrustedSender({ url, parent: null }), url).toBe(false)
    }
  })
})

test('the page may ask for our own files and nothing else', () => {
  expect(isAllowedRequest('app://khosach/assets/a.js')).toBe(true)
  expect(isAllowedRequest('blob:app://khosach/5e1c')).toBe(true)
  for (const url of [
    'https://example.org/',
    'http://127.0.0.1:4777/',
    'file:///etc/passwd',
    'ws://example.org/',
  ]) {
    expect(isAllowedRequest(url), url).toBe(false)
  }
})

test('only named sites over https are opened outside', () => {
  expect(isSafeExternalUrl('https://nlv.gov.vn/tin')).toBe(true)
  expect(isSafeExternalUrl('https://www.bvhttdl.gov.vn/')).toBe(true)
  const refused = [
    'http://nlv.gov.vn/',
    'https://nlv.gov.vn.example.org/',
    'https://xnlv.gov.vn/',
    'https://user@nlv.gov.vn/',
    'https://nlv.gov.vn:8443/',
    'file:///C:/Windows/notepad.exe',
    'javascript:alert(1)',
    'nlv.gov.vn',
  ]
  for (const url of refused) expect(isSafeExternalUrl(url), url).toBe(false)
})

describe('where the window opens', () => {
  const office = { x: 0, y: 0, width: 1366, height: 728 }
  const second = { x: 1366, y: 0, width: 1920, height: 1040 }

  test('where it was closed, on the screen it was on', () => {
    const saved = { x: 1500, y: 40, width: 1400, height: 900 }
    expect(windowBounds(saved, [office, second])).toEqual(saved)
  })

  test('on the first screen when its screen is gone', () => {
    const saved = { x: 1500, y: 40, width: 1400, height: 900 }
    expect(windowBounds(saved, [office])).toEqual({ width: 1280, height: 720 })
  })

  test('never larger than a small screen', () => {
    const small = { x: 0, y: 0, width: 1024, height: 560 }
    expect(windowBounds(null, [small])).toEqual({ width: 1024, height: 560 })
    expect(windowBounds({ x: -50, y: -10, width: 1100, height: 600 }, [small])).toEqual(small)
  })

  test('at the usual size when no screen is known', () => {
    expect(windowBounds(null, [])).toEqual({ width: 1280, height: 720 })
  })
})

test('a damaged device file counts as none', () => {
  expect(readBounds('{"bounds":{"x":1,"y":2,"width":900,"height":600}}')).toEqual({
    x: 1,
    y: 2,
    width: 900,
    height: 600,
  })
  for (const text of [
    '',
    '{"bounds":',
    'null',
    '{"bounds":{"x":1}}',
    '{"bounds":{"x":1,"y":2,"width":0,"height":600}}',
  ]) {
    expect(readBounds(text), text).toBeNull()
  }
})

describe('where things are kept', () => {
  const linux = { platform: 'linux', env: {}, home: '/home/an' }
  const windows = { platform: 'win32', env: { LOCALAPPDATA: 'C:\\Local' }, home: 'C:\\Users\\an' }

  test('data lives in the folder of this PC, or where the person says', () => {
    expect(dataFolder([], linux)).toBe('/home/an/.local/share/KhoSach')
    expect(dataFolder([], windows)).toBe(join('C:\\Local', 'KhoSach'))
    expect(dataFolder(['electron', '.', '--data', '/srv/khosach'], linux)).toBe('/srv/khosach')
    expect(dataFolder(['--data'], linux)).toBe('/home/an/.local/share/KhoSach')
  })

  test('or where whoever looks after the PC says, unless the start says otherwise', () => {
    const policies = {
      ...noPolicies,
      fixed: { dataFolder: '/srv/fixed' },
      offered: { dataFolder: '/srv/offered' },
    }
    expect(dataFolder([], linux, policies)).toBe('/srv/fixed')
    expect(dataFolder([], linux, { ...policies, fixed: {} })).toBe('/srv/offered')
    expect(dataFolder(['electron', '.', '--data', '/srv/own'], linux, policies)).toBe('/srv/own')
  })

  test('the registry is asked by a program of Windows itself, never by one that lies in the current folder', () => {
    expect(registryProgram(linux)).toBeNull()
    expect(registryProgram({ platform: 'win32', env: { SystemRoot: 'D:\\Windows' } })).toBe(
      'D:\\Windows\\System32\\reg.exe',
    )
    expect(registryProgram(windows)).toBe('C:\\Windows\\System32\\reg.exe')
  })

  test('each data folder has its own browser profile', () => {
    expect(profileFolder('/a', linux)).toBe(profileFolder('/a', linux))
    expect(profileFolder('/a', linux)).not.toBe(profileFolder('/b', linux))
  })

  test('the native file lies beside the archive once installed', () => {
    const install = { resourcesPath: '/r', appPath: '/app', platform: 'linux', arch: 'x64' }
    expect(nativeBinding({ ...install, isPackaged: true })).toBe('/r/native/better_sqlite3.node')
    expect(nativeBinding({ ...install, isPackaged: false })).toBe(
      '/app/node_modules/better-sqlite3/prebuilds/linux-x64.node',
    )
  })
})

test('an open dialog takes the extensions a page accepts', () => {
  expect(acceptedExtensions('.mrc, .ISO,.xlsx')).toEqual(['mrc', 'iso', 'xlsx'])
  expect(acceptedExtensions('')).toEqual([])
  expect(acceptedExtensions('image/*,../x')).toEqual([])
})

test('the right mouse button offers what can be done there', () => {
  expect(editActions({ isEditable: true, selectionText: '' })).toContain('paste')
  expect(editActions({ isEditable: false, selectionText: 'Truyện Kiều' })).toEqual(['copy'])
  expect(editActions({ isEditable: false, selectionText: '' })).toEqual([])
})

test('the menu follows the session: its language, and whether somebody is signed in', () => {
  const value = { language: 'en', state: 'signed_in' }
  expect(sessionIn('users.session', { ok: true, value })).toEqual({ language: 'en', isSignedIn: true })
  for (const state of ['signed_out', 'locked', 'first_run'])
    expect(sessionIn('users.session', { ok: true, value: { ...value, state } })?.isSignedIn).toBe(false)
  expect(sessionIn('users.session', { ok: true, value: { ...value, language: 'fr' } })).toBeNull()
  expect(sessionIn('users.session', { ok: false, error: { code: 'cannot_open', details: {} } })).toBeNull()
  expect(sessionIn('settings.library', { ok: true, value })).toBeNull()
})

test('reads the system’s proxy as the network code takes it', () => {
  expect(proxyIn('PROXY 10.0.0.1:8080; DIRECT')).toBe('http://10.0.0.1:8080')
  expect(proxyIn('HTTPS proxy.tinh.gov.vn:443')).toBe('https://proxy.tinh.gov.vn:443')
  for (const none of ['DIRECT', '', 'SOCKS5 10.0.0.1:1080', 'DIRECT; PROXY 10.0.0.1:8080'])
    expect(proxyIn(none)).toBeNull()
})
