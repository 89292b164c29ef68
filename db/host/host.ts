import type { Json } from '../../shared/contract.ts'
import type { EngineEvent, UpgradeStage } from '../../shared/door.ts'
import { instantAt } from '../../shared/dates.ts'
import type { DoorStanding } from '../../shared/lan/contract.ts'
import type { Answer } from '../dispatch.ts'
import { setAside } from '../restore.ts'
import { answerClosed } from './closed.ts'
import { createExchange, emptyExchange, type Exchange } from './exchange.ts'
import { startBackground } from './background.ts'
import { makeLastCopy } from './last-copy.ts'
import { createRuns, type Runs } from './runs.ts'
import { startThread, type Thread, type ThreadOptions } from './thread.ts'
import type { Opened } from './worker.ts'

export type Host = {
  dataDir: string
  exchange: Exchange
  call: (operation: string, input: unknown, session: string | null) => Promise<Answer>
  onEvent: (listener: (event: EngineEvent) => void) => () => void
  /** Something of what these modules answer is another now, though no command changed it. */
  announce: (modules: string[]) => void
  /** What the door for other PCs answers to those who look after it. */
  letAsk: (door: AskedDoor | null) => void
  /** Resolves once the folder is open, or known not to open. */
  opened: () => Promise<Opened>
  /** What is due is copied first where it is asked for; closing again meanwhile ends that. */
  close: (options?: { copiesFirst: boolean }) => Promise<void>
}

/** What the writing thread tells before it is open. */
export type HostMethods = {
  upgrading: (stage: UpgradeStage, done: number, total: number | null) => void
}

export type AskedDoor = { standing: () => Promise<DoorStanding>; endSeat: (seat: string) => void }
/** What the reader's thread asks of this side. */
export type DoorMethods = { doorStanding: () => Promise<DoorStanding> | null }

type Threads = { writer: Thread; reader: Thread; queries: ReadonlySet<string> }
type State = {
  options: ThreadOptions
  emit: (event: EngineEvent) => void
  runs: Runs
  threads: Threads | null
  door: AskedDoor | null
  opening: Promise<Opened>
  hasBeenOpen: boolean
  failedAtMs: number
  isClosing: boolean
  lossesMs: number[]
}

/** How often a lost thread is replaced before the host gives up and says so. */
const restartsPerMinute = 3
/** A folder that did not open is tried again at a later call, but not at each of a page's first calls. */
const reopenAfterMs = 1000

export type HostOptions = ThreadOptions & {
  /** Whether it sends, backs up and looks for updates when nobody asks. */
  actsByItself?: boolean
}

/** Returns at once; a folder that cannot be opened makes every call answer `cannot_open`. */
export function startHost({ actsByItself = true, ...options }: HostOptions): Host {
  const listeners = new Set<(event: EngineEvent) => void>()
  const emit = (event: EngineEvent) => listeners.forEach((listener) => listener(event))
  const state: State = {
    options,
    emit,
    runs: createRuns({ options, emit, writer: () => state.threads?.writer.peer ?? null }),
    threads: null,
    door: null,
    opening: Promise.resolve({ ok: false, problem: 'upgrade_failed', details: {} }),
    hasBeenOpen: false,
    failedAtMs: 0,
    isClosing: false,
    lossesMs: [],
  }
  state.opening = openThreads(state)
  const act: Host['call'] = (operation, input, session) => call(state, { operation, input, session })
  const stopBackground = actsByItself ? startBackground(act) : null
  const host: Host = {
    dataDir: options.dataDir,
    exchange: createExchange(options.dataDir),
    call: act,
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    announce: (modules) => emit({ type: 'changed', modules }),
    letAsk: (door) => (state.door = door),
    opened: () => state.opening,
    async close({ copiesFirst } = { copiesFirst: false }) {
      stopBackground?.()
      if (copiesFirst) await makeLastCopy(host)
      await close(state)
    },
  }
  return host
}

