import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { app, powerSaveBlocker } from 'electron'
import { readPolicies } from '../db/host/policies.ts'
import { selfTest } from '../db/host/self-test.ts'
import type { About } from '../shared/about.ts'
import type { KnownServer } from '../shared/door.ts'
import type { Policies } from '../shared/policies.ts'
import { registryProgram } from './policy.ts'
import { readChosen, wordsAnew, type Chosen } from './server.ts'

/** A development folder is installed nowhere; tests say where it would be. */
export function installFolder(): string | null {
  return app.isPackaged ? dirname(process.execPath) : (process.env['KHOSACH_INSTALL'] ?? null)
}

export function policiesHere(): Policies {
  const policies = readPolicies({ install: installFolder(), reg: registryProgram(process) })
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

const serverFile = (profile: string) => join(profile, 'server.json')

/** Which library somebody chose here. */
export function chosenServer(profile: string): Chosen {
  try {
    return readChosen(readFileSync(serverFile(profile), 'utf8'))
  } catch {
    return null
  }
}

/** Everything that was open belongs to the library of before, so the program begins anew. */
export function chooseServer(profile: string, server: KnownServer | null): void {
  const file = serverFile(profile)
  writeFileSync(`${file}.new`, JSON.stringify(server ?? 'here'))
  renameSync(`${file}.new`, file)
  app.relaunch({ args: wordsAnew(process.argv) })
  app.quit()
}

/** Only what is installed has a place to be started from. */
export async function startsItself(isWanted: boolean | null): Promise<boolean | null> {
  if (installFolder() === null) return null
  if (isWanted !== null) app.setLoginItemSettings({ openAtLogin: isWanted })
  return app.getLoginItemSettings().openAtLogin
}

let blocker: number | null = null

/** A PC that sleeps serves nobody; one that serves nobody may. */
export function keepAwake(isTaken: boolean): void {
  if (isTaken && blocker === null) blocker = powerSaveBlocker.start('prevent-app-suspension')
  if (isTaken || blocker === null) return
  powerSaveBlocker.stop(blocker)
  blocker = null
}
