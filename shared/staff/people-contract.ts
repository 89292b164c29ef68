import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { id, isoDate, page, pageInput, requiredText, rev, text } from '../fields.ts'

/** Numbered for good in this order: M2d.01a2 is “master” wherever the code was signed. */
export const qualifications = ['doctorate', 'master', 'bachelor', 'college', 'intermediate', 'other'] as const
export const specialities = ['library', 'technology', 'other'] as const
export const contractKinds = ['official', 'contract', 'other'] as const
export const workloads = ['full', 'part'] as const
export const manners = ['self', 'manager', 'test'] as const
export const memberStates = ['present', 'left', 'all'] as const

/** What holds of a person from its day on. */
export const Posting = z.object({
  id: id.nullable().default(null),
  fromOn: isoDate,
  qualification: z.enum(qualifications),
  speciality: z.enum(specialities).default('library'),
  post: text(200).default(''),
  contract: z.enum(contractKinds).default('official'),
  workload: z.enum(workloads).default('full'),
  siteId: id.nullable().default(null),
})
export type Posting = z.output<typeof Posting>

const mostPostings = 60

export const MemberFields = z.object({
  name: requiredText(200),
  startsOn: isoDate,
  /** The first day without this person. */
  endsOn: isoDate.nullable().default(null),
  note: text(2000).default(''),
  postings: z.array(Posting).min(1).max(mostPostings),
})
export type MemberFields = z.output<typeof MemberFields>

export const Assessment = z.object({ id, on: isoDate, level: z.int().min(1), manner: z.enum(manners) })
export type Assessment = z.output<typeof Assessment>

export const Member = MemberFields.extend({
  id,
  rev,
  assessments: z.array(Assessment),
  courses: z.array(
    z.object({
      courseId: id,
      name: z.string(),
      on: isoDate.nullable(),
      hours: z.number().nullable(),
      certificate: z.string(),
    }),
  ),
})
export type Member = z.output<typeof Member>

export const PeopleFilters = z.object({
  text: text(200).default(''),
  /** As of this day. */
  on: isoDate,
  state: z.enum(memberStates).default('present'),
  qualification: z.enum(qualifications).nullable().default(null),
  siteId: id.nullable().default(null),
})
export type PeopleFilters = z.output<typeof PeopleFilters>

/** A person as of a day: what held then, and the level last said by then. */
export const MemberRow = Posting.omit({ id: true, fromOn: true }).extend({
  id,
  rev,
  name: z.string(),
  startsOn: isoDate,
  endsOn: isoDate.nullable(),
  siteName: z.string().nullable(),
  level: z.int().nullable(),
  digitalCourses: z.int(),
})
export type MemberRow = z.output<typeof MemberRow>

const wrongPostings = ['posting_before_start', 'posting_after_end', 'posting_twice'] as const

export const peopleQueries = {
  people: { can: 'staff.read', input: PeopleFilters.extend(pageInput), output: page(MemberRow) },
  member: { can: 'staff.read', input: z.object({ id }), output: Member, errors: ['member_not_found'] },
} as const satisfies Contract['queries']

const changes = ['staff', 'indicators', 'reports'] as const

export const peopleCommands = {
  /** Somebody who was removed comes back with the levels that were theirs. */
  addMember: {
    can: 'staff.write',
    input: MemberFields.extend({
      assessments: z
        .array(Assessment.omit({ id: true }))
        .max(100)
        .default([]),
    }),
    output: Member,
    errors: [...wrongPostings, 'end_before_start', 'site_not_found', 'level_unknown', 'in_future'],
    changes,
  },
  updateMember: {
    can: 'staff.write',
    input: MemberFields.extend({ id, rev }),
    output: Member,
    errors: ['member_not_found', ...wrongPostings, 'end_before_start', 'site_not_found'],
    changes,
  },
  /** For one entered by mistake; who leaves gets a last day. */
  removeMember: {
    can: 'staff.write',
    input: z.object({ id, rev }),
    output: z.object({ id }),
    errors: ['member_not_found', 'member_has_courses'],
    changes,
  },
  /** A level once more on the same day replaces the one said before. */
  assess: {
    can: 'staff.write',
    input: Assessment.omit({ id: true }).extend({ memberId: id }),
    output: Member,
    errors: ['member_not_found', 'level_unknown', 'in_future'],
    changes,
  },
  removeAssessment: {
    can: 'staff.write',
    input: z.object({ id }),
    output: Member,
    errors: ['assessment_not_found'],
    changes,
  },
} as const satisfies Contract['commands']
