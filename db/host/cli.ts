import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import type { Reply } from '../../shared/contract.ts'
import type { JobNews } from '../../shared/door.ts'
import { fileTicket } from '../../shared/fields.ts'
import { databaseName } from '../folder.ts'
import { openPackageFile } from '../sync/index.ts'
import { fillDemo } from './demo.ts'
import { createExchange } from './exchange.ts'
import { startHost, type Host } from './host.ts'
import { perform } from './perform.ts'
import { askPipe } from './pipe.ts'

/**
 * The same operations from a terminal: one JSON reply on stdout, progress on stderr, exit code 0 or 1.
 *   cli call OPERATION [JSON] --data DIR     credentials in KHOSACH_USER and KHOSACH_PASSWORD;
 *                                            `--out FILE` keeps the file that a run hands over
 *   cli demo --titles N --seed S --data DIR
 *   cli verify FILE                          a package file, without any database
 */
const options = {
  data: { type: 'string' },
  out: { type: 'string' },
  titles: { type: 'string', default: '5000' },
  seed: { type: 'string', default: '1' },
} as const
const usage =
  'call OPERATION [JSON] --data DIR [--out FILE] | demo --titles N --seed S --data DIR | verify FILE'

type Values = ReturnType<typeof readArguments>['values']
const WithFile = z.object({ file: fileTicket })

const reply = await run()
console.log(JSON.stringify(reply))
process.exit(reply.ok ? 0 : 1)

function readArguments() {
  return parseArgs({ allowPositionals: true, options })
}

async function run(): Promise<Reply> {
  const given = attempt(readArguments)
  if (!given) return refusal('invalid_input', { usage })
  const { values, positionals } = given
  const [command, subject, json = '{}'] = positionals
  if (command === 'call' && subject) return call(values, subject, json)
  if (command === 'demo') return demo(values)
  if (command === 'verify' && subject) return verify(subject)
  return refusal('unknown_operation', { usage })
}

async function call(values: Values, operation: string, json: string): Promise<Reply> {
  const input = attempt(() => JSON.parse(json) as unknown)
  if (input === undefined || !values.data) return refusal('invalid_input', { usage })
  const username = process.env['KHOSACH_USER'] ?? ''
  const password = process.env['KHOSACH_PASSWORD'] ?? ''
  const request = { operation, input, username, password }
  const forwarded = await askPipe(values.data, { ask: 'perform', request }, tellProgress)
  const isMistyped = !existsSync(join(values.data, databaseName)) && operation !== 'users.setUp'
  if (!forwarded && isMistyped) return refusal('cannot_open', { reason: 'no_library', folder: values.data })
  const reply =
    forwarded && 'reply' in forwarded
      ? forwarded.reply
      : await withHost(values.data, (host) => perform(host, request, tellProgress))
  return values.out && reply.ok ? keepFile(values.data, values.out, reply) : reply
}

function keepFile(dataDir: string, out: string, reply: Reply & { ok: true }): Reply {
  const exchange = createExchange(dataDir)
  const token = WithFile.safeParse(reply.value).data?.file.token ?? ''
  const path = exchange.pathOf(token)
  if (!path) return refusal('file_gone', { out })
  copyFileSync(path, out)
  exchange.drop(token)
  return reply
}

function demo(values: Values): Promise<Reply> | Reply {
  const input = { titles: Number(values.titles), seed: Number(values.seed) }
  if (!values.data) return refusal('invalid_input', { usage })
  return withHost(values.data, (host) => fillDemo(host, input, (line) => console.error(line)))
}

function verify(file: string): Reply {
  try {
    const read = openPackageFile(file)
    if (!read.ok) return refusal(read.reason, { file })
    const { payload, hash, keyFingerprint } = read
    return { ok: true, value: { payload, hash, keyFingerprint } }
  } catch {
    return refusal('file_gone', { file })
  }
}

async function withHost(dataDir: string, work: (host: Host) => Promise<Reply>): Promise<Reply> {
  const host = startHost({ dataDir, workerUrl: new URL('./worker.ts', import.meta.url) })
  try {
    return await work(host)
  } finally {
    await host.close()
  }
}

function tellProgress({ operation, done, total }: JobNews): void {
  console.error(`${operation} ${done}/${total ?? '?'}`)
}

function refusal(code: string, details: Record<string, string>): Reply {
  return { ok: false, error: { code, details } }
}

function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
