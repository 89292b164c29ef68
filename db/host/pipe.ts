import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import * as z from 'zod'
import type { Reply } from '../../shared/contract.ts'
import type { JobNews } from '../../shared/door.ts'
import type { Host } from './host.ts'
import { perform } from './perform.ts'

const Request = z.object({
  operation: z.string(),
  input: z.unknown(),
  username: z.string(),
  password: z.string(),
})
const Question = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('perform'), request: Request }),
  z.object({ ask: z.literal('launch') }),
])
type Question = z.output<typeof Question>
type Answer = { progress: JobNews } | { reply: Reply } | { launchUrl: string | null }

export type Pipe = { close(): Promise<void> }

/** The folder says where its program listens: only who may read the folder can find it, or pretend to be it. */
const addressFile = (dataDir: string) => join(dataDir, 'pipe')

function newAddress(): string {
  const name = `khosach-${randomBytes(12).toString('hex')}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
}

/** Listens as soon as the folder is open, be it at a later try. */
export function openPipe(host: Host, launchUrl: () => string | null): Pipe {
  const sockets = new Set<Socket>()
  let server: Server | null = null
  function listen(): void {
    server ??= startServer(host.dataDir, (socket) => {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
      lines(socket, (line) => void answer(host, launchUrl, socket, line))
    })
  }
  void host.opened().then(({ ok }) => (ok ? listen() : undefined))
  const stop = host.onEvent((event) => {
    if (event.type === 'engine' && event.state === 'restarted') listen()
  })
  return {
    async close() {
      stop()
      for (const socket of sockets) socket.destroy()
      if (server) rmSync(addressFile(host.dataDir), { force: true })
      await new Promise<void>((done) => (server ? server.close(() => done()) : done()))
    },
  }
}

/** Without a pipe the command line has to wait until the program is closed; that is no reason not to start. */
function startServer(dataDir: string, welcome: (socket: Socket) => void): Server {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    welcome(socket)
  })
  server.on('error', () => undefined)
  const address = newAddress()
  const mask = process.platform === 'win32' ? null : process.umask(0o077)
  server.listen(address, () => {
    try {
      writeFileSync(addressFile(dataDir), address, { mode: 0o600 })
    } catch {
      server.close()
    }
  })
  if (mask !== null) process.umask(mask)
  return server
}

async function answer(
  host: Host,
  launchUrl: () => string | null,
  socket: Socket,
  line: string,
): Promise<void> {
  const say = (message: Answer) => socket.writable && socket.write(`${JSON.stringify(message)}\n`)
  const question = Question.safeParse(parseJson(line))
  if (!question.success) say({ reply: { ok: false, error: { code: 'invalid_input', details: {} } } })
  else if (question.data.ask === 'launch') say({ launchUrl: launchUrl() })
  else say({ reply: await perform(host, question.data.request, (progress) => say({ progress })) })
  socket.end()
}

/** Null when no program has this folder open. */
export function askPipe(
  dataDir: string,
  question: Question,
  onProgress: (job: JobNews) => void,
): Promise<Answer | null> {
  const address = readAddress(dataDir)
  if (address === null) return Promise.resolve(null)
  return new Promise((done) => {
    let last: Answer | null = null
    const socket = connect({ path: address }, () => {
      socket.write(`${JSON.stringify(question)}\n`)
      lines(socket, (line) => {
        const message = parseJson(line) as Answer | undefined
        if (message && 'progress' in message) onProgress(message.progress)
        else last = message ?? null
      })
    })
    socket.on('error', () => done(last))
    socket.on('close', () => done(last))
  })
}

function readAddress(dataDir: string): string | null {
  try {
    return readFileSync(addressFile(dataDir), 'utf8') || null
  } catch {
    return null
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function lines(socket: Socket, take: (line: string) => void): void {
  // An interface passes its socket's error on; the socket has its own listener.
  createInterface(socket)
    .on('line', take)
    .on('error', () => undefined)
}
