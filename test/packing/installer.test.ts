import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { root } from '../../build/step.ts'
import { configuration } from './configuration.ts'
import { type Windows, createWindows, readPolicy } from './windows.ts'

const program = 'C:\\Program Files\\KhoSach'
const programData = 'C:\\ProgramData\\KhoSach'
const uninstaller = `${program}\\Uninstall KhoSach.exe`
const icacls = 'C:\\windows\\system32\\icacls.exe'
const netsh = 'C:\\windows\\system32\\netsh.exe'
const recorded = 'C:\\recorded.txt'
let windows: Windows
let recorder: Buffer
let setup: string
let newer: string

beforeAll(async () => {
  windows = createWindows()
  const appFolder = join(inject('release'), 'win-unpacked')
  const { fileAssociations: associations } = await configuration()
  setup = windows.makeSetup({ appFolder, version: '1.0.0', associations })
  newer = windows.makeSetup({ appFolder, version: '2.0.0', associations })
  recorder = windows.makeRecorder(recorded)
  windows.write(icacls, recorder)
  windows.write(netsh, recorder)
})

afterAll(() => windows.close())

function install(...parameters: string[]): number | null {
  return windows.run(setup, '/S', ...parameters, `/D=${program}`).status
}

/** In its own folder and waited for; a plain one copies itself away and answers at once. */
function uninstall(...parameters: string[]): number | null {
  return windows.run(uninstaller, '/S', ...parameters, `_?=${program}`).status
}

function localData(): string {
  return windows.expand('%LOCALAPPDATA%\\KhoSach')
}

/** An uninstaller run in its own folder leaves itself there. */
function isInstalled(): boolean {
  return windows.has(`${program}\\KhoSach.exe`) || windows.has(`${program}\\policy.json`)
}

beforeEach(() => {
  for (const mode of ['/allusers', '/currentuser'])
    if (windows.has(uninstaller)) windows.run(uninstaller, '/S', mode, '/DELETEDATA', `_?=${program}`)
  for (const root of ['HKLM', 'HKCU']) windows.run('reg', 'delete', `${root}\\Software\\KhoSach`, '/f')
})

describe('a silent installation', () => {
  test('for one user needs no answers and fixes nothing', () => {
    expect(install('/currentuser')).toBe(0)
    expect(windows.has(`${program}\\KhoSach.exe`)).toBe(true)
    expect(windows.has(`${program}\\resources\\app.asar`)).toBe(true)
    expect(windows.has(localData())).toBe(true)
    expect(readOrNull(`${program}\\policy.json`)).toBeNull()
    expect(windows.value('HKCU\\Software\\KhoSach', 'DataFolder')).toBe(localData())
    expect(windows.value('HKLM\\Software\\KhoSach', 'DataFolder')).toBeNull()
  })

  test('for all users keeps data in ProgramData, says so to the program and lets users write there', () => {
    expect(install('/allusers')).toBe(0)
    expect(windows.has(programData)).toBe(true)
    expect(readPolicy(windows.at(`${program}\\policy.json`))).toEqual({
      fixed: { dataFolder: programData },
      offered: {},
    })
    expect(windows.value('HKLM\\Software\\KhoSach', 'DataFolder')).toBe(programData)
    expect(readFileSync(windows.at(recorded), 'utf8')).toContain(
      `"${programData}" /grant *S-1-5-32-545:(OI)(CI)M`,
    )
  })

  test('is done, and says what is left to do, where the rights could not be set', () => {
    windows.remove(icacls)
    expect(install('/allusers')).toBe(6)
    windows.write(icacls, recorder)
    expect(isInstalled()).toBe(true)
  })

  test('writes shortcuts, the command line, what Windows lists and what opens our files', async () => {
    expect(install('/currentuser')).toBe(0)
    expect(shortcuts()).toEqual([true, true])
    expect(readFileSync(windows.at(`${program}\\khosach.cmd`), 'utf8')).toContain(
      '--cli --reply "%REPLY%" %*',
    )
    const key = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\khosach-test'
    expect(windows.value(key, 'DisplayName')).toMatch(/1\.0\.0$/)
    for (const { ext, name } of (await configuration()).fileAssociations) {
      expect(windows.value(`HKCU\\Software\\Classes\\.${ext}`, null), ext).toBe(name)
      const command = windows.value(`HKCU\\Software\\Classes\\${name}\\shell\\open\\command`, null)
      expect(command).toBe(`"${program}\\KhoSach.exe" "%1"`)
    }
  })
})

