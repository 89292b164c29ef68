import * as z from 'zod'
import { isoDate, requiredText } from '../../shared/fields.ts'
import { hashText } from '../../shared/sync/package.ts'
import type { Outcome } from '../../shared/sync/receipt.ts'
import type { FigureStatus, Role } from '../store/schema.ts'

/** What the page and the service say to each other; every change needs `officeHeader`, which no foreign page can set. */
export const officeHeader = 'x-khosach-office'

export type Me = { name: string; role: Role; receiver: { name: string; fingerprint: string }; today: string }

export const SignIn = z.strictObject({ name: z.string().max(100), password: z.string().max(200) })
export const NewPassword = z.strictObject({ current: z.string().max(200), next: z.string().min(10).max(200) })
export const NewAccount = z.strictObject({
  name: requiredText(100),
  role: z.enum(['administrator', 'reader']),
  password: z.string().min(10).max(200),
})
export const AccountState = z.strictObject({ isDisabled: z.boolean() })
export const Period = z.strictObject({ from: isoDate, to: isoDate })
export type Period = z.output<typeof Period>
export const ExpectedPeriod = z
  .strictObject({ ...Period.shape, dueOn: isoDate, note: z.string().max(2000) })
  .refine(({ from, to, dueOn }) => from <= to && to < dueOn)
export const NewCode = z.strictObject({ note: requiredText(200), libraryId: z.uuid().nullable() })
export const NewQuestion = z.strictObject({
  libraryId: z.uuid(),
  period: Period,
  figureCode: z.string().max(20).nullable(),
  text: requiredText(2000),
})
export const Decision = z.strictObject({ chosenHash: hashText, reason: requiredText(1000) })
export const Revocation = z.strictObject({ reason: requiredText(1000) })
export const Notice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('definitions'), note: requiredText(2000) }),
  z.strictObject({ kind: z.literal('endpoint'), url: z.url().max(500) }),
])
export const groupings = ['province', 'formerProvince'] as const
export type Grouping = (typeof groupings)[number]
export const TotalsQuestion = z.object({ ...Period.shape, by: z.enum(groupings) })
export const SeriesQuestion = z.object({ code: z.string().min(1).max(20) })
export const ExportQuestion = z.object({
  ...Period.shape,
  what: z.enum(['reports', 'totals']),
  by: z.enum(groupings).default('province'),
  format: z.enum(['xlsx', 'csv']),
})

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
export type TotalsRow = { place: string; libraries: number; values: Record<string, number> }
export type Totals = {
  libraries: number
  reported: number
  rows: TotalsRow[]
  sums: Record<string, number>
  /** How many libraries gave a figure. */
  given: Record<string, number>
}
export type SeriesPoint = Period & { sum: number | null; libraries: number }
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
    periods: (Period & { dueOn: string | null })[]
    revisions: (Period & { revision: number })[]
    /** Packages that a later one names as the one before it, and that have not come. */
    previous: (Period & { hash: string })[]
  }
}
export type Question = Period & {
  questionId: number
  libraryId: string
  libraryName: string
  figureCode: string | null
  text: string
  sentAt: string
  answers: { text: string; restatementHash: string | null; receivedAt: string }[]
}
export type FigureRow = {
  code: string
  version: number
  status: FigureStatus
  value: number | null
  /** As it stood in the number before; null where there is none. */
  before: { status: FigureStatus; value: number | null; version: number } | null
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
export type LibraryName = { id: string; code: string; name: string }
export type CodeRow = {
  codeHash: string
  note: string
  madeAt: string
  madeBy: string
  usedAt: string | null
  libraryName: string | null
}
export type AccountRow = { name: string; role: Role; madeAt: string; disabledAt: string | null }
export type AuditRow = { id: number; at: string; actor: string; act: string; detail: string }
/** A package, or the answers of a library; or what was refused of it. */
export type Brought = {
  name: string
  outcome: Outcome | null
  answers: number | null
  refusal: string | null
  hash: string | null
}
