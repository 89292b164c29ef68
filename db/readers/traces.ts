import { createReadStream, existsSync, statSync } from 'node:fs'
import { openConnection } from '../connection.ts'

type Found = { traces: number; wasRewritten: boolean }
type Progress = (done: number, total: number | null) => void

/**
 * A deleted row leaves its bytes in the file until they are written over. The write-ahead log is emptied into the file
 * and the file searched; only where something is found is all of it written anew, which takes as long as a backup.
 */
export async function clean(file: string, marks: readonly string[], progress: Progress): Promise<Found> {
  if (marks.length === 0) return { traces: 0, wasRewritten: false }
  await rewriting(file, { isWhole: false })
  const traces = await tracesIn(file, marks, progress)
  if (traces === 0) return { traces, wasRewritten: false }
  progress(0, null)
  await rewriting(file, { isWhole: true })
  return { traces: await tracesIn(file, marks, progress), wasRewritten: true }
}

const waitMs = 15_000

/** No row is changed here: pages are written anew, under the lock that every writer takes. */
async function rewriting(file: string, { isWhole }: { isWhole: boolean }): Promise<void> {
  const { raw, close } = openConnection(file, { readonly: false })
  try {
    raw.pragma(`busy_timeout = ${waitMs}`)
    if (isWhole) raw.exec('vacuum')
    raw.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    await close()
  }
}

/** How often any of the texts stands in the database's file or in its log, however it came there. */
export async function tracesIn(file: string, marks: readonly string[], progress: Progress): Promise<number> {
  const wanted = marks.map((mark) => Buffer.from(mark))
  const longest = Math.max(...wanted.map(({ length }) => length))
  const files = [file, `${file}-wal`].filter((each) => existsSync(each))
  const total = files.reduce((sum, each) => sum + statSync(each).size, 0)
  let done = 0
  let traces = 0
  for (const each of files) {
    let tail = Buffer.alloc(0)
    for await (const chunk of createReadStream(each, { highWaterMark: 1 << 20 })) {
      const piece = Buffer.concat([tail, chunk as Buffer])
      for (const mark of wanted) traces += endingAfter(piece, mark, tail.length)
      tail = piece.subarray(Math.max(0, piece.length - longest + 1))
      done += (chunk as Buffer).length
      progress(done, total)
    }
  }
  return traces
}

/** How often a text stands in a piece, without those that the piece before held whole. */
function endingAfter(piece: Buffer, mark: Buffer, known: number): number {
  let found = 0
  for (let at = piece.indexOf(mark); at >= 0; at = piece.indexOf(mark, at + 1))
    if (at + mark.length > known) found += 1
  return found
}
