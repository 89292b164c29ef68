import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
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

export async function openPipe(host: Host, launchUrl: () => string | null): Promise<Pipe> {
  const path = pipePath(host.dataDir)
  // The folder's lock is ours by now, so a socket still lying there belongs to a program that died.
  if (process.platform !== 'win32') rmSync(path, { force: true })
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    lines(socket, (line) => void answer(host, launchUrl, socket, line))
  })
  const mask = process.platform === 'win32' ? null : process.umask(0o077)
  // Without a pipe the command line has to wait until the program is closed; that is no reason not to start.
  await new Promise<void>((done) => server.on('error', () => done()).listen(path, done))
  if (mask !== null) process.umask(mask)
  return { close: () => new Promise((done) => server.close(() => done())) }
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
