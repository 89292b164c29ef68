import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { testFolder } from '../support/engine.ts'
import { newLibrary } from '../support/folders.ts'
import { startVictim } from './victims.ts'

const traceable = spawnSync('strace', ['-f', '-e', 'trace=none', 'true']).status === 0

/** A SIGKILL alone proves nothing about a power cut: what counts is the order of the system calls. */
it.skipIf(!traceable)('a command is on the disk before it is acknowledged (needs strace)', async () => {
  const library = await newLibrary()
  const trace = join(testFolder(), 'trace')
  const calls = 'trace=pwrite64,write,fsync,fdatasync'
  const victim = startVictim(
    'moments',
    library,
    {},
    { through: ['strace', '-f', '-y', '-s', '200', '-e', calls, '-o', trace] },
  )
  const { errors } = await victim.ended
  expect(errors).toBe('')
  const acknowledged = syncedBeforeEach(readFileSync(trace, 'utf8').split('\n'))
  expect(acknowledged.length).toBe(victim.heard.filter((each) => each.say === 'acknowledged').length)
  expect(acknowledged.length).toBeGreaterThan(2)
  expect(acknowledged.every((isSynced) => isSynced)).toBe(true)
})

/** For each acknowledgement: the log was written for it, and synced after the last of these writes. */
function syncedBeforeEach(lines: string[]): boolean[] {
  const answers: boolean[] = []
  let isWritten = false
  let isSynced = false
  for (const line of lines) {
    const isLog = line.includes('library.db-wal>')
    if (isLog && line.includes('pwrite64(')) [isWritten, isSynced] = [true, false]
    if (isLog && /f(data)?sync\(/.test(line)) isSynced = true
    if (!/\bwrite\(1</.test(line) || !line.includes('acknowledged')) continue
    answers.push(isWritten && isSynced)
    isWritten = false
    isSynced = false
  }
  return answers
}