describe('the answer file', () => {
  const answers = [
    '[fixed]',
    'endpoint=https://nhan.example.vn/kho-sach',
    'dataFolder=C:\\Dữ liệu\\Kho "A"',
    'online=no',
    '[offered]',
    'province=01',
    'libraryCode=TVT-01',
    'libraryName=Thư viện tỉnh Đắk Lắk',
    'language=vi',
  ].join('\r\n')
  /** UTF-16 is what Windows reads letters beyond its own page of codes from. */
  const bytes = Buffer.from(`\uFEFF${answers}`, 'utf16le')
  const expected = {
    fixed: { endpoint: 'https://nhan.example.vn/kho-sach', online: 'no' },
    offered: { province: '01', libraryCode: 'TVT-01', libraryName: 'Thư viện tỉnh Đắk Lắk', language: 'vi' },
  }

  test('named by /ANSWERS becomes policy.json, letter by letter', () => {
    windows.write('C:\\may\\tra-loi.ini', bytes.subarray(0))
    expect(install('/currentuser', '/ANSWERS=C:\\may\\tra-loi.ini')).not.toBeNull()
    expect(readPolicy(windows.at(`${program}\\policy.json`))).toMatchObject({
      fixed: { ...expected.fixed, dataFolder: 'C:\\Dữ liệu\\Kho "A"' },
      offered: expected.offered,
    })
  })

  test('a data folder of its own is made and remembered', () => {
    windows.write('C:\\may\\thu-muc.ini', '[fixed]\r\ndataFolder=C:\\Du lieu\\KhoSach\r\n')
    expect(install('/allusers', '/ANSWERS=C:\\may\\thu-muc.ini')).toBe(0)
    expect(windows.has('C:\\Du lieu\\KhoSach')).toBe(true)
    expect(windows.value('HKLM\\Software\\KhoSach', 'DataFolder')).toBe('C:\\Du lieu\\KhoSach')
  })

  test('one that is not there stops Setup before anything is written', () => {
    expect(install('/currentuser', '/ANSWERS=C:\\may\\khong-co.ini')).toBe(4)
    expect(isInstalled()).toBe(false)
  })
})

describe('a PC that serves others', () => {
  test('has the firewall opened for the program, to the same network alone, and closed again with it', () => {
    windows.write('C:\\may\\lan.ini', '[fixed]\r\nlan=1\r\n')
    expect(install('/currentuser', '/ANSWERS=C:\\may\\lan.ini')).toBe(0)
    expect(readPolicy(windows.at(`${program}\\policy.json`))).toMatchObject({ fixed: { lan: '1' } })
    const asked = readFileSync(windows.at(recorded), 'utf8')
    expect(asked).toContain('advfirewall firewall add rule name="KhoSach" dir=in action=allow')
    expect(asked).toContain(`program="${program}\\KhoSach.exe" protocol=TCP remoteip=localsubnet`)
    expect(uninstall('/currentuser')).toBe(0)
    expect(readFileSync(windows.at(recorded), 'utf8')).toContain('firewall delete rule name="KhoSach"')
  })

  test('nothing is asked of the firewall otherwise', () => {
    windows.write(recorded, 'nothing')
    expect(install('/currentuser')).toBe(0)
    expect(uninstall('/currentuser')).toBe(0)
    expect(readFileSync(windows.at(recorded), 'utf8')).toBe('nothing')
  })
})

