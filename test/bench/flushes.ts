import { readFileSync } from 'node:fs'
import type { Connection } from '../../db/connection.ts'

/**
 * How long a hard disk lets a transaction wait: at 7,200 turns a minute it takes half a turn on average until the place
 * to write to comes by. The disks of our libraries are such; the one this runs on may answer thirty times as fast.
 */
const hardDiskWaitMs = 60_000 / 7_200 / 2

const walHeaderBytes = 32
const frameHeaderBytes = 24

/** How often the work made SQLite wait for the disk: each transaction ends with a frame that says how large the file now is. */
export async function flushesOf(raw: Connection['raw'], work: () => unknown): Promise<number> {
  raw.pragma('wal_checkpoint(TRUNCATE)')
  const before = raw.pragma('wal_autocheckpoint', { simple: true })
  raw.pragma('wal_autocheckpoint = 0')
  await work()
  const frameBytes = frameHeaderBytes + Number(raw.pragma('page_size', { simple: true }))
  const wal = readFileSync(`${raw.name}-wal`)
  raw.pragma(`wal_autocheckpoint = ${String(before)}`)
  let flushes = 0
  for (let at = walHeaderBytes; at + frameBytes <= wal.length; at += frameBytes)
    if (wal.readUInt32BE(at + 4) !== 0) flushes += 1
  return flushes
}

/** The ratio on such a disk: what was measured here, and for each flush the wait of a hard disk. */
export function onHardDisk(
  { oursMs, bareMs }: { oursMs: number; bareMs: number },
  flushes: { ours: number; bare: number },
): number {
  return (oursMs + flushes.ours * hardDiskWaitMs) / (bareMs + flushes.bare * hardDiskWaitMs)
}