/** Native modules load one after another: the reader starts once the writer has the file ready. */
async function openThreads(state: State): Promise<Opened> {
  const told: HostMethods = {
    upgrading: (stage, done, total) => state.emit({ type: 'upgrading', stage, done, total }),
  }
  const writer = startThread(state.options, 'writer', told, () => lose(state))
  const opened = await openThread(state, writer)
  if (!opened.ok) return opened
  // Only now is the folder known to be ours: another program may have it open and need its files.
  if (!state.hasBeenOpen) emptyExchange(state.options.dataDir)
  state.hasBeenOpen = true
  const asked: DoorMethods = { doorStanding: () => state.door?.standing() ?? null }
  const reader = startThread(state.options, 'reader', asked, () => lose(state))
  const ready = await openThread(state, reader)
  if (ready.ok && !writer.isLost()) {
    state.threads = { writer, reader, queries: ready.queries }
    return ready
  }
  state.failedAtMs = performance.now()
  await Promise.all([writer.stop(), reader.stop()])
  return ready.ok ? { ok: false, problem: 'upgrade_failed', details: {} } : ready
}

async function openThread(state: State, thread: Thread): Promise<Opened> {
  const opened = await thread.peer.ask('open').catch(() => null)
  if (opened?.ok) return opened
  await thread.stop()
  state.failedAtMs = performance.now()
  return opened ?? { ok: false, problem: 'upgrade_failed', details: {} }
}

function lose(state: State): void {
  const { lossesMs, opening, emit } = state
  if (state.isClosing || !state.threads) return
  const now = performance.now()
  lossesMs.push(now)
  emit({ type: 'engine', state: 'lost' })
  const isHopeless = lossesMs.filter((at) => now - at < 60_000).length > restartsPerMinute
  replaceThreads(state, () => (isHopeless ? opening : reopenThreads(state)))
}

/** The threads that are left let go of the file before it is opened again. */
function replaceThreads(state: State, open: () => Promise<Opened>): void {
  const { threads } = state
  if (!threads) return
  state.threads = null
  state.opening = Promise.all([threads.writer.stop(), threads.reader.stop()]).then(open)
}

async function reopenThreads(state: State): Promise<Opened> {
  const opened = await openThreads(state)
  if (opened.ok) state.emit({ type: 'engine', state: 'restarted' })
  return opened
}

async function openedNow(state: State): Promise<Opened> {
  const opened = await state.opening
  if (opened.ok || performance.now() - state.failedAtMs < reopenAfterMs) return opened
  state.failedAtMs = Infinity
  state.opening = reopenThreads(state)
  return state.opening
}

type Call = { operation: string; input: unknown; session: string | null }

async function call(state: State, { operation, input, session }: Call): Promise<Answer> {
  const opened = state.isClosing ? null : await openedNow(state)
  if (operation === 'backup.setAside' && opened && isBroken(opened)) return beginAnew(state)
  const reply = opened && !opened.ok ? await answerClosed(state.options.dataDir, { operation, input }) : null
  if (reply) return { reply }
  if (opened && !opened.ok) return refusal('cannot_open', { reason: opened.problem, ...opened.details })
  const { threads, runs, emit } = state
  if (!threads || state.isClosing) return refusal('engine_lost')
  const { peer } = threads.queries.has(operation) ? threads.reader : threads.writer
  const answer = await peer.ask('call', operation, input, session).catch(() => refusal('engine_lost'))
  if (answer.changes?.length) emit({ type: 'changed', modules: [...answer.changes] })
  if (answer.job) runs.start(answer.job)
  if (answer.endedSeat) state.door?.endSeat(answer.endedSeat)
  if (answer.cancelled) runs.cancel(answer.cancelled)
  if (answer.opensAnew) replaceThreads(state, () => runs.letGo().then(() => reopenThreads(state)))
  return answer
}

/** What no other attempt of this program will mend. */
function isBroken(opened: Opened): boolean {
  return !opened.ok && ['corrupt', 'lost', 'newer_version'].includes(opened.problem)
}

/** The one thing that can be done about a library that does not open; it needs no engine. */
async function beginAnew(state: State): Promise<Answer> {
  setAside(state.options.dataDir, instantAt(Date.now()))
  state.opening = reopenThreads(state)
  await state.opening
  return { reply: { ok: true, value: { done: true } } }
}

async function close(state: State): Promise<void> {
  state.isClosing = true
  await state.opening
  await state.runs.close()
  await state.threads?.reader.stop()
  await state.threads?.writer.stop()
  state.threads = null
}

function refusal(code: string, details: Record<string, Json> = {}): Answer {
  return { reply: { ok: false, error: { code, details } } }
}
