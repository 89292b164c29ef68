/**
 * What the journal never sees, on one page.
 * Tables listed here leave no rows in the journal; columns listed here are only marked as changed.
 * Neither ever enters a log, a diagnosis or a package.
 */
export const unjournaledTables: ReadonlySet<string> = new Set([
  'backup',
  'draft',
  'epoch',
  'job',
  'journalChain',
  'journalCommand',
  'journalRow',
  'session',
  'signInFailure',
  'signingKey',
  // Reference lists come with the program and are the same everywhere.
  'province',
  'provinceKind',
  'formerProvince',
  'referenceTerm',
])

export const personalColumns: Readonly<Record<string, readonly string[]>> = {
  user: ['name', 'username'],
  library: ['signerName'],
}

export const secretColumns: Readonly<Record<string, readonly string[]>> = {
  user: ['passwordHash'],
  session: ['tokenHash'],
  signingKey: ['privateKey'],
}
