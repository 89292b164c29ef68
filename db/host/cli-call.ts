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

const WithFile = z.object({ file: fileTicket })

/** One operation: through the program that has the folder open, or with the folder opened for this call alone. */
export async function callOperation(dataDir: string, operation: string, input: unknown): Promise<Reply> {
  const username = process.env['KHOSACH_USER'] ?? ''
  const password = process.env['KHOSACH_PASSWORD'] ?? ''
  const request = { operation, input, username, password }
  const forwarded = await askPipe(dataDir, { ask: 'perform', request }, tellProgress)
  if (forwarded && 'reply' in forwarded) return forwarded.reply
  const isMistyped = !existsSync(join(dataDir, databaseName)) && operation !== 'users.setUp'
  if (isMistyped) return refusal('cannot_open', { reason: 'no_library', folder: dataDir })
  return withHost(dataDir, (host) => perform(host, request, tellProgress))
}

/** Puts the file that a run handed over where it is wanted; null where there is none. */
export function keepFile(dataDir: string, out: string, value: unknown): FileTicket | null {
  const exchange = createExchange(dataDir)
  const file = WithFile.safeParse(value).data?.file
  const path = exchange.pathOf(file?.token ?? '')
  if (!file || !path) return null
  copyFileSync(path, out)
  exchange.drop(file.token)
  return file
}

export async function withHost(dataDir: string, work: (host: Host) => Promise<Reply>): Promise<Reply> {
  const host = startHost({ dataDir, workerUrl: new URL('./worker.ts', import.meta.url) })
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
