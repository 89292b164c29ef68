import type { Input, Output } from '../app/operation-types.ts'

export type WaitingScan = Input<'stocktake.scan'>['scans'][number]
type Answers = Output<'stocktake.scan'>
/** What became of a call: it was answered, it may be tried again, or trying again is of no use until something changes. */
export type Sent = { kind: 'answered'; answers: Answers } | { kind: 'later' } | { kind: 'refused' }

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>
type Parts = {
  store: Store
  name: string
  send: (scans: WaitingScan[]) => Promise<Sent>
  onAnswers: (answers: Answers) => void
  /** How many wait, and whether this PC keeps them through a power cut. */
  onChange: (waiting: number, isKept: boolean) => void
  wait?: (ms: number) => Promise<void>
}

export type ScanQueue = {
  add: (scan: WaitingScan) => void
  /** Takes a scan back that was not sent yet; false where it is on its way or gone. */
  drop: (key: string) => boolean
  /** Tries again what was refused or waits. */
  resume: () => void
  /** Resolves once nothing is on its way. */
  settled: () => Promise<void>
  stop: () => void
}

/** As many as one call takes; a scanner never gets that far ahead of the engine. */
const sentAtOnce = 50
const firstWaitMs = 500
const longestWaitMs = 10_000

/** A person's scans of one stocktake: another person at this PC does not send them in their own name. */
export function queueName(userId: number, stocktakeId: number): string {
  return `${userId}.${stocktakeId}`
}

function placeOf(name: string): string {
  return `stocktake.scan.${name}.`
}

function keysIn(store: Store, name: string): string[] {
  return Array.from({ length: store.length }, (_, at) => store.key(at) ?? '').filter((key) =>
    key.startsWith(placeOf(name)),
  )
}

export function waitingIn(store: Store, name: string): number {
  return keysIn(store, name).length
}

/** In the order in which they were read; what cannot be read any more was never a scan. */
function keptIn(store: Store, name: string): WaitingScan[] {
  const scans = keysIn(store, name).flatMap((key) => {
    try {
      return [JSON.parse(store.getItem(key) ?? '') as WaitingScan]
    } catch {
      return []
    }
  })
  return scans.toSorted((a, b) => (a.at === b.at ? (a.key < b.key ? -1 : 1) : a.at < b.at ? -1 : 1))
}

/**
 * Scans on their way to the engine. Each lies in the PC's own store from the moment it is read until the engine says
 * that it has it, so that neither a busy engine nor a closed window loses one; a scan sent twice counts once by its key.
 */
export function createScanQueue({ store, name, send, onAnswers, onChange, wait = sleep }: Parts): ScanQueue {
  let scans = keptIn(store, name)
  let isKept = true
  let isStopped = false
  let isRefused = false
  let underWay: Promise<void> | null = null
  let sending = new Set<string>()
  const tell = () => onChange(scans.length, isKept)

  function put(scan: WaitingScan): void {
    try {
      store.setItem(placeOf(name) + scan.key, JSON.stringify(scan))
    } catch {
      isKept = false
    }
  }
  function forget(keys: ReadonlySet<string>): void {
    scans = scans.filter(({ key }) => !keys.has(key))
    for (const key of keys) store.removeItem(placeOf(name) + key)
  }
  async function sendAll(): Promise<void> {
    let failures = 0
    while (scans.length > 0 && !isStopped && !isRefused) {
      const some = scans.slice(0, sentAtOnce)
      sending = new Set(some.map(({ key }) => key))
      const sent = await send(some).catch((): Sent => ({ kind: 'later' }))
      if (sent.kind === 'answered') {
        failures = 0
        forget(sending)
        onAnswers(sent.answers)
      }
      sending = new Set()
      isRefused = sent.kind === 'refused'
      tell()
      if (sent.kind === 'later') await wait(Math.min(longestWaitMs, firstWaitMs * 2 ** failures++))
    }
  }
  /** One call after another; one that came in between the last look and the end begins the next. */
  function begin(): void {
    if (underWay || scans.length === 0 || isStopped || isRefused) return
    underWay = sendAll().finally(() => {
      underWay = null
      begin()
    })
  }
  begin()
  return {
    add(scan) {
      put(scan)
      scans.push(scan)
      tell()
      begin()
    },
    drop(key) {
      if (sending.has(key) || !scans.some((scan) => scan.key === key)) return false
      forget(new Set([key]))
      tell()
      return true
    },
    resume() {
      isRefused = false
      begin()
    },
    settled: async () => {
      while (underWay && !isRefused) await underWay
    },
    stop() {
      isStopped = true
    },
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
