import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { noPolicies } from '../../shared/policies.ts'
import { policyFileName, readPolicies } from './policies.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'khosach-policies-'))
})

function writePolicy(text: string, encoding: 'utf8' | 'utf16le' = 'utf8'): void {
  writeFileSync(join(folder, policyFileName), Buffer.from(`\uFEFF${text}`, encoding))
}

/** A `reg.exe` that knows one file for each hive, and exits with 1 where there is none. */
function registry(hives: { HKLM?: string[]; HKCU?: string[] }): string {
  for (const [hive, lines] of Object.entries(hives)) {
    const text = ['Windows Registry Editor Version 5.00', '', ...lines].join('\r\n')
    writeFileSync(join(folder, `${hive}.reg`), Buffer.from(`\uFEFF${text}`, 'utf16le'))
  }
  const program = join(folder, 'reg')
  const script = [
    '#!/bin/sh',
    '[ "$1 $4 $5" = "export /y /reg:64" ] || exit 2',
    `case "$2" in 'HKLM\\Software\\Policies\\KhoSach') h=HKLM;; 'HKCU\\Software\\Policies\\KhoSach') h=HKCU;; *) exit 3;; esac`,
    `[ -f "${folder}/$h.reg" ] || exit 1`,
    `cp "${folder}/$h.reg" "$3"`,
  ]
  writeFileSync(program, script.join('\n'))
  chmodSync(program, 0o755)
  return program
}

const machine = '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\KhoSach]'
const user = '[HKEY_CURRENT_USER\\Software\\Policies\\KhoSach]'

describe('policies', () => {
  test('are none where nobody wrote any', () => {
    expect(readPolicies({ install: folder, reg: registry({}) })).toEqual(noPolicies)
    expect(readPolicies({ install: null, reg: null })).toEqual(noPolicies)
  })

  test('come from the file beside the program, in either way of writing letters', () => {
    const text = JSON.stringify({
      fixed: { dataFolder: 'D:\\Dữ liệu\\KhoSach', online: 'no' },
      offered: { libraryName: 'Thư viện tỉnh Đắk Lắk', province: '66' },
    })
    for (const encoding of ['utf8', 'utf16le'] as const) {
      writePolicy(text, encoding)
      expect(readPolicies({ install: folder, reg: null })).toEqual({
        fixed: { dataFolder: 'D:\\Dữ liệu\\KhoSach', online: false },
        offered: { libraryName: 'Thư viện tỉnh Đắk Lắk', province: '66' },
        problems: [],
      })
    }
  })

  test('name a serving PC as people type it, and say whether others may be served', () => {
    writePolicy('{"fixed":{"server":"May-Chu","lan":"1"},"offered":{"server":"http://may-chu"}}')
    expect(readPolicies({ install: folder, reg: null })).toEqual({
      fixed: { server: 'https://may-chu:8433', lan: true },
      offered: {},
      problems: [{ source: 'file', name: 'server' }],
    })
  })

  test('of the machine go before those of the user, and both before the file', () => {
    writePolicy('{"fixed":{"endpoint":"https://file.vn","province":"03","libraryCode":"FILE"}}')
    const reg = registry({
      HKLM: [machine, '"Endpoint"="https://machine.vn"', '"online"=dword:00000000'],
      HKCU: [user, '"endpoint"="https://user.vn"', '"province"="02"', '"online"=dword:00000001'],
    })
    expect(readPolicies({ install: folder, reg })).toEqual({
      fixed: { endpoint: 'https://machine.vn', province: '02', libraryCode: 'FILE', online: false },
      offered: {},
      problems: [],
    })
  })

  test('that are only offered stand in a key of their own', () => {
    const reg = registry({
      HKLM: [
        machine,
        '"dataFolder"="D:\\\\Kho \\"A\\""',
        '',
        `${machine.slice(0, -1)}\\Recommended]`,
        '"language"="vi"',
      ],
    })
    expect(readPolicies({ install: null, reg })).toMatchObject({
      fixed: { dataFolder: 'D:\\Kho "A"' },
      offered: { language: 'vi' },
    })
  })

  test('one wrong value is named and spoils no other', () => {
    writePolicy('{"fixed":{"province":"Hà Nội","endpoint":"ftp://x","colour":"red","language":"en"}}')
    expect(readPolicies({ install: folder, reg: null })).toEqual({
      fixed: { language: 'en' },
      offered: {},
      problems: ['province', 'endpoint', 'colour'].map((name) => ({ source: 'file', name })),
    })
  })

  test('a file that cannot be read is said to be so, and the rest holds', () => {
    for (const text of ['{"fixed":', '[]', '{"fixed":"all"}']) {
      writePolicy(text)
      const reg = registry({ HKLM: [machine, '"language"="en"'] })
      expect(readPolicies({ install: folder, reg })).toEqual({
        fixed: { language: 'en' },
        offered: {},
        problems: [{ source: 'file', name: null }],
      })
    }
  })

  test('a registry that does not answer is no reason not to start', () => {
    expect(readPolicies({ install: null, reg: join(folder, 'no-such-program') })).toEqual(noPolicies)
  })
})
