import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { id, isoDate, requiredText, rev, text } from '../fields.ts'
import { bringingBack, changes, day, evidence, note, page, pageInput, removal, year } from './fields.ts'

/** What the workshop on IT of 2022 sorts its goals to 2027 and 2030 by. */
export const workshopGroups = [
  'infrastructure',
  'software',
  'standards',
  'digital_stock',
  'staff',
  'finance',
] as const
/** The eight groups of tasks of QĐ 206/QĐ-TTg. */
export const taskGroups = [
  'awareness',
  'law',
  'infrastructure',
  'data',
  'platforms',
  'security',
  'people',
  'cooperation',
] as const
export const milestoneStandings = ['done', 'done_late', 'overdue', 'open'] as const
export type MilestoneStanding = (typeof milestoneStandings)[number]

/** A decision to put it off; the day it was due before stays to be seen. */
export const Delay = z.object({ id, on: isoDate, dueOn: isoDate, reason: z.string() })
export type Delay = z.output<typeof Delay>

export const MilestoneFields = z.object({
  name: requiredText(300),
  workshopGroup: z.enum(workshopGroups).nullable().default(null),
  taskGroup: z.enum(taskGroups).nullable().default(null),
  /** As first planned. */
  dueOn: isoDate,
  /** Who is responsible, as a post and not a name. */
  post: text(200).default(''),
  doneOn: day,
  evidence,
  note,
})
export type MilestoneFields = z.output<typeof MilestoneFields>

/** `due` is the day that holds as of the day asked for, after every delay decided by then. */
export const Milestone = MilestoneFields.extend({
  id,
  rev,
  roadmapId: id,
  due: isoDate,
  standing: z.enum(milestoneStandings),
  delays: z.array(Delay),
})
export type Milestone = z.output<typeof Milestone>

export const MilestoneFilters = z.object({
  text: text(200).default(''),
  on: isoDate,
  /** Due in it. */
  year: year.nullable().default(null),
  standing: z.enum(milestoneStandings).nullable().default(null),
  workshopGroup: z.enum(workshopGroups).nullable().default(null),
  taskGroup: z.enum(taskGroups).nullable().default(null),
})
export type MilestoneFilters = z.output<typeof MilestoneFilters>

export const MilestoneRow = Milestone.extend({ roadmapName: z.string() })
export type MilestoneRow = z.output<typeof MilestoneRow>

export const milestoneQueries = {
  /** Of all plans that were not removed, the soonest first. */
  milestones: { can: 'plans.read', input: MilestoneFilters.extend(pageInput), output: page(MilestoneRow) },
} as const satisfies Contract['queries']

const wrongMilestone = ['due_before_plan', 'done_in_future', 'done_without_proof'] as const

export const milestoneCommands = {
  addMilestone: {
    can: 'plans.write',
    input: MilestoneFields.extend({ roadmapId: id }),
    output: Milestone,
    errors: ['roadmap_not_found', ...wrongMilestone],
    changes,
  },
  updateMilestone: {
    can: 'plans.write',
    input: MilestoneFields.extend({ id, rev }),
    output: Milestone,
    errors: ['milestone_not_found', ...wrongMilestone, 'due_after_delay'],
    changes,
  },
  removeMilestone: { can: 'plans.write', ...removal, errors: ['milestone_not_found'], changes },
  restoreMilestone: { can: 'plans.write', ...bringingBack, errors: ['milestone_not_found'], changes },
  postpone: {
    can: 'plans.write',
    input: z.object({ milestoneId: id, on: isoDate, dueOn: isoDate, reason: requiredText(500) }),
    output: Milestone,
    errors: [
      'milestone_not_found',
      'milestone_done',
      'delay_in_future',
      'delay_out_of_order',
      'delay_not_later',
    ],
    changes,
  },
  /** For one entered by mistake: the last one, and then the one before it. */
  removeDelay: {
    can: 'plans.write',
    input: z.object({ id }),
    output: Milestone,
    errors: ['delay_not_found', 'delay_not_last'],
    changes,
  },
} as const satisfies Contract['commands']
