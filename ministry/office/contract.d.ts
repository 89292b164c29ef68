import * as z from 'zod'
import type { Outcome } from '../../shared/sync/receipt.ts'
import type { FigureStatus, Role } from '../store/schema.ts'
/** What the page and the service say to each other; every change needs `officeHeader`, which no foreign page can set. */
export declare const officeHeader = 'x-khosach-office'
export type Me = {
  name: string
  role: Role
  receiver: {
    name: string
    fingerprint: string
  }
  today: string
}
export declare const SignIn: z.ZodObject<
  {
    name: z.ZodString
    password: z.ZodString
  },
  z.core.$strict
>
export declare const NewPassword: z.ZodObject<
  {
    current: z.ZodString
    next: z.ZodString
  },
  z.core.$strict
>
export declare const NewAccount: z.ZodObject<
  {
    name: z.ZodPipe<z.ZodPipe<z.ZodString, z.ZodTransform<string, string>>, z.ZodString>
    role: z.ZodEnum<{
      administrator: 'administrator'
      reader: 'reader'
    }>
    password: z.ZodString
  },
  z.core.$strict
>
export declare const Period: z.ZodObject<
  {
    from: z.ZodISODate
    to: z.ZodISODate
  },
  z.core.$strict
>
export type Period = z.output<typeof Period>
export declare const ExpectedPeriod: z.ZodObject<
  {
    from: z.ZodISODate
    to: z.ZodISODate
    dueOn: z.ZodISODate
    note: z.ZodString
  },
  z.core.$strict
>
export declare const NewCode: z.ZodObject<
  {
    note: z.ZodPipe<z.ZodPipe<z.ZodString, z.ZodTransform<string, string>>, z.ZodString>
    libraryId: z.ZodNullable<z.ZodUUID>
  },
  z.core.$strict
>
export declare const NewQuestion: z.ZodObject<
  {
    libraryId: z.ZodUUID
    period: z.ZodObject<
      {
        from: z.ZodISODate
        to: z.ZodISODate
      },
      z.core.$strict
    >
    figureCode: z.ZodNullable<z.ZodString>
    text: z.ZodPipe<z.ZodPipe<z.ZodString, z.ZodTransform<string, string>>, z.ZodString>
  },
  z.core.$strict
>
export declare const Decision: z.ZodObject<
  {
    chosenHash: z.ZodString
    reason: z.ZodPipe<z.ZodPipe<z.ZodString, z.ZodTransform<string, string>>, z.ZodString>
  },
  z.core.$strict
>
export declare const Revocation: z.ZodObject<
  {
    reason: z.ZodPipe<z.ZodPipe<z.ZodString, z.ZodTransform<string, string>>, z.ZodString>
  },
  z.core.$strict
>
export declare const Notice: z.ZodDiscriminatedUnion<
  [
    z.ZodObject<
      {
        kind: z.ZodLiteral<'definitions'>
        note: z.ZodPipe<z.ZodPipe<z.ZodString, z.ZodTransform<string, string>>, z.ZodString>
      },
      z.core.$strict
    >,
    z.ZodObject<
      {
        kind: z.ZodLiteral<'endpoint'>
        url: z.ZodURL
      },
      z.core.$strict
    >,
  ],
  'kind'
>
export declare const groupings: readonly ['province', 'formerProvince']
export type Grouping = (typeof groupings)[number]
export declare const TotalsQuestion: z.ZodObject<
  {
    from: z.ZodISODate
    to: z.ZodISODate
    by: z.ZodEnum<{
      formerProvince: 'formerProvince'
      province: 'province'
    }>
  },
  z.core.$strip
>
export declare const SeriesQuestion: z.ZodObject<
  {
    code: z.ZodString
  },
  z.core.$strip
>
export declare const ExportQuestion: z.ZodObject<
  {
    from: z.ZodISODate
    to: z.ZodISODate
    what: z.ZodEnum<{
      reports: 'reports'
      totals: 'totals'
    }>
    by: z.ZodDefault<
      z.ZodEnum<{
        formerProvince: 'formerProvince'
        province: 'province'
      }>
    >
    format: z.ZodEnum<{
      csv: 'csv'
      xlsx: 'xlsx'
    }>
  },
  z.core.$strip
>
export type PeriodRow = Period & {
  dueOn: string | null
  libraries: number
  reported: number
  conflicts: number
}
export type ReportState = 'received' | 'late' | 'awaited' | 'conflict'
export type ReportRow = {
  libraryId: string
  code: string
  name: string
  provinceCode: string
  formerProvinceCode: string
  state: ReportState
  receivedAt: string | null
  revision: number | null
  packageHash: string | null
  isMapped: boolean
}
export type TotalsRow = {
  place: string
  libraries: number
  values: Record<string, number>
}
export type Totals = {
  libraries: number
  reported: number
  rows: TotalsRow[]
  sums: Record<string, number>
  /** How many libraries gave a figure. */
  given: Record<string, number>
}
export type SeriesPoint = Period & {
  sum: number | null
  libraries: number
}
export type PackageRow = Period & {
  hash: string
  epoch: string
  revision: number
  outcome: Outcome
  signedAt: string
  receivedAt: string
  isCounted: boolean
}
export type LibraryRecord = {
  id: string
  code: string
  name: string
  provinceCode: string
  formerProvinceCode: string
  enrolledAt: string
  revokedAt: string | null
  packages: PackageRow[]
  questions: Question[]
  gaps: {
    periods: (Period & {
      dueOn: string | null
    })[]
    revisions: (Period & {
      revision: number
    })[]
  }
}
export type Question = Period & {
  questionId: number
  libraryId: string
  libraryName: string
  figureCode: string | null
  text: string
  sentAt: string
  answers: {
    text: string
    restatementHash: string | null
    receivedAt: string
  }[]
}
export type FigureRow = {
  code: string
  version: number
  status: FigureStatus
  value: number | null
  /** As it stood in the number before; null where there is none. */
  before: {
    status: FigureStatus
    value: number | null
    version: number
  } | null
}
export type PackageRecord = PackageRow & {
  libraryId: string
  libraryName: string
  keyFingerprint: string
  beforeHash: string | null
  figures: FigureRow[]
}
export type ConflictRow = Period & {
  id: number
  libraryId: string
  libraryName: string
  revision: number
  hashes: [string, string]
  countedHash: string | null
  seenAt: string
  decidedAt: string | null
  decidedBy: string | null
  reason: string | null
}
export type LibraryName = {
  id: string
  code: string
  name: string
}
export type CodeRow = {
  note: string
  madeAt: string
  madeBy: string
  usedAt: string | null
  libraryName: string | null
}
export type AccountRow = {
  name: string
  role: Role
  madeAt: string
  disabledAt: string | null
}
export type AuditRow = {
  id: number
  at: string
  actor: string
  act: string
  detail: string
}
export type Brought = {
  name: string
  outcome: Outcome | null
  refusal: string | null
  hash: string | null
}
