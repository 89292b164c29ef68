import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Reply } from '../../shared/contract.ts'
import type { JobState } from '../../shared/door.ts'
import type { Host } from './host.ts'
import { perform, type Request } from './perform.ts'

type Question = { ask: 'perform'; request: Request } | { ask: 'launch' }
type Answer = { progress: JobState } | { reply: Reply } | { launchUrl: string | null }

export type Pipe = { close(): Promise<void> }

/** Where the program that has this folder open listens for the command line. */
export function pipePath(dataDir: string): string {
  const name = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 24)
  return process.platform === 'win32'
    ? `\\\\.\\pipe\\khosach-${name}`
    : join(tmpdir(), `khosach-${name}.sock`)
}

/** Listens as soon as the folder is open, be it at a later try. */
export function openPipe(host: Host, launchUrl: () => string | null): Pipe {
  let server: Server | null = null
  function listen(): void {
    server ??= startServer(host, launchUrl)
  }
  void host.opened().then(({ ok }) => (ok ? listen() : undefined))
  const stop = host.onEvent((event) => {
    if (event.type === 'engine' && event.state === 'restarted') listen()
  })
  return {
    close() {
      stop()
      return new Promise((done) => (server ? server.close(() => done()) : done()))
    },
  }
}

function startServer(host: Host, launchUrl: () => string | null): Server {
  const path = pipePath(host.dataDir)
  const isWindows = process.platform === 'win32'
  // The folder's lock is ours by now, so a socket still lying there belongs to a program that died.
  if (!isWindows) rmSync(path, { force: true })
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    lines(socket, (line) => void answer(host, launchUrl, socket, line))
  })
  // Without a pipe the command line has to wait until the program is closed; that is no reason not to start.
  server.on('error', () => undefined)
  const mask = isWindows ? null : process.umask(0o077)
  server.listen(path)
  if (mask !== null) process.umask(mask)
  return server
}

async function answer(
  host: Host,
  launchUrl: () => string | null,
  socket: Socket,
  line: string,
): Promise<void> {
  const say = (message: Answer) => socket.write(`${JSON.stringify(message)}\n`)
  try {
    const question = JSON.parse(line) as Question
    if (question.ask === 'launch') say({ launchUrl: launchUrl() })
    else say({ reply: await perform(host, question.request, (progress) => say({ progress })) })
  } catch {
    say({ reply: { ok: false, error: { code: 'invalid_input', details: {} } } })
  }
  socket.end()
}

/** Null when nothing listens on this folder. */
export function askPipe(
  dataDir: string,
  question: Question,
  onProgress: (job: JobState) => void,
): Promise<Answer | null> {
  return new Promise((done) => {
    let last: Answer | null = null
    const socket = connect(pipePath(dataDir), () => {
      socket.write(`${JSON.stringify(question)}\n`)
      lines(socket, (line) => {
        const message = JSON.parse(line) as Answer
        if ('progress' in message) onProgress(message.progress)
        else last = message
      })
    })
    socket.on('error', () => done(last))
    socket.on('close', () => done(last))
  })
}

function lines(socket: Socket, take: (line: string) => void): void {
  // An interface passes its socket's error on; the socket has its own listener.
  createInterface(socket)
    .on('line', take)
    .on('error', () => undefined)
}
