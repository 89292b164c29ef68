import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { id, isoDate, text } from '../fields.ts'
import { changes, pointKinds } from './fields.ts'

/** Null: nobody knows. */
export const answers = ['yes', 'no'] as const
const answer = z.enum(answers).nullable().default(null)
const year = z.int().min(2000).max(2200)

export const SurveyRow = z.object({
  pointId: id,
  name: z.string(),
  kind: z.enum(pointKinds),
  commune: z.string(),
  /** A site that gives services online (QĐ 206). */
  website: answer,
  /** Whether it reports and is inspected through the information system (QĐ 206). */
  managed: answer,
  answeredOn: isoDate.nullable(),
  source: z.string(),
  /** An agreement of interconnection with it is valid: read off the agreements, never asked. */
  isConnected: z.boolean(),
})
export type SurveyRow = z.output<typeof SurveyRow>

const share = z.object({
  yes: z.int(),
  no: z.int(),
  unknown: z.int(),
  percent: z.number().nullable(),
})

export const surveyQueries = {
  /** Every library in scope that serves at the end of the year, or today. */
  survey: {
    can: 'network.read',
    input: z.object({ year, text: text(200).default(''), isOpenOnly: z.boolean().default(false) }),
    output: z.object({
      on: isoDate,
      rows: z.array(SurveyRow),
      website: share,
      managed: share,
      connected: z.int(),
    }),
  },
} as const satisfies Contract['queries']

export const surveyCommands = {
  /** What is given of a library becomes its answer for the year; all null takes it away. */
  answerSurvey: {
    can: 'network.write',
    input: z.object({
      year,
      rows: z
        .array(z.object({ pointId: id, website: answer, managed: answer, source: text(300).default('') }))
        .min(1)
        .max(5000),
    }),
    output: z.object({ answered: z.int() }),
    errors: ['point_not_found', 'year_not_begun', 'answer_out_of_time'],
    changes,
  },
} as const satisfies Contract['commands']
