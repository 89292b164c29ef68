import * as z from 'zod'
import { materials, specialClasses } from '../catalogue/contract.ts'
import { id, isoDate, requiredText, rev, text } from '../fields.ts'

/** What a library keeps of its readers: nothing but counts, cards, or cards and what they borrow. */
export const readerModes = ['counters', 'cards', 'loans'] as const
export type ReaderMode = (typeof readerModes)[number]

const days = z.int().min(0).max(366)
const copies = z.int().min(0).max(100)
const renewals = z.int().min(0).max(20)

/** Rules that are other for a group, a material or both; 0 days: not lent. */
export const LoanException = z.object({
  groupId: id.nullable(),
  material: z.enum(materials).nullable(),
  days,
  copies,
  renewals,
})
export type LoanException = z.output<typeof LoanException>

export const ReaderRule = z.object({
  /** Plain letters, as cards bear their number as a barcode. */
  cardPrefix: text(10).default('BD'),
  cardDigits: z.int().min(3).max(10).default(6),
  cardMonths: z.int().min(1).max(120).default(12),
  days: days.default(14),
  copies: copies.default(3),
  renewals: renewals.default(1),
  exceptions: z.array(LoanException).max(50).default([]),
  /** Documents of these classes are read in the library only. */
  keptClasses: z.array(z.enum(specialClasses)).default(['rare', 'ancient', 'special_value']),
})
export type ReaderRule = z.output<typeof ReaderRule>
export const ReaderSettings = ReaderRule.extend({ mode: z.enum(readerModes), rev })
export type ReaderSettings = z.output<typeof ReaderSettings>

export const ReaderGroup = z.object({
  id,
  rev,
  /** Of a group that comes with the program; its name is a text then, unless the library gave it one. */
  code: z.string().nullable(),
  name: text(100),
  isChild: z.boolean(),
  isHidden: z.boolean(),
  readers: z.int(),
})
export type ReaderGroup = z.output<typeof ReaderGroup>

export const ReaderFields = z.object({
  name: requiredText(200),
  groupId: id,
  bornOn: isoDate.nullable().default(null),
  phone: text(40).default(''),
  address: text(300).default(''),
  /** School, office or village. */
  unit: text(200).default(''),
  guardian: text(200).default(''),
  guardianPhone: text(40).default(''),
  note: text(1000).default(''),
})
export type ReaderFields = z.output<typeof ReaderFields>

export const consentGivers = ['reader', 'guardian'] as const
export type ConsentGiver = (typeof consentGivers)[number]
export const consentForms = ['paper', 'electronic', 'recorded'] as const

export const ConsentFields = z.object({
  givenBy: z.enum(consentGivers),
  form: z.enum(consentForms),
  givenOn: isoDate,
})
export type ConsentFields = z.output<typeof ConsentFields>
export const Consent = ConsentFields.extend({ id, withdrawnOn: isoDate.nullable() })
export type Consent = z.output<typeof Consent>

export const cardStandings = ['valid', 'expired', 'suspended', 'none'] as const
export type CardStanding = (typeof cardStandings)[number]

export const ReaderRow = z.object({
  id,
  name: z.string(),
  groupId: id,
  unit: z.string(),
  cardNumber: z.string().nullable(),
  expiresOn: isoDate.nullable(),
  standing: z.enum(cardStandings),
  openLoans: z.int(),
  overdue: z.int(),
})
export type ReaderRow = z.output<typeof ReaderRow>

/** As which a list is exported. */
export const listFormats = ['xlsx', 'csv'] as const

export const cardActs = ['issued', 'renewed', 'replaced'] as const

export const ReaderCard = z.object({
  id,
  number: z.string(),
  /** How it came about and how it was made to last, oldest first. */
  acts: z.array(z.object({ id, act: z.enum(cardActs), on: isoDate, until: isoDate })),
  issuedOn: isoDate,
  expiresOn: isoDate,
  endedOn: isoDate.nullable(),
  endedFor: z.enum(['replaced', 'lost', 'returned', 'erased']).nullable(),
})

export const LoanRow = z.object({
  id,
  rev,
  copyId: id,
  titleId: id,
  accessionNumber: z.string(),
  title: z.string(),
  readerId: id.nullable(),
  readerName: z.string(),
  cardNumber: z.string(),
  phone: z.string(),
  siteId: id,
  lentOn: isoDate,
  dueOn: isoDate,
  renewals: z.int(),
  returnedOn: isoDate.nullable(),
  lostOn: isoDate.nullable(),
  lateDays: z.int(),
})
export type LoanRow = z.output<typeof LoanRow>

export const ReaderRecord = ReaderFields.extend({
  id,
  rev,
  addedOn: isoDate,
  suspendedOn: isoDate.nullable(),
  suspendedUntil: isoDate.nullable(),
  suspendedFor: z.string(),
  standing: z.enum(cardStandings),
  cards: z.array(ReaderCard),
  consents: z.array(Consent),
  openLoans: z.array(LoanRow),
  pastLoans: z.int(),
})
export type ReaderRecord = z.output<typeof ReaderRecord>
