import { randomBytes } from 'node:crypto'
import {
  closeSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FileTicket } from '../../shared/door.ts'
import type { OpenFile } from '../context.ts'

/** Files on their way in or out, each known by a token nobody can guess; all gone at the next start. */
export type Exchange = {
  offer(name: string, bytes: Uint8Array): Promise<FileTicket>
  /** The same for a file that is written piece by piece; its token leaves here only once it is whole. */
  open(name: string): OpenFile
  /** Takes a body in as it comes, up to a limit. */
  receive(name: string, body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<FileTicket | null>
  /** A file that stays where the user has it. */
  admit(path: string): Promise<FileTicket>
  pathOf(token: string): string | null
  drop(token: string): void
}

const tokenForm = /^[\w-]{22,64}$/

export function createExchange(dataDir: string): Exchange {
  const folder = join(dataDir, 'exchange')
  const place = (token: string) => join(folder, token)
  const newToken = () => {
    mkdirSync(folder, { recursive: true })
    return randomBytes(18).toString('base64url')
  }
  return {
    async offer(name, bytes) {
      const token = newToken()
      writeFileSync(place(token), bytes)
      return { token, name, size: bytes.length }
    },
    open(name) {
      const token = newToken()
      return openFile(place(token), (size) => ({ token, name, size }))
    },
    async receive(name, body, maxBytes) {
      const token = newToken()
      const size = await store(body, place(token), maxBytes)
      return size === null ? null : { token, name: basename(name).slice(0, 255), size }
    },
    async admit(path) {
      const token = newToken()
      writeFileSync(`${place(token)}.path`, path)
      return { token, name: basename(path).slice(0, 255), size: statSync(path).size }
    },
    pathOf(token) {
      if (!tokenForm.test(token)) return null
      if (existsSync(place(token))) return place(token)
      const pointer = `${place(token)}.path`
      const path = existsSync(pointer) ? readFileSync(pointer, 'utf8') : null
      return path && existsSync(path) ? path : null
    },
    drop(token) {
      if (!tokenForm.test(token)) return
      rmSync(place(token), { force: true })
      rmSync(`${place(token)}.path`, { force: true })
    },
  }
}

function openFile(path: string, ticketOf: (size: number) => FileTicket): OpenFile {
  const descriptor = openSync(path, 'wx')
  let isOpen = true
  function close(): void {
    if (isOpen) closeSync(descriptor)
    isOpen = false
  }
  return {
    write(piece) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
      // The system may take less than it is given, as before a disk is full.
      for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at)
    },
    async finish() {
      close()
      return ticketOf(statSync(path).size)
    },
    drop() {
      close()
      rmSync(path, { force: true })
    },
  }
}

/** A file that another program still holds open stays until the next start. */
export function emptyExchange(dataDir: string): void {
  try {
    rmSync(join(dataDir, 'exchange'), { recursive: true, force: true })
  } catch {
    return
  }
}

async function store(
  body: AsyncIterable<Uint8Array>,
  path: string,
  maxBytes: number,
): Promise<number | null> {
  let size = 0
  async function* limited() {
    for await (const chunk of body) {
      size += chunk.length
      if (size > maxBytes) return
      yield chunk
    }
  }
  const isWhole = await pipeline(Readable.from(limited()), createWriteStream(path)).then(
    () => size <= maxBytes,
    () => false,
  )
  if (isWhole) return size
  rmSync(path, { force: true })
  return null
}
