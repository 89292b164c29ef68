// Written by `npm run schema`; never edited.
import type { Generated } from 'kysely'

export type Schema = {
  backup: {
    id: Generated<number>
    fileName: string
    size: number
    madeAt: string
    provenAt: string | null
  }
  draft: {
    id: Generated<number>
    userId: number
    form: string
    values: string
    savedAt: string
  }
  epoch: {
    id: Generated<number>
    uuid: string
    startedAt: string
  }
  figure: {
    id: Generated<number>
    periodId: number
    code: string
    version: number
    status: 'known' | 'zero_base' | 'not_applicable' | 'not_collected'
    value: number | null
    parameters: string
    rowSet: string
  }
  formerProvince: {
    id: Generated<number>
    code: string
    name: string
    kind: 'tỉnh' | 'thành phố'
    provinceCode: string
    validUntil: string
  }
  job: {
    id: Generated<number>
    operation: string
    input: string
    userId: number | null
    state: 'running' | 'done' | 'failed' | 'cancelled' | 'interrupted'
    done: Generated<number>
    total: number | null
    output: string | null
    error: string | null
    startedAt: string
    endedAt: string | null
  }
  journalChain: {
    id: Generated<number>
    firstRowId: number | null
    rowHashes: string
    bulk: string | null
    refused: string | null
    hash: string
  }
  journalCommand: {
    id: Generated<number>
    epochId: number
    at: string
    userId: number | null
    operation: string
    jobId: number | null
    isBulk: number
  }
  journalRow: {
    id: Generated<number>
    commandId: number
    tableName: string
    rowId: number
    action: 'insert' | 'update' | 'delete'
    before: string | null
    after: string | null
  }
  library: {
    id: Generated<number>
    rev: Generated<number>
    uuid: string
    name: string
    code: string
    provinceCode: string
    formerProvinceCode: string
    site: string
    language: 'vi' | 'en'
    lockAfterMinutes: number
    governingBody: string
    placeName: string
    reportSymbol: string
    recipients: string
    signerTitle: string
    signerName: string
  }
  period: {
    id: Generated<number>
    rev: Generated<number>
    year: number
    quarter: number
    state: 'open' | 'checked' | 'signed'
    note: Generated<string>
    preparedById: number | null
    checkedById: number | null
    checkedAt: string | null
    signedById: number | null
    signedAt: string | null
    position: number | null
    journalHash: string | null
    figuresHash: string | null
    paper: string | null
    paperHash: string | null
  }
  province: {
    id: Generated<number>
    code: string
    name: string
  }
  provinceKind: {
    id: Generated<number>
    provinceCode: string
    kind: 'tỉnh' | 'thành phố'
    validFrom: string
    validTo: string | null
  }
  referenceTerm: {
    id: Generated<number>
    list: 'ddcClass' | 'language' | 'relator'
    code: string
    name: string
    nameEn: string
    position: number
  }
  session: {
    id: Generated<number>
    tokenHash: string
    userId: number
    startedAt: string
    seenAt: string
    lockedAt: string | null
  }
  signIn: {
    id: Generated<number>
    userId: number
    outcome: 'granted' | 'refused'
  }
  signInFailure: {
    id: Generated<number>
    username: string
    failures: number
    lastAt: string
  }
  signingKey: {
    id: Generated<number>
    publicKey: string
    privateKey: string
    madeAt: string
  }
  summaryPackage: {
    id: Generated<number>
    periodId: number
    revision: number
    epochId: number
    hash: string
    position: number
    journalHash: string
    payload: string
    writtenAt: string
  }
  title: {
    id: Generated<number>
    rev: Generated<number>
    title: string
    subtitle: string
    responsibility: string
    publisher: string
    publishedYear: number | null
    isbn: string
    language: string
    ddc: string
    note: string
    addedOn: string
    removedOn: string | null
    createdAt: string
    updatedAt: string
    sortKey: string
    foldedTitle: string
  }
  user: {
    id: Generated<number>
    rev: Generated<number>
    username: string
    name: string
    role: 'administrator' | 'cataloguer' | 'digitizer' | 'activities' | 'desk' | 'director' | 'reader'
    passwordHash: string
    disabledAt: string | null
  }
}
