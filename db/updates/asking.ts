import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { putInPlace } from '../put-in-place.ts'
import { updatesFolder } from './places.ts'

const Asking = z.object({
  address: z.string().default(''),
  isAutomatic: z.boolean().default(false),
  askedAt: z.iso.datetime().nullable().default(null),
})
type Asking = z.output<typeof Asking>

const askEveryMs = 20 * 3_600_000

function fileIn(dataDir: string): string {
  return join(updatesFolder(dataDir), 'asking.json')
}

/** Of this PC, so in a file beside the library; one that cannot be read is as if nobody had said anything. */
export function readAsking(dataDir: string): Asking & { isAddressFixed: boolean } {
  const said = Asking.safeParse(existsSync(fileIn(dataDir)) ? parsed(fileIn(dataDir)) : {})
  const asking = said.success ? said.data : Asking.parse({})
  // Said by whoever looks after the PC; the shell hands it on as it does whether there is a network at all.
  const fixed = process.env['KHOSACH_UPDATE_ADDRESS']
  return { ...asking, ...(fixed ? { address: fixed } : {}), isAddressFixed: Boolean(fixed) }
}

export function writeAsking(dataDir: string, changed: Partial<Asking>): void {
  const { isAddressFixed: _, ...known } = readAsking(dataDir)
  mkdirSync(updatesFolder(dataDir), { recursive: true })
  putInPlace(fileIn(dataDir), JSON.stringify({ ...known, ...changed }))
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

export function isNetworkAllowed(): boolean {
  return process.env['KHOSACH_ONLINE'] !== 'no'
}

export async function isMetered(db: Reader): Promise<boolean> {
  const { meteredSince } = await db
    .selectFrom('sendingSetting')
    .select('meteredSince')
    .executeTakeFirstOrThrow()
  return meteredSince !== null
}

export const askingQueries: Pick<QueriesOf<'updates'>, 'isDue'> = {
  /** Never for a library that has not chosen it, nor over a line that is paid for by the byte. */
  async isDue(_, { db, dataDir, now }) {
    const { address, isAutomatic, askedAt } = readAsking(dataDir)
    if (!isAutomatic || address === '' || !isNetworkAllowed() || (await isMetered(db)))
      return { isDue: false }
    // A time that has not come yet is a clock that was set back; it holds up nothing.
    return { isDue: askedAt === null || Math.abs(Date.parse(now) - Date.parse(askedAt)) > askEveryMs }
  },
}

export const askingCommands: Pick<CommandsOf<'updates'>, 'setAsking'> = {
  setAsking({ address, isAutomatic }, { dataDir }) {
    writeAsking(dataDir, { address, isAutomatic, askedAt: null })
    return { done: true }
  },
}
