import type { FileProblem } from './packed-files.ts'
import type { Policies } from './policies.ts'

export type SelfTest = {
  version: string
  checked: number
  problems: { path: string; problem: FileProblem }[]
}

/** The installed program on this PC, as its shell knows it. */
export type About = {
  version: string
  dataFolder: string
  /** Null where it runs from a development folder. */
  installFolder: string | null
  policies: Policies
  /** Names and sizes of its files, held against what was packed; null where nothing was packed. */
  selfTest: SelfTest | null
}
