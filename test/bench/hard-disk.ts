import { closeSync, fsyncSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { testFolder } from '../support/engine.ts'
import { timeMs } from './measure.ts'

/**
 * How long a hard disk lets a flush wait: at 7,200 turns a minute it takes half a turn on average until the place to
 * write to comes by. The disks of our libraries are such; the one this runs on may answer thirty times as fast.
 */
const waitMs = 60_000 / 7_200 / 2

/** The work with every flush waiting so, ours and the bare one alike: `npm run bench` lays hard-disk.c before the disk. */
export async function onHardDisk<Told>(work: () => Promise<Told>): Promise<Told> {
  process.env['KHOSACH_FLUSH_US'] = String(Math.round(waitMs * 1000))
  try {
    if ((await flushMs()) < waitMs) throw new Error('no flush waits here: run it by `npm run bench -- FILE`')
    return await work()
  } finally {
    delete process.env['KHOSACH_FLUSH_US']
  }
}

async function flushMs(): Promise<number> {
  const file = openSync(join(testFolder(), 'flushed'), 'w')
  const spentMs = await timeMs(() => fsyncSync(file))
  closeSync(file)
  return spentMs
}
