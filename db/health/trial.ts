import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import type { Trial } from '../../shared/health/contract.ts'
import { fitnessOf } from '../../shared/health/rules.ts'
import { openConnection, type Connection } from '../connection.ts'
import type { JobsOf } from '../context.ts'

type Raw = Connection['raw']

const titles = 50_000
const saves = 40
const searches = 60
const hashedMebibytes = 64
const words = [
  'thư',
  'viện',
  'lịch',
  'sử',
  'văn',
  'học',
  'đất',
  'nước',
  'làng',
  'sông',
  'núi',
  'chùa',
  'tỉnh',
  'xưa',
  'nay',
]

/** Steps as long as each other, more or less, so that the bar moves evenly. */
const steps = 4

export const trial: JobsOf<'health'>['trial'] = {
  async run(_, { dataDir, progress }) {
    // On the library's own disk, since another one may be faster; what lies there is gone at the next start.
    mkdirSync(join(dataDir, 'exchange'), { recursive: true })
    const folder = mkdtempSync(join(dataDir, 'exchange', 'trial-'))
    try {
      const { raw, close } = openConnection(join(folder, 'trial.db'), { readonly: false })
      try {
        raw.pragma('journal_mode = WAL')
        const step = async <Value>(number: number, work: () => Value): Promise<Value> => {
          const value = work()
          progress(number, steps)
          // A pause between two steps, in which the run can be stopped.
          await new Promise((resolve) => setImmediate(resolve))
          return value
        }
        const measured: Trial = {
          rowsPerSecond: await step(1, () => rowsPerSecond(raw)),
          saveMs: await step(2, () => saveMs(raw)),
          searchMs: await step(3, () => searchMs(raw)),
          megabytesHashedPerSecond: await step(4, hashed),
          memory: totalmem(),
        }
        return { trial: measured, fitness: fitnessOf(measured) }
      } finally {
        await close()
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

function rowsPerSecond(raw: Raw): number {
  raw.exec("create virtual table title using fts5(text, tokenize = 'unicode61 remove_diacritics 2')")
  raw.exec('create table shelf (id integer primary key, text text not null)')
  const title = raw.prepare('insert into title (rowid, text) values (?, ?)')
  const shelf = raw.prepare('insert into shelf (id, text) values (?, ?)')
  const spentMs = timed(
    raw.transaction(() => {
      for (let id = 1; id <= titles; id++) {
        const text = titleOf(id)
        title.run(id, text)
        shelf.run(id, text)
      }
    }),
  )
  return Math.round((titles / spentMs) * 1000)
}

/** The middle one of many, as each loan waits for it: one row, and the disk has kept it. */
function saveMs(raw: Raw): number {
  const note = raw.prepare('update shelf set text = ? where id = ?')
  return middle(saves, (at) => note.run(`${titleOf(at)} *`, at * 997))
}

function searchMs(raw: Raw): number {
  const find = raw.prepare('select rowid from title where title match ? limit 50')
  return middle(searches, (at) =>
    find.all(`"${words[at % words.length]}" "${words[(at * 7 + 3) % words.length]}"*`),
  )
}

function hashed(): number {
  const piece = randomBytes(2 ** 20)
  const hash = createHash('sha256')
  const spentMs = timed(() => {
    for (let at = 0; at < hashedMebibytes; at++) hash.update(piece)
    hash.digest()
  })
  return Math.round((hashedMebibytes / spentMs) * 1000)
}

function titleOf(id: number): string {
  const word = (by: number) => words[(id * by + (id >> 5)) % words.length] ?? ''
  return `${word(1)} ${word(3)} ${word(7)} ${word(11)} ${id}`
}

function timed(work: () => unknown): number {
  const from = performance.now()
  work()
  return Math.max(0.001, performance.now() - from)
}

function middle(times: number, work: (at: number) => unknown): number {
  const spent = Array.from({ length: times }, (_, at) => timed(() => work(at))).toSorted((a, b) => a - b)
  return spent[Math.floor(times / 2)] ?? 0
}
