import type { Language } from './texts.ts'

/** What can be said of a PC from outside. Read by `read-policies.ts`, which the page has no need to load. */
export type PolicyValues = {
  dataFolder?: string
  endpoint?: string
  province?: string
  libraryCode?: string
  libraryName?: string
  language?: Language
  /** Whether anything may go over the network. */
  online?: boolean
  /** Where new versions of the program are asked for. */
  updateAddress?: string
  /** Another PC that has the library; this one only shows it. */
  server?: string
  /** Whether other PCs may be served from here. */
  lan?: boolean
}
export type PolicyField = keyof PolicyValues
export const policyNames = [
  'dataFolder',
  'endpoint',
  'province',
  'libraryCode',
  'libraryName',
  'language',
  'online',
  'updateAddress',
  'server',
  'lan',
] as const satisfies readonly PolicyField[]

/** HKLM goes before HKCU, and both before the file beside the program. */
export type PolicySource = 'machine' | 'user' | 'file'

/** A name that nobody knows, a value that cannot be meant, or (without a name) a file that cannot be read. */
export type PolicyProblem = { source: PolicySource; name: string | null }

export type Policies = {
  /** Cannot be changed in the program. */
  fixed: PolicyValues
  /** Filled in beforehand, and whoever works here may change it. */
  offered: PolicyValues
  problems: PolicyProblem[]
}

export const noPolicies: Policies = { fixed: {}, offered: {}, problems: [] }
