import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { id, isoDate, requiredText, rev, text } from '../fields.ts'
import { changes, removal } from './fields.ts'

/** Work by machine or by hand (Decree 93/2020), and what a complete digital infrastructure has (QĐ 206). */
export const checklists = ['workflow', 'infrastructure'] as const
export type Checklist = (typeof checklists)[number]
export const checklistStates = ['digital', 'partly', 'manual'] as const

const State = z.object({
  id,
  fromOn: isoDate,
  state: z.enum(checklistStates),
  /** By what it is done, or the proof. */
  tool: z.string(),
})

/** A line as of the day asked for; `states` is how it came there. */
export const ChecklistLine = z.object({
  id,
  rev,
  checklist: z.enum(checklists),
  code: z.string().nullable(),
  name: z.string(),
  addedOn: isoDate.nullable(),
  droppedOn: isoDate.nullable(),
  current: State.nullable(),
  states: z.array(State),
})
export type ChecklistLine = z.output<typeof ChecklistLine>

export const FacilitiesRule = z.object({
  /** At least this share of the work is done by machine (Decree 93/2020 asks for 80). */
  workflowPercent: z.number().min(0).max(100).default(80),
  /** QĐ 206 asks for all of it. */
  infrastructurePercent: z.number().min(0).max(100).default(100),
  /** How long before a licence or a warranty ends one is reminded. */
  remindDays: z.int().min(1).max(730).default(60),
})
export type FacilitiesRule = z.output<typeof FacilitiesRule>

export const checklistQueries = {
  checklist: {
    can: 'facilities.read',
    input: z.object({ checklist: z.enum(checklists), on: isoDate }),
    output: z.object({
      lines: z.array(ChecklistLine),
      digital: z.int(),
      count: z.int(),
      /** Null: nobody has looked yet. */
      percent: z.number().nullable(),
      wantedPercent: z.number(),
    }),
  },
  rule: { can: 'facilities.read', input: z.object({}), output: FacilitiesRule },
} as const satisfies Contract['queries']

export const checklistCommands = {
  /** From a day on; the same day once more replaces what was said. */
  setState: {
    can: 'facilities.write',
    input: z.object({
      itemId: id,
      fromOn: isoDate,
      state: z.enum(checklistStates),
      tool: text(300).default(''),
    }),
    output: z.object({ id }),
    errors: ['line_not_found', 'in_future'],
    changes,
  },
  removeState: {
    can: 'facilities.write',
    input: z.object({ id }),
    output: z.object({ id }),
    errors: ['state_not_found'],
    changes,
  },
  addLine: {
    can: 'facilities.write',
    input: z.object({ checklist: z.enum(checklists), name: requiredText(300), addedOn: isoDate }),
    output: z.object({ id }),
    changes,
  },
  /** Renames it, or drops it from a day on: figures of before keep it. */
  updateLine: {
    can: 'facilities.write',
    input: z.object({ id, rev, name: text(300), droppedOn: isoDate.nullable() }),
    output: z.object({ id }),
    errors: ['line_not_found', 'line_needs_name'],
    changes,
  },
  removeLine: { can: 'facilities.write', ...removal, errors: ['line_not_found', 'line_in_use'], changes },
  setRule: { can: 'facilities.write', input: FacilitiesRule, output: FacilitiesRule, changes },
} as const satisfies Contract['commands']
