import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { Details, Reply } from '../../shared/contract.ts'
import type { FileTicket, JobNews } from '../../shared/door.ts'
import { fileTicket } from '../../shared/fields.ts'
import { databaseName } from '../folder.ts'
import { createExchange } from './exchange.ts'
import { startHost, type Host } from './host.ts'
import { perform } from './perform.ts'
import { askPipe } from './pipe.ts'
import type { ThreadOptions } from './thread.ts'

/** A library's folder, and what opens it where no program has it open. */
export type Place = Pick<ThreadOptions, 'dataDir' | 'workerUrl' | 'nativeBinding'>

const WithFile = z.object({ file: fileTicket })

export type Calls = {
  call: (operation: string, input: unknown) => Promise<Reply>
  /** A file that stays where it is, known to the engine. */
  admit: (path: string) => Promise<FileTicket>
}

/** One operation: through the program that has the folder open, or with the folder opened for this call alone. */
export function callOperation(place: Place, operation: string, input: unknown): Promise<Reply> {
  const isFirst = operation === 'users.setUp'
  return withCalls(place, ({ call }) => call(operation, input), { isFirst })
}

/** Several operations in a row, at one and the same door. */
export async function withCalls(
  place: Place,
  work: (calls: Calls) => Promise<Reply>,
  { isFirst = false } = {},
): Promise<Reply> {
  const { dataDir } = place
  if (await isOpenElsewhere(dataDir)) {
    return work({
      call: async (operation, input) =>
        (await throughPipe(dataDir, operation, input)) ?? refusal('cannot_open', { folder: dataDir }),
      admit: (path) => createExchange(dataDir).admit(path),
    })
  }
  const isMistyped = !existsSync(join(dataDir, databaseName)) && !isFirst
  if (isMistyped) return refusal('cannot_open', { reason: 'no_library', folder: dataDir })
  return withHost(place, (host) =>
    work({
      call: (operation, input) => perform(host, requestOf(operation, input), tellProgress),
      admit: (path) => host.exchange.admit(path),
    }),
  )
}

async function isOpenElsewhere(dataDir: string): Promise<boolean> {
  return (await throughPipe(dataDir, 'users.session', {}, true)) !== null
}

async function throughPipe(
  dataDir: string,
  operation: string,
  input: unknown,
  isStranger = false,
): Promise<Reply | null> {
  const request = { ...requestOf(operation, input), ...(isStranger && { username: '', password: '' }) }
  const forwarded = await askPipe(dataDir, { ask: 'perform', request }, tellProgress)
  return forwarded && 'reply' in forwarded ? forwarded.reply : null
}

function requestOf(operation: string, input: unknown) {
  const username = process.env['KHOSACH_USER'] ?? ''
  const password = process.env['KHOSACH_PASSWORD'] ?? ''
  return { operation, input, username, password }
}

/** Puts the file that a run handed over where it is wanted; null where there is none. */
export function keepFile({ dataDir }: Place, out: string, value: unknown): FileTicket | null {
  const exchange = createExchange(dataDir)
  const file = WithFile.safeParse(value).data?.file
  const path = exchange.pathOf(file?.token ?? '')
  if (!file || !path) return null
  copyFileSync(path, out)
  exchange.drop(file.token)
  return file
}

export async function withHost(place: Place, work: (host: Host) => Promise<Reply>): Promise<Reply> {
  const host = startHost(place)
  try {
    return await work(host)
  } finally {
    await host.close()
  }
}

export function refusal(code: string, details: Details): Reply {
  return { ok: false, error: { code, details } }
}

function tellProgress({ operation, done, total }: JobNews): void {
  process.stderr.write(`${operation} ${done}/${total ?? '?'}\n`)
}
