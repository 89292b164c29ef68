import type { Schema } from './schema.generated.ts'

type Rule<Table> = {
  /** Whether a change of a row leaves before and after in the journal. */
  journaled: boolean
  /** Names of people: the journal only marks that they changed. */
  personal?: readonly (keyof Table)[]
  /** The same, and no query ever answers them. */
  secret?: readonly (keyof Table)[]
}

/**
 * What the journal sees of each table, on one page; a new table does not compile until it is decided.
 * Personal and secret columns never enter the journal, a log, a diagnosis or a package.
 */
export const privacy: { [T in keyof Schema]: Rule<Schema[T]> } = {
  backup: { journaled: false },
  draft: { journaled: false },
  epoch: { journaled: false },
  figure: { journaled: true },
  job: { journaled: false },
  journalChain: { journaled: false },
  journalCommand: { journaled: false },
  journalRow: { journaled: false },
  library: { journaled: true, personal: ['signerName'] },
  // The signed paper names its signer.
  period: { journaled: true, personal: ['paper'] },
  session: { journaled: false, secret: ['tokenHash'] },
  signIn: { journaled: true },
  signInFailure: { journaled: false, personal: ['username'] },
  signingKey: { journaled: false, secret: ['privateKey'] },
  summaryPackage: { journaled: true },
  title: { journaled: true },
  user: { journaled: true, personal: ['name', 'username'], secret: ['passwordHash'] },
  // Reference lists come with the program and are the same everywhere.
  formerProvince: { journaled: false },
  province: { journaled: false },
  provinceKind: { journaled: false },
  referenceTerm: { journaled: false },
}

export type TableName = keyof Schema

/** Columns whose contents stay out of the journal. */
export function hiddenColumns(table: TableName): ReadonlySet<string> {
  const { personal = [], secret = [] }: { personal?: readonly string[]; secret?: readonly string[] } =
    privacy[table]
  return new Set([...personal, ...secret])
}

export function isTable(name: string): name is TableName {
  return name in privacy
}