describe('an upgrade in place', () => {
  test('keeps the data and what the administrators fixed', () => {
    windows.write('C:\\may\\a.ini', '[fixed]\r\nendpoint=https://nhan.example.vn\r\n')
    expect(install('/allusers', '/ANSWERS=C:\\may\\a.ini')).toBe(0)
    const before = readFileSync(windows.at(`${program}\\policy.json`))
    windows.write(`${programData}\\library.db`, 'data')
    expect(windows.run(newer, '/S', '/allusers', `/D=${program}`).status).toBe(0)
    expect(readFileSync(windows.at(`${program}\\policy.json`)).equals(before)).toBe(true)
    expect(readFileSync(windows.at(`${programData}\\library.db`), 'utf8')).toBe('data')
    const key = 'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\khosach-test'
    expect(windows.value(key, 'DisplayName')).toMatch(/2\.0\.0$/)
  })

  test('never deletes data, even when told to', () => {
    expect(install('/allusers')).toBe(0)
    windows.write(`${programData}\\library.db`, 'data')
    expect(uninstall('/allusers', '--updated', '/DELETEDATA')).toBe(0)
    expect(windows.has(`${programData}\\library.db`)).toBe(true)
  })
})

describe('an uninstallation', () => {
  test('keeps the data, and the next installation finds them again', () => {
    windows.write('C:\\may\\thu-muc.ini', '[fixed]\r\ndataFolder=C:\\Kho\\KhoSach\r\n')
    expect(install('/allusers', '/ANSWERS=C:\\may\\thu-muc.ini')).toBe(0)
    windows.write('C:\\Kho\\KhoSach\\library.db', 'data')
    expect(uninstall('/allusers')).toBe(0)
    expect(isInstalled()).toBe(false)
    expect(shortcuts()).toEqual([false, false])
    expect(windows.value('HKLM\\Software\\Classes\\KhoSach.Package\\shell\\open\\command', null)).toBeNull()
    expect(windows.has('C:\\Kho\\KhoSach\\library.db')).toBe(true)
    expect(install('/allusers')).toBe(0)
    expect(readPolicy(windows.at(`${program}\\policy.json`))).toMatchObject({
      fixed: { dataFolder: 'C:\\Kho\\KhoSach' },
    })
  })

  test('with the switch removes what the program put there, and nothing else', () => {
    expect(install('/allusers')).toBe(0)
    for (const name of ['library.db', 'lock.db', 'evidence\\a.pdf', 'backups\\b.db', 'logs\\engine.log'])
      windows.write(`${programData}\\${name}`, 'data')
    windows.write(`${programData}\\của tôi.txt`, 'not ours')
    expect(uninstall('/allusers', '/DELETEDATA')).toBe(0)
    for (const name of ['library.db', 'lock.db', 'evidence', 'backups', 'logs'])
      expect(windows.has(`${programData}\\${name}`), name).toBe(false)
    expect(readFileSync(windows.at(`${programData}\\của tôi.txt`), 'utf8')).toBe('not ours')
    expect(windows.value('HKLM\\Software\\KhoSach', 'DataFolder')).toBeNull()
  })

  test('names all that the program keeps in its folder', () => {
    const script = readFileSync(join(root, 'build', 'installer.nsh'), 'utf8')
    const readme = readFileSync(join(root, 'README.md'), 'utf8')
    const [, where = ''] = readme.split('## Where the data is')
    const named = [...(where.split('\n## ')[0] ?? '').matchAll(/`([a-z-]+)\/`/g)].map(([, name]) => name)
    expect(named).toContain('evidence')
    for (const name of named) expect(script, name).toContain(`RMDir /r "$dataFolder\\${name}"`)
  })
})

test('what electron-builder says in English is said in Vietnamese', () => {
  expect(install('/currentuser')).toBe(0)
  expect(readFileSync(windows.at('C:\\said.txt'), 'utf16le')).toBe('\uFEFFMọi &người dùng máy này')
})

test('an older Windows is refused before anything is written', () => {
  windows.pretend('win7')
  const status = install('/currentuser')
  windows.pretend('win10')
  expect(status).toBe(3)
  expect(isInstalled()).toBe(false)
})

function shortcuts(): boolean[] {
  const [start, desktop] = ['%APPDATA%\\Microsoft\\Windows\\Start Menu\\Programs', '%USERPROFILE%\\Desktop']
  return [start, desktop].map((place) => windows.has(`${windows.expand(place)}\\Kho Sách.lnk`))
}

function readOrNull(path: string): unknown {
  return windows.has(path) ? readPolicy(windows.at(path)) : null
}
