import type { Contracts, ModuleName } from '../shared/contracts.ts'
import type { ErrorsOf, HandlersOf, Json, OutputOf, ParsedInputOf, QuerySpec } from '../shared/contract.ts'
import type { FileTicket } from '../shared/door.ts'
import type { DoorStanding } from '../shared/lan/contract.ts'
import type { Permission, Role } from '../shared/users/rules.ts'
import type { Reader, Writer } from './connection.ts'
import type { Fail } from './failure.ts'
import type { Remember } from './memory.ts'

export type Actor = { userId: number; role: Role; can: (permission: Permission) => boolean }

/** The cost of the password hash; tests run a cheap one. */
export type PasswordWork = { cost: number; blockSize: number; parallelization: number }

type Everyone<Code extends string> = {
  fail: Fail<Code>
  /** Null only in operations that `anyone` may call. */
  actor: Actor | null
  /** An instant, for when something was done. */
  now: string
  /** The day in Viet Nam, for when something took effect. */
  today: string
  dataDir: string
}

/** How a file reaches the page that asks for it: by a ticket, good for one download. */
export type HandOver = {
  /** One that stays where it is. */
  file: (path: string) => Promise<FileTicket>
  bytes: (name: string, bytes: Uint8Array) => Promise<FileTicket>
}

export type QueryContext<Code extends string = never> = Everyone<Code> & {
  db: Reader
  handOver: HandOver
  /** What the door for other PCs knows of itself; null where there is none. */
  askDoor: () => Promise<DoorStanding | null>
  isLocked: boolean
  /** Keeps an answer that costs much; its key ends in the journal's position where records are counted. */
  remembered: Remember
}

export type CommandContext<Code extends string = never> = Everyone<Code> & {
  db: Writer
  /** The session the command came with: hash of its token, never the token. */
  sessionHash: string | null
  /** Tells the door which session the person at it holds from now on. */
  giveSession: (token: string | null) => void
  /** Asks the host to stop a run; it stops between two rows. */
  cancelJob: (jobId: number) => void
  passwordWork: PasswordWork
  /** Has the door for other PCs sign somebody out. */
  endSeat: (seat: string) => void
  /** Has the host close this folder and open it again, once the command is committed. */
  openAnew: () => void
}

/** A file that is written piece by piece, since it may be larger than memory. */
export type OpenFile = {
  write: (piece: string | Uint8Array) => void
  finish: () => Promise<FileTicket>
  drop: () => void
}

export type JobContext<Code extends string = never, Chunk = never> = Everyone<Code> & {
  db: Reader
  jobId: number
  /** Hands a complete piece of work to the writer, which commits it in one transaction. */
  write: (chunk: Chunk) => Promise<void>
  /** To be called between rows: this is also where a cancelled job stops. */
  progress: (done: number, total: number | null) => void
  offerFile: (name: string, bytes: Uint8Array) => Promise<FileTicket>
  /** One that is not finished goes with the run. */
  openFile: (name: string) => OpenFile
  pathOfFile: (ticket: FileTicket) => string | null
  /** The other file of this data folder, for copies. */
  databaseFile: string
  /** The proxy that the system has for an address; null for none that it knows of. */
  proxyFor: (url: string) => Promise<string | null>
}

export type ChunkContext = {
  db: Writer
  now: string
  today: string
  jobId: number
  userId: number | null
  dataDir: string
}

type Specs = Record<string, QuerySpec>

export type QueriesOf<M extends ModuleName> = Contracts[M]['queries'] extends infer S extends Specs
  ? HandlersOf<S, { [Q in keyof S]: QueryContext<ErrorsOf<S[Q]>> }>
  : never
export type CommandsOf<M extends ModuleName> = Contracts[M]['commands'] extends infer S extends Specs
  ? HandlersOf<S, { [C in keyof S]: CommandContext<ErrorsOf<S[C]>> }>
  : never
export type JobsOf<M extends ModuleName> = Contracts[M]['jobs'] extends infer S extends Specs
  ? { [J in keyof S]: JobHandler<S[J], Json> }
  : never

/**
 * A job runs on its own thread with a read-only connection; what it writes goes to `apply` in chunks.
 * These are methods, not functions, so that the registry may hold jobs whose chunks differ.
 */
export type JobHandler<S extends QuerySpec, Chunk extends Json> = {
  run(input: ParsedInputOf<S>, context: JobContext<ErrorsOf<S>, Chunk>): Promise<OutputOf<S>>
  apply?(chunk: Chunk, context: ChunkContext): Promise<{ bulk: Json }>
  /**
   * Whether its chunks, and what takes them back, write into the journal row by row as a command does: for changes of
   * records that people know. Filling in and importing leave one digest for each chunk.
   */
  leavesRows?: true
  /** The same said of each chunk, by a job that does both; it is taken back in silence. */
  leavesRowsFor?(chunk: Chunk): boolean
  /** Takes back what an unfinished run has written: some of it each time, false once nothing is left. */
  takeBack?(context: ChunkContext): Promise<boolean>
}
