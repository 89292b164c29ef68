import { createHash } from 'node:crypto'
import { createWriteStream, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Reader } from '../connection.ts'
import { journalLines } from '../interchange/index.ts'
import { journalFile } from './unit-files.ts'

export type Archive = { hash: string; size: number }

/** The lines of the former unit's journal, packed into a file that nothing here ever changes; the hash is of the file. */
export async function keepJournal(
  folder: string,
  lines: AsyncIterable<Uint8Array | string>,
): Promise<Archive> {
  const file = journalFile(folder)
  const hash = createHash('sha256')
  await pipeline(
    Readable.from(lines, { objectMode: false }),
    createGzip(),
    async function* (packed: AsyncIterable<Uint8Array>) {
      for await (const chunk of packed) {
        hash.update(chunk)
        yield chunk
      }
    },
    createWriteStream(file),
  )
  return { hash: hash.digest('hex'), size: statSync(file).size }
}

export async function* linesOfJournal(db: Reader): AsyncGenerator<string> {
  for await (const lines of journalLines(db)) yield lines.join('')
}
