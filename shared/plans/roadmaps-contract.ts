import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { id, isoDate, requiredText, rev, text } from '../fields.ts'
import { bringingBack, changes, day, linked, note, page, pageInput, removal } from './fields.ts'
import { Milestone } from './milestones-contract.ts'

export const roadmapKinds = ['it', 'digital_library', 'digitization', 'training', 'other'] as const
/** Read off the dates, so that any past day can be told. */
export const roadmapStandings = ['draft', 'submitted', 'approved', 'expired', 'replaced'] as const
export type RoadmapStanding = (typeof roadmapStandings)[number]

export const RoadmapFields = z.object({
  name: requiredText(300),
  kind: z.enum(roadmapKinds).default('it'),
  /** The policy document that it carries out. */
  documentId: linked,
  startsOn: isoDate,
  /** The last day of its validity. */
  endsOn: isoDate,
  submittedOn: day,
  approvedOn: day,
  number: text(100).default(''),
  approvedBy: text(300).default(''),
  /** From this day on another one holds. */
  replacedOn: day,
  replacedById: linked,
  note,
})
export type RoadmapFields = z.output<typeof RoadmapFields>

/** As of the day asked for. */
export const Roadmap = RoadmapFields.extend({
  id,
  rev,
  standing: z.enum(roadmapStandings),
  milestones: z.int(),
  done: z.int(),
  overdue: z.int(),
})
export type Roadmap = z.output<typeof Roadmap>

export const RoadmapFilters = z.object({
  text: text(200).default(''),
  on: isoDate,
  kind: z.enum(roadmapKinds).nullable().default(null),
  standing: z.enum(roadmapStandings).nullable().default(null),
})
export type RoadmapFilters = z.output<typeof RoadmapFilters>

export const roadmapQueries = {
  roadmaps: { can: 'plans.read', input: RoadmapFilters.extend(pageInput), output: page(Roadmap) },
  roadmap: {
    can: 'plans.read',
    input: z.object({ id, on: isoDate }),
    output: Roadmap.extend({
      documentName: z.string().nullable(),
      replacedByName: z.string().nullable(),
      items: z.array(Milestone),
    }),
    errors: ['roadmap_not_found'],
  },
} as const satisfies Contract['queries']

const wrongRoadmap = [
  'ends_before_begin',
  'approved_before_submitted',
  'approval_in_future',
  'approval_without_number',
  'replaced_before_approved',
  'roadmap_not_found',
  'document_not_found',
] as const

export const roadmapCommands = {
  addRoadmap: { can: 'plans.write', input: RoadmapFields, output: Roadmap, errors: wrongRoadmap, changes },
  updateRoadmap: {
    can: 'plans.write',
    input: RoadmapFields.extend({ id, rev }),
    output: Roadmap,
    errors: [...wrongRoadmap, 'replaced_by_itself', 'milestone_before_start'],
    changes,
  },
  /** With its milestones, which come back with it. */
  removeRoadmap: { can: 'plans.write', ...removal, errors: ['roadmap_not_found'], changes },
  restoreRoadmap: { can: 'plans.write', ...bringingBack, errors: ['roadmap_not_found'], changes },
} as const satisfies Contract['commands']
