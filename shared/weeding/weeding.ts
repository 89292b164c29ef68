import * as z from 'zod'
import { Material } from '../catalogue/contract.ts'
import { Condition, CopyStatus } from '../copies/contract.ts'
import { id, instant, isoDate, requiredText, rev, text } from '../fields.ts'
import { leastKeptYears, paperKinds, reasonCodes, stages } from './rules.ts'

/** The five grounds of Thông tư 02/2020/TT-BVHTTDL, in the words of withdrawals. */
export const weedingGrounds = ['out_of_scope', 'surplus', 'outdated', 'damaged', 'lost'] as const
export const WeedingGround = z.enum(weedingGrounds)
export type WeedingGround = z.output<typeof WeedingGround>
/** What becomes of the documents; a lost one only leaves the books. */
export const disposals = ['destroy', 'sell', 'transfer', 'donate', 'exchange', 'books_only'] as const
export const Disposal = z.enum(disposals)
export type Disposal = z.output<typeof Disposal>
export const PaperKind = z.enum(paperKinds)
export const Stage = z.enum(stages)

const mainClass = z.string().regex(/^\d{3}$/)
export const AgeRule = z
  .object({ from: mainClass, to: mainClass, years: z.int().min(1).max(200) })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'range_wrong' })

/** What the library has settled about weeding. */
export const WeedingRule = z.object({
  /** How many years lie between weedings; null while the library has not settled it. */
  intervalYears: z.int().min(1).max(20).nullable().default(null),
  keptYears: z.int().min(leastKeptYears).max(100).default(leastKeptYears),
  /** Null stands for the program's proposal. */
  ages: z.array(AgeRule).max(200).nullable().default(null),
})
export type WeedingRule = z.output<typeof WeedingRule>

/** Which rules look for candidates; a rule that is null or empty does not. */
export const CandidateRules = z.object({
  /** More copies of one title, or of one volume of it, than so many. */
  surplusAbove: z.int().min(1).max(1000).nullable().default(null),
  isPerSite: z.boolean().default(false),
  conditions: z
    .array(z.enum(['worn', 'damaged']))
    .max(2)
    .default([]),
  isOutdated: z.boolean().default(false),
  /** Missing for so many months; 0 for all that are missing. */
  missingMonths: z.int().min(0).max(600).nullable().default(null),
  /** Lent to nobody for so many years, where loans have been recorded for as long. */
  unusedYears: z.int().min(1).max(50).nullable().default(null),
  /** Documents in a language or of a kind that the library does not serve. */
  scopeLanguages: z.array(z.string().max(8)).max(50).default([]),
  scopeMaterials: z.array(Material).max(20).default([]),
  siteId: id.nullable().default(null),
  storeId: id.nullable().default(null),
  material: Material.nullable().default(null),
  language: z.string().max(8).nullable().default(null),
  /** First digits of the class number. */
  ddc: z.string().max(10).default(''),
  includesProtected: z.boolean().default(false),
  includesLast: z.boolean().default(false),
})
export type CandidateRules = z.output<typeof CandidateRules>

/** Why a copy is proposed, with what its words need. */
export const Reason = z.object({
  code: z.enum(reasonCodes),
  /** surplus: copies there are, and how many are kept. */
  of: z.int().optional(),
  keeps: z.int().optional(),
  /** outdated: year of publication, class and how many years it serves; unused: how many years nobody took it. */
  year: z.int().optional(),
  class: z.string().optional(),
  years: z.int().optional(),
  /** missing: since when, where the journal knows. */
  since: isoDate.nullable().optional(),
  language: z.string().optional(),
  material: z.string().optional(),
})
export type Reason = z.output<typeof Reason>

/** What lists and papers say of a copy; of a signed list it is what they said that day. */
export const CopyFacts = z.object({
  accessionNumber: z.string(),
  title: z.string(),
  author: z.string(),
  publishedYear: z.int().nullable(),
  callNumber: z.string(),
  place: z.string(),
  shelf: z.string(),
  condition: Condition,
  priceMinor: z.int().nullable(),
})
export type CopyFacts = z.output<typeof CopyFacts>
export const Candidate = CopyFacts.extend({
  copyId: id,
  titleId: id,
  reasons: z.array(Reason),
  /** Null where none of the circular's grounds follows from the reasons. */
  ground: WeedingGround.nullable(),
})
export type Candidate = z.output<typeof Candidate>

/** So many copies against the stock of a day. */
export const Share = z.object({
  copies: z.int(),
  stock: z.int(),
  most: z.int(),
  isAboveLimit: z.boolean(),
})

export const itemStates = ['listed', 'removed', 'struck'] as const
export const Item = CopyFacts.extend({
  id,
  copyId: id,
  state: z.enum(itemStates),
  ground: WeedingGround,
  disposal: Disposal,
  reason: z.string(),
  dropReason: z.string(),
  status: CopyStatus,
})
export type Item = z.output<typeof Item>
export const itemSorts = ['shelf', 'accession_number', 'title', 'newest'] as const

export const WeedingFields = z.object({
  name: requiredText(300),
  year: z.int().min(1990).max(2200),
  /** What is done with all that have no form of disposal of their own. */
  disposal: Disposal.default('sell'),
  note: text(5000).default(''),
})
export const Weeding = WeedingFields.extend({
  id,
  rev,
  stage: Stage,
  createdAt: instant,
  copies: z.int(),
  withdrawnOn: isoDate.nullable(),
  keptUntil: isoDate.nullable(),
  destroyedOn: isoDate.nullable(),
  destroyedNote: z.string(),
  approvalNumber: z.string(),
})
export type Weeding = z.output<typeof Weeding>

export const councilRoles = ['chair', 'vice', 'secretary', 'member'] as const
export const Member = z.object({
  name: requiredText(200),
  title: text(300).default(''),
  role: z.enum(councilRoles).default('member'),
})
/** What a paper says beside its number, its day and the list; each kind shows what it needs. */
export const PaperContent = z.object({
  parentBody: text(300).default(''),
  issuingBody: text(300).default(''),
  place: text(100).default(''),
  addressees: text(1000).default(''),
  capacity: text(200).default(''),
  signer: text(200).default(''),
  recipients: text(2000).default(''),
  /** Its own words: reasons of a proposal, conclusion of a council, further articles of a decision. */
  text: text(20_000).default(''),
  /** Why more than the limit leaves at once, said by whoever signed it so. */
  aboveLimitReason: text(1000).default(''),
  members: z.array(Member).max(30).default([]),
  meetingPlace: text(300).default(''),
  startsAt: text(100).default(''),
  endsAt: text(100).default(''),
  absent: text(1000).default(''),
  votesFor: z.int().min(0).max(100).nullable().default(null),
  votesAgainst: z.int().min(0).max(100).nullable().default(null),
})
export type PaperContent = z.output<typeof PaperContent>
export const Paper = z.object({
  id,
  rev,
  kind: PaperKind,
  symbol: z.string(),
  number: z.string(),
  signedOn: isoDate.nullable(),
  content: PaperContent,
  /** A picture of the signed paper. */
  scan: z.object({ name: z.string(), size: z.int(), hash: z.string() }).nullable(),
})
export type Paper = z.output<typeof Paper>
