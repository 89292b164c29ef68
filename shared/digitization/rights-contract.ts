import * as z from 'zod'
import { Total } from '../catalogue/contract.ts'
import { id, isoDate, nothing, requiredText, text } from '../fields.ts'
import { RightsDecision } from './digitization.ts'
import { describedBy, rightsStatuses } from './rules.ts'

const changes = ['digitization'] as const
export const RightsStatus = z.enum(rightsStatuses)

/** What the library has settled: no rule of law is known for all of it, so it is the library's to change. */
export const RightsRule = z.object({
  /** Statuses with which a document may be served to the public. */
  publishable: z.array(RightsStatus).max(rightsStatuses.length).default(['public_domain', 'licensed', 'own']),
  /** So many days before its end a decision is called to mind. */
  warnDays: z.int().min(1).max(3650).default(90),
  /** What the record of a digital document must say, beside its title, to count as described by the standard. */
  mandatory: z
    .array(z.enum(describedBy))
    .max(describedBy.length)
    .default(['author', 'publishedYear', 'language', 'ddc']),
})
export type RightsRule = z.output<typeof RightsRule>

/** A title that is digitized, or will be, and what stands today of its rights; null while nothing is known. */
export const TitleRights = z.object({
  id,
  title: z.string(),
  jobs: z.int(),
  decision: RightsDecision.nullable(),
  mayPublish: z.boolean(),
})
export type TitleRights = z.output<typeof TitleRights>
export const rightsViews = ['unknown', 'expiring', 'decided', 'all'] as const

export const rightsContract = {
  queries: {
    rights: {
      can: 'digitization.read',
      input: z.object({
        view: z.enum(rightsViews).default('unknown'),
        text: z.string().max(300).default(''),
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(200).default(50),
      }),
      output: z.object({ rows: z.array(TitleRights), total: Total }),
    },
    rightsOf: {
      can: 'digitization.read',
      input: z.object({ titleId: id }),
      output: z.object({
        standing: RightsDecision.nullable(),
        mayPublish: z.boolean(),
        /** The newest first; one taken back is told of, and counts for nothing. */
        history: z.array(RightsDecision.extend({ takenBackOn: isoDate.nullable() })),
      }),
    },
    rightsRule: { can: 'digitization.read', input: nothing, output: RightsRule },
  },
  commands: {
    decideRights: {
      can: 'digitization.write',
      input: z.object({
        titleIds: z.array(id).min(1).max(5000),
        status: RightsStatus,
        basis: text(1000).default(''),
        evidence: text(2000).default(''),
        decidedOn: isoDate,
        decidedBy: requiredText(200),
        expiresOn: isoDate.nullable().default(null),
      }),
      output: z.object({ titles: z.int(), ids: z.array(id) }),
      errors: ['title_not_found', 'decided_in_future', 'expires_before_decision', 'evidence_missing'],
      changes,
    },
    takeBackRights: {
      can: 'digitization.write',
      input: z.object({ ids: z.array(id).min(1).max(5000) }),
      output: z.object({ decisions: z.int() }),
      errors: ['rights_not_found'],
      changes,
    },
    setRightsRule: { can: 'digitization.write', input: RightsRule, output: RightsRule, changes },
  },
} as const
