import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import type { Policies } from '../../shared/policies.ts'
import { policiesOf, type Said } from '../../shared/read-policies.ts'

/** The name of a group's key in the registry; what is fixed stands in the key of the program itself. */
const registryKey = 'Software\\Policies\\KhoSach'
const offeredKey = `${registryKey}\\Recommended`
export const policyFileName = 'policy.json'

const PolicyFile = z.object({
  fixed: z.record(z.string(), z.unknown()).default({}),
  offered: z.record(z.string(), z.unknown()).default({}),
})

type Places = {
  /** Where the program lies; null in a development folder. */
  install: string | null
  /** The registry's own program; null where there is no registry. */
  reg: string | null
}

/** Read once at the start, before there is a window: what is fixed may say which folder to open. */
export function readPolicies({ install, reg }: Places): Policies {
  const said: Said[] = []
  if (reg !== null) {
    said.push({ source: 'machine', groups: registryGroups(reg, 'HKLM', 'HKEY_LOCAL_MACHINE') })
    said.push({ source: 'user', groups: registryGroups(reg, 'HKCU', 'HKEY_CURRENT_USER') })
  }
  if (install !== null) said.push({ source: 'file', groups: fileGroups(join(install, policyFileName)) })
  return policiesOf(said)
}

function fileGroups(path: string): Said['groups'] {
  if (!existsSync(path)) return { fixed: {}, offered: {} }
  try {
    return PolicyFile.parse(JSON.parse(textOf(readFileSync(path))))
  } catch {
    return null
  }
}

/** Setup and the registry write UTF-16, editors mostly UTF-8. */
function textOf(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  return bytes.toString(isUtf16 ? 'utf16le' : 'utf8').replace(/^\uFEFF/, '')
}

/**
 * By `reg export` and not `reg query`: what the latter prints comes in the letters of a terminal, which lack most of
 * the Vietnamese ones. A key that is not there is no policy; it exits with 1 then.
 */
function registryGroups(reg: string, hive: string, longName: string): Said['groups'] {
  const folder = mkdtempSync(join(tmpdir(), 'khosach-policy-'))
  const file = join(folder, 'policy.reg')
  try {
    spawnSync(reg, ['export', `${hive}\\${registryKey}`, file, '/y', '/reg:64'], {
      windowsHide: true,
      timeout: 5000,
    })
    if (!existsSync(file)) return { fixed: {}, offered: {} }
    const keys = registryValues(textOf(readFileSync(file)))
    const under = (key: string) => keys.get(`${longName}\\${key}`.toLowerCase()) ?? {}
    return { fixed: under(registryKey), offered: under(offeredKey) }
  } catch {
    return null
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The values of each key in the text of a `.reg` file; words and numbers, which is all that is asked for. */
function registryValues(text: string): Map<string, Record<string, unknown>> {
  const keys = new Map<string, Record<string, unknown>>()
  let current: Record<string, unknown> = {}
  for (const line of text.split(/\r?\n/)) {
    const [, key] = /^\[(.+)\]$/.exec(line) ?? []
    if (key !== undefined) keys.set(key.toLowerCase(), (current = {}))
    const [, name, word, number] =
      /^"((?:[^"\\]|\\.)+)"=(?:"((?:[^"\\]|\\.)*)"|dword:([0-9a-f]{8}))$/i.exec(line) ?? []
    if (name === undefined) continue
    current[unescaped(name)] = number === undefined ? unescaped(word ?? '') : Number.parseInt(number, 16)
  }
  return keys
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, '$1')
}
