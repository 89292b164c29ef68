import files from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { openConnection } from '../../db/connection.ts'

type Methods = Record<string, (this: unknown, ...args: unknown[]) => unknown>

/** What changes a disk; streams use those without `Sync`. */
const changing = [
  'openSync',
  'writeSync',
  'writeFileSync',
  'fsyncSync',
  'closeSync',
  'open',
  'write',
  'fsync',
  'close',
]
const placing = ['renameSync', 'rmSync', 'mkdirSync', 'copyFileSync', 'cpSync', 'truncateSync', 'linkSync']

/**
 * Ends this process, without any warning to it, at the n-th moment from now on: there is one moment before each
 * statement that SQLite runs and each change of a file, and one after it. Zero never ends it, for counting.
 */
export function setTrap(at: number): { passed(): number } {
  let passed = 0
  function pass(): void {
    passed += 1
    if (passed === at) process.kill(process.pid, 'SIGKILL')
  }
  const { raw } = openConnection(':memory:', { readonly: false })
  // All connections of a process share these two prototypes.
  watch(Object.getPrototypeOf(raw.prepare('select 1')) as Methods, ['run', 'get', 'all', 'iterate'], pass)
  watch(Object.getPrototypeOf(raw) as Methods, ['exec'], pass)
  watch(files as unknown as Methods, [...changing, ...placing], pass)
  syncBuiltinESMExports()
  return { passed: () => passed }
}

function watch(methods: Methods, names: string[], pass: () => void): void {
  for (const name of names) {
    const original = methods[name]
    methods[name] = function (...args) {
      pass()
      const value = original?.apply(this, args)
      pass()
      return value
    }
  }
}
