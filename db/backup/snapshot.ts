import { existsSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Holdings } from '../../shared/backup/contract.ts'
import { openConnection } from '../connection.ts'
import { holdingsOf } from './holdings.ts'
import { isSound } from './sound.ts'

/** Larger pieces leave the processor's own memory on their way, and take three times as long. */
const readAtOnce = 2 ** 20

/**
 * The library as it is at one moment, while others go on writing: its file and its log, as a crash would have left them.
 * The reading that is held meanwhile keeps the log from being begun anew, so all that may be written into the file while
 * it is copied stands in the log as well, and takes its place again when the copy is opened.
 */
export async function takeSnapshot(from: string, to: string, told: (share: number) => void): Promise<void> {
  const source = openConnection(from, { readonly: true })
  try {
    source.raw.exec('begin')
    source.raw.prepare('select 1 from sqlite_schema').get()
    const total = statSync(from).size
    await copyBytes(from, to, (bytes) => told(Math.min(1, bytes / total)))
    if (existsSync(`${from}-wal`)) await copyBytes(`${from}-wal`, `${to}-wal`, () => told(1))
  } finally {
    await source.close()
  }
  // Alone and whole in one file, which nobody's log belongs to.
  const copy = openConnection(to, { readonly: false })
  copy.raw.pragma('wal_checkpoint(TRUNCATE)')
  copy.raw.pragma('journal_mode = DELETE')
  await copy.close()
}

/** `told` stops it by throwing. */
async function copyBytes(from: string, to: string, told: (bytes: number) => void): Promise<void> {
  const [source, target] = [await open(from, 'r'), await open(to, 'w')]
  const buffer = Buffer.allocUnsafe(readAtOnce)
  try {
    for (let at = 0; ;) {
      const { bytesRead } = await source.read(buffer, 0, readAtOnce, at)
      if (bytesRead === 0) return
      for (let done = 0; done < bytesRead;)
        done += (await target.write(buffer, done, bytesRead - done, at + done)).bytesWritten
      at += bytesRead
      told(at)
    }
  } finally {
    await source.close()
    await target.close()
  }
}

/** What a copy that was restored by itself holds; null where it does not stand the test. */
export async function provenHoldings(file: string): Promise<Holdings | 'no library' | null> {
  const connection = openConnection(file, { readonly: true })
  try {
    if (!(await isSound(connection))) return null
    return (await holdingsOf(connection.db)) ?? 'no library'
  } finally {
    await connection.close()
  }
}

export async function holdingsIn(file: string): Promise<Holdings | 'no library'> {
  const connection = openConnection(file, { readonly: true })
  try {
    return (await holdingsOf(connection.db)) ?? 'no library'
  } finally {
    await connection.close()
  }
}
