import { dirname } from 'node:path'
import { app } from 'electron'
import { readPolicies } from '../db/host/policies.ts'
import { selfTest } from '../db/host/self-test.ts'
import type { About } from '../shared/about.ts'
import type { Policies } from '../shared/policies.ts'

/** A development folder is installed nowhere; tests say where it would be. */
export function installFolder(): string | null {
  return app.isPackaged ? dirname(process.execPath) : (process.env['KHOSACH_INSTALL'] ?? null)
}

export function policiesHere(): Policies {
  const reg = process.platform === 'win32' ? 'reg.exe' : null
  const policies = readPolicies({ install: installFolder(), reg })
  // The threads of the engine get the environment as it is when they start.
  if ((policies.fixed.online ?? policies.offered.online) === false) process.env['KHOSACH_ONLINE'] = 'no'
  if (policies.fixed.updateAddress) process.env['KHOSACH_UPDATE_ADDRESS'] = policies.fixed.updateAddress
  return policies
}

export function aboutHere(dataFolder: string, policies: Policies): About {
  const install = installFolder()
  return {
    version: app.getVersion(),
    dataFolder,
    installFolder: install,
    policies,
    selfTest: install === null ? null : selfTest(install, { isWhole: false }),
  }
}
