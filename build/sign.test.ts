import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { sign } from './sign.ts'

const folder = mkdtempSync(join(tmpdir(), 'khosach-sign-'))
const setup = join(folder, 'KhoSach Setup.exe')

afterEach(() => {
  delete process.env['KHOSACH_SIGN']
  vi.restoreAllMocks()
})

test('the command in the environment gets the file behind its own words', () => {
  const [tool, seen] = [join(folder, 'tool'), join(folder, 'seen.txt')]
  writeFileSync(tool, `#!/bin/sh\nprintf '%s|' "$@" > "${seen}"\n`)
  chmodSync(tool, 0o755)
  process.env['KHOSACH_SIGN'] = `"${tool}" /fd sha256`
  sign({ path: setup })
  expect(readFileSync(seen, 'utf8')).toBe(`/fd|sha256|${setup}|`)
})

test('a signature that fails stops the release', () => {
  process.env['KHOSACH_SIGN'] = 'false'
  expect(() => sign({ path: setup })).toThrow(/could not sign .*KhoSach Setup\.exe/)
})

test('without a command nothing is signed, and that is said', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  sign({ path: setup })
  expect(warn).toHaveBeenCalledWith(expect.stringContaining('KHOSACH_SIGN'))
})
