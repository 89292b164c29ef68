import type { Reply } from '../../shared/contract.ts'
import { valueOf } from './engine.ts'
import type { OtherPc } from './other-pc.ts'

/** What a library has before its PCs begin: a copy and a reader for each of them, and a few records they all work on. */
export type Prepared = {
  stocktakeId: number
  accessionNumbers: string[]
  readerIds: number[]
  sharedTitles: number[]
}
/** What one PC was told has been done. */
export type Done = {
  reads: number
  tallies: number
  scans: number
  added: string[]
  saves: Map<number, number>
  lent: number
  returned: number
}
type Act = (operation: string, input: unknown) => Promise<Reply>

export const nothingDone = (): Done => ({
  reads: 0,
  tallies: 0,
  scans: 0,
  added: [],
  saves: new Map(),
  lent: 0,
  returned: 0,
})

/** One person's work at one PC, a step at a time, in a mix as at the desks of a library. */
export function workAt(
  place: number,
  prepared: Prepared,
  act: Act,
  done: Done,
): ((step: number) => Promise<void>)[] {
  const { stocktakeId, accessionNumbers, readerIds, sharedTitles } = prepared
  const own = accessionNumbers[place] ?? ''
  async function read(step: number): Promise<void> {
    valueOf(await act('catalogue.search', { text: ['sách', 'lịch sử', 'truyện'][step % 3] }))
    done.reads += 1
  }
  async function tally(): Promise<void> {
    valueOf(await act('readers.tally', { siteId: 1, kindCode: 'onsite_adults', by: 1 }))
    done.tallies += 1
  }
  async function scan(step: number): Promise<void> {
    const at = new Date().toISOString()
    const code = accessionNumbers[(place * 7 + step) % accessionNumbers.length] ?? ''
    const scans = [{ key: `pc-${place}-${step}`, code, at, siteId: 1, shelf: '' }]
    valueOf(await act('stocktake.scan', { id: stocktakeId, scans }))
    done.scans += 1
  }
  async function add(step: number): Promise<void> {
    const title = `Nhan đề của máy ${place} lần ${step}`
    valueOf(await act('catalogue.addTitle', { title }))
    done.added.push(title)
  }
  /** Whoever comes second is told so, looks again and saves again. */
  async function save(step: number): Promise<void> {
    const id = sharedTitles[step % sharedTitles.length] ?? 0
    for (;;) {
      const { rev, title } = valueOf(await act('catalogue.title', { id })) as { rev: number; title: string }
      const reply = await act('catalogue.updateTitle', { id, rev, title, note: `máy ${place}, lần ${step}` })
      if (reply.ok) break
      if (reply.error.code !== 'stale') throw new Error(JSON.stringify(reply.error))
    }
    done.saves.set(id, (done.saves.get(id) ?? 0) + 1)
  }
  /** The same code lends and takes back: carried out twice, it would undo itself. */
  async function lendAndReturn(): Promise<void> {
    valueOf(await act('readers.scan', { code: own, siteId: 1, readerId: readerIds[place] }))
    done.lent += 1
    valueOf(await act('readers.scan', { code: own, siteId: 1 }))
    done.returned += 1
  }
  return [read, tally, scan, read, save, lendAndReturn, read, add]
}

/** The reply of a call that is asked again, under its own key, until it is heard; some are cut off on purpose. */
export function insistent(pc: OtherPc, isCut: () => boolean): Act {
  let calls = 0
  return async (operation, input) => {
    const key = { 'X-Call': `${pc.name}-${(calls += 1)}`.padEnd(12, '.').replaceAll('.', '-') }
    for (let attempt = 0; attempt < 50; attempt++) {
      if (isCut()) await pc.cutOff(operation, input, key)
      const reply = await pc.call(operation, input, key).catch(() => null)
      if (reply) return reply
    }
    throw new Error(`${operation} was never answered`)
  }
}
