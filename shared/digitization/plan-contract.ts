import * as z from 'zod'
import { id, isoDate, rev, text } from '../fields.ts'
import { PriorityClass, Project, ProjectFields } from './digitization.ts'

const changes = ['digitization'] as const

/** Titles are counted once, with the first job that was carried through; pages and files as they were counted last. */
export const Sums = z.object({ titles: z.int(), pages: z.int(), files: z.int() })
export const ClassSums = Sums.extend({ class: PriorityClass })
export type ClassSums = z.output<typeof ClassSums>

export const PlannedProject = Project.extend({
  actual: z.array(ClassSums),
})
export type PlannedProject = z.output<typeof PlannedProject>

export const Plan = z.object({
  year: z.int(),
  /** 0 while nobody has planned anything for the year. */
  rev: z.int(),
  decisionNumber: z.string(),
  approvedOn: isoDate.nullable(),
  note: z.string(),
  asOf: isoDate,
  /** Years that have a plan, the newest first. */
  years: z.array(z.int()),
  projects: z.array(PlannedProject),
  /** Decision 206: of the titles registered as ancient, rare or of special value, those that are digitized. */
  d206: z.object({ registered: z.int(), digitized: z.int() }),
})
export type Plan = z.output<typeof Plan>

const year = z.int().min(1990).max(2200)

export const planContract = {
  queries: {
    plan: {
      can: 'digitization.read',
      input: z.object({ year, asOf: isoDate.nullable().default(null) }),
      output: Plan,
    },
  },
  commands: {
    savePlan: {
      can: 'digitization.write',
      input: z.object({
        year,
        rev: z.int().min(0),
        decisionNumber: text(100).default(''),
        approvedOn: isoDate.nullable().default(null),
        note: text(5000).default(''),
      }),
      output: Plan,
      changes,
    },
    addProject: {
      can: 'digitization.write',
      input: ProjectFields,
      output: Project,
      errors: ['project_name_taken', 'ends_before_start', 'contractor_missing'],
      changes,
    },
    updateProject: {
      can: 'digitization.write',
      input: ProjectFields.extend({ id, rev }),
      output: Project,
      errors: ['project_not_found', 'project_name_taken', 'ends_before_start', 'contractor_missing'],
      changes,
    },
    /** A closed project takes no more jobs; those it has go on. */
    closeProject: {
      can: 'digitization.write',
      input: z.object({ id, rev, isClosed: z.boolean() }),
      output: Project,
      errors: ['project_not_found'],
      changes,
    },
    /** One that has never had a job. */
    removeProject: {
      can: 'digitization.write',
      input: z.object({ id, rev }),
      output: z.object({ id }),
      errors: ['project_not_found', 'project_has_jobs'],
      changes,
    },
  },
} as const
