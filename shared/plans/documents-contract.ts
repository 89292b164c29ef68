import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { id, isoDate, requiredText, rev, text } from '../fields.ts'
import { bringingBack, changes, day, evidence, note, page, pageInput, removal } from './fields.ts'

export const documentKinds = [
  'mechanism',
  'policy',
  'project',
  'resolution',
  'directive',
  'law',
  'decree',
  'decision',
  'circular',
  'letter',
  'other',
] as const
export const documentFields = [
  'general',
  'digital',
  'digitization',
  'reading',
  'service',
  'staff',
  'funding',
  'other',
] as const
/** Made or advised on here, or to be followed here. */
export const documentOrigins = ['own', 'outer'] as const
/** Numbered for good in this order: M1.01a4 is “issued” wherever the code was signed. */
export const policyStages = ['review', 'advise', 'consult', 'issue', 'amend'] as const
export type PolicyStage = (typeof policyStages)[number]

/** A stage that the document reached on a day. */
export const StageReached = z.object({
  id: id.nullable().default(null),
  stage: z.enum(policyStages),
  on: isoDate,
  evidence,
  note,
})
export type StageReached = z.output<typeof StageReached>

const mostStages = 60

export const DocumentFields = z.object({
  name: requiredText(500),
  number: text(100).default(''),
  issuedOn: day,
  issuer: text(300).default(''),
  kind: z.enum(documentKinds).default('project'),
  field: z.enum(documentFields).default('general'),
  origin: z.enum(documentOrigins).default('own'),
  /** The words by which the report rests on it; blank where it does not. */
  quotedAs: text(600).default(''),
  note,
  stages: z.array(StageReached).max(mostStages).default([]),
})
export type DocumentFields = z.output<typeof DocumentFields>

/** `reached` is the last stage by the day asked for. */
export const PolicyDocument = DocumentFields.extend({
  id,
  rev,
  reached: z.enum(policyStages).nullable(),
  reachedOn: isoDate.nullable(),
})
export type PolicyDocument = z.output<typeof PolicyDocument>

export const DocumentFilters = z.object({
  text: text(200).default(''),
  on: isoDate,
  origin: z.enum(documentOrigins).nullable().default(null),
  stage: z.enum(policyStages).nullable().default(null),
})
export type DocumentFilters = z.output<typeof DocumentFilters>

export const documentQueries = {
  documents: { can: 'plans.read', input: DocumentFilters.extend(pageInput), output: page(PolicyDocument) },
} as const satisfies Contract['queries']

const wrongDocument = ['stage_twice', 'stage_in_future'] as const

export const documentCommands = {
  addDocument: {
    can: 'plans.write',
    input: DocumentFields,
    output: PolicyDocument,
    errors: wrongDocument,
    changes,
  },
  updateDocument: {
    can: 'plans.write',
    input: DocumentFields.extend({ id, rev }),
    output: PolicyDocument,
    errors: ['document_not_found', ...wrongDocument],
    changes,
  },
  removeDocument: { can: 'plans.write', ...removal, errors: ['document_not_found'], changes },
  restoreDocument: { can: 'plans.write', ...bringingBack, errors: ['document_not_found'], changes },
} as const satisfies Contract['commands']
