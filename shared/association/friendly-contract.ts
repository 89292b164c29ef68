import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { fileTicket, id, instant, isoDate, nothing, rev, text } from '../fields.ts'
import { year } from './dues-contract.ts'

export const criteria = [1, 2, 3, 4, 5] as const
export const criterion = z.int().min(1).max(5)

/** No scale was ever published for the five criteria of 2011, so how many points and what weighs more is a setting. */
export const FriendlyRule = z.object({
  mostPoints: z.number().min(1).max(100).default(20),
  weights: z.array(z.number().min(0).max(100)).length(criteria.length).default([1, 1, 1, 1, 1]),
  /** What the library took its scale from. */
  document: text(300).default(''),
})
export type FriendlyRule = z.output<typeof FriendlyRule>

export const ScoreFields = z.object({
  criterion,
  /** Null while nobody has given any. */
  score: z.number().min(0).max(100).nullable().default(null),
  remark: text(2000).default(''),
})
export type ScoreFields = z.output<typeof ScoreFields>

export const AssessmentFields = z.object({
  year,
  assessedOn: isoDate,
  scores: z
    .array(ScoreFields)
    .length(criteria.length)
    .refine((scores) => new Set(scores.map((each) => each.criterion)).size === criteria.length),
  note: text(5000).default(''),
})
export type AssessmentFields = z.output<typeof AssessmentFields>

export const FriendlyProof = z.object({ id, name: z.string(), size: z.int(), addedAt: instant })
export type FriendlyProof = z.output<typeof FriendlyProof>
export const Assessment = AssessmentFields.extend({
  id,
  rev,
  rule: FriendlyRule,
  scores: z.array(ScoreFields.extend({ proofs: z.array(FriendlyProof) })),
  /** Null until every criterion has its points. */
  total: z.number().nullable(),
  most: z.number(),
})
export type Assessment = z.output<typeof Assessment>

const changes = ['association', 'indicators', 'reports'] as const

export const friendlyContract = defineContract({
  queries: {
    friendlyRule: { can: 'association.read', input: nothing, output: FriendlyRule },
    /** One a year, the newest first, with what proves each criterion. */
    assessments: { can: 'association.read', input: nothing, output: z.array(Assessment) },
  },
  commands: {
    setFriendlyRule: {
      can: 'association.write',
      input: FriendlyRule,
      output: FriendlyRule,
      errors: ['weights_all_zero'],
      changes: ['association'],
    },
    /** `rev` is null for a year that has none yet; a year begun keeps the scale it was begun with. */
    saveAssessment: {
      can: 'association.write',
      input: AssessmentFields.extend({ rev: rev.nullable() }),
      output: Assessment,
      errors: ['assessment_exists', 'above_most', 'day_in_future'],
      changes,
    },
    removeAssessment: {
      can: 'association.write',
      input: z.object({ year, rev }),
      output: z.object({ year }),
      errors: ['assessment_not_found', 'assessment_proved'],
      changes,
    },
    removeProof: {
      can: 'association.write',
      input: z.object({ id }),
      output: z.object({ id }),
      errors: ['proof_not_found'],
      changes: ['association'],
    },
    restoreProof: {
      can: 'association.write',
      input: z.object({ id }),
      output: z.object({ id }),
      errors: ['proof_not_found'],
      changes: ['association'],
    },
  },
  jobs: {
    attachProof: {
      can: 'association.write',
      input: z.object({ year, criterion, files: z.array(fileTicket).min(1).max(20) }),
      output: z.object({ added: z.int(), again: z.array(z.string()) }),
      errors: ['assessment_not_found', 'file_gone', 'file_too_large', 'not_evidence'],
      changes: ['association'],
    },
    openProof: {
      can: 'association.read',
      input: z.object({ id }),
      output: z.object({ file: fileTicket }),
      errors: ['proof_not_found', 'proof_damaged'],
      changes: [],
    },
  },
})
