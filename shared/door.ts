import type { About } from './about.ts'
import type { Json, Reply } from './contract.ts'

/** What the engine tells every open page. */
export type EngineEvent =
  | { type: 'changed'; modules: string[] }
  /** What a run has come to, and nothing of what it answers: news goes to everybody. */
  | { type: 'job'; job: JobNews }
  | { type: 'engine'; state: 'lost' | 'restarted' }
  /** The data of an earlier version are being upgraded, which nobody has asked a question of yet. */
  | { type: 'upgrading'; stage: UpgradeStage; done: number; total: number | null }
  /** Events may have been missed: everything on screen is to be asked for again. */
  | { type: 'reconnected' }
  /** Windows opened a file of ours with this program; `openedFile` hands it over. */
  | { type: 'opened' }

export const upgradeStages = ['copying', 'upgrading', 'checking'] as const
export type UpgradeStage = (typeof upgradeStages)[number]

export type JobNews = {
  id: number
  operation: string
  state: 'running' | 'done' | 'failed' | 'cancelled' | 'interrupted'
  done: number
  total: number | null
}

/** A run as those see it who started it (`jobs.job`). */
export type JobState = JobNews & {
  output: Json
  error: { code: string; details: Record<string, Json> } | null
  startedAt: string
  endedAt: string | null
}

/** A file handed over by the engine (a report, a package) or by the user (a file to verify). */
export type FileTicket = { token: string; name: string; size: number }

/** A file as a page holds it, chosen there or dropped on it. What a page may not know of it, the door finds out. */
export type GivenFile = { name: string; size: number }

/** By which a person opened this program: a package, an update, or the folder in which a receipt lies. */
export type OpenedFile =
  | { kind: 'package' | 'update'; file: FileTicket }
  | { kind: 'receipt'; folder: string }

/** The PC that serves this page to another one. */
export type Served = { server: string; fingerprint: string }

/** A serving PC as somebody confirmed it. */
export type KnownServer = { origin: string; fingerprint: string }
export const serverProblems = ['address_wrong', 'unreachable', 'not_ours'] as const
export type ServerSeen = (KnownServer & { server: string }) | { problem: (typeof serverProblems)[number] }

/** The one thing a page knows of the outside; Electron and the loopback server each give one. */
export type Door = {
  call(operation: string, input: unknown): Promise<Reply>
  onEvent(listener: (event: EngineEvent) => void): () => void
  pickFile(accept: string): Promise<FileTicket | null>
  /** Files of the page, in their order; those that cannot be had are left out. */
  takeFiles(files: readonly GivenFile[]): Promise<FileTicket[]>
  saveFile(file: FileTicket): Promise<boolean>
  /** Handed over once. */
  openedFile(): Promise<OpenedFile | null>
  /** Starts a verified Setup and ends the program for it; false where the page runs in a browser, or it could not. */
  startSetup(version: string): Promise<boolean>
  /** Whether Windows opens this program when somebody signs in; null where that is not for the page to say. */
  startsItself(isWanted: boolean | null): Promise<boolean | null>
  /** Who answers at an address, before anything is said to it; null in a browser, which goes there by itself. */
  lookAtServer(address: string): Promise<ServerSeen | null>
  /** From now on the library is there, on the PC with that very certificate; null for here again. */
  useServer(server: KnownServer | null): Promise<void>
  /** Null on the PC that has the library itself. */
  served(): Promise<Served | null>
  /** Null where the page runs in a browser, and so is not the installed program's. */
  about(): Promise<About | null>
}
