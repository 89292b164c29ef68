import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { id, isoDate, requiredText, rev, text } from '../fields.ts'

export const topics = [
  'digital',
  'digitization',
  'profession',
  'service',
  'management',
  'language',
  'other',
] as const
export type Topic = (typeof topics)[number]

const year = z.int().min(1990).max(2100)
const money = z.int().min(0).max(1e13).nullable().default(null)

export const Attendance = z.object({
  id: id.nullable().default(null),
  /** Null where only so many are known, without names. */
  memberId: id.nullable().default(null),
  /** One, unless so many are told of without names. */
  people: z
    .int()
    .min(1)
    .max(10_000)
    .nullish()
    .transform((people) => people ?? 1),
  hours: z.number().min(0).max(10_000).nullable().default(null),
  certificate: text(200).default(''),
  evidence: text(300).default(''),
})
export type Attendance = z.output<typeof Attendance>

const mostAttendances = 500

export const CourseFields = z.object({
  year,
  name: requiredText(300),
  topic: z.enum(topics).default('digital'),
  organiser: text(300).default(''),
  plannedQuarter: z.int().min(1).max(4).nullable().default(null),
  plannedPeople: z.int().min(0).max(100_000).nullable().default(null),
  budget: money,
  /** Null: not held yet. */
  heldFrom: isoDate.nullable().default(null),
  heldUntil: isoDate.nullable().default(null),
  hours: z.number().min(0).max(10_000).nullable().default(null),
  cost: money,
  evidence: text(500).default(''),
  note: text(2000).default(''),
  attendances: z.array(Attendance).max(mostAttendances).default([]),
})
export type CourseFields = z.output<typeof CourseFields>
export const Course = CourseFields.extend({ id, rev, people: z.int() })
export type Course = z.output<typeof Course>

export const PlanFields = z.object({
  year,
  decisionNumber: text(100).default(''),
  /** A plan that is not approved yet counts in no figure. */
  approvedOn: isoDate.nullable().default(null),
  note: text(2000).default(''),
})
export type PlanFields = z.output<typeof PlanFields>
const Plan = PlanFields.extend({ id, rev })

export const trainingQueries = {
  /** A year's courses with what was planned beside what was done. */
  courses: {
    can: 'staff.read',
    input: z.object({ year, topic: z.enum(topics).nullable().default(null) }),
    output: z.object({ plan: Plan.nullable(), courses: z.array(Course), years: z.array(year) }),
  },
} as const satisfies Contract['queries']

const changes = ['staff', 'indicators', 'reports'] as const
const wrongCourse = ['held_in_other_year', 'held_out_of_order', 'attended_not_held'] as const
const wrongAttendance = ['member_not_found', 'member_twice', 'many_under_one_name'] as const

export const trainingCommands = {
  /** Made with the year's first saving. */
  savePlan: { can: 'staff.write', input: PlanFields, output: Plan, errors: ['in_future'], changes },
  addCourse: {
    can: 'staff.write',
    input: CourseFields,
    output: Course,
    errors: [...wrongCourse, ...wrongAttendance],
    changes,
  },
  updateCourse: {
    can: 'staff.write',
    input: CourseFields.extend({ id, rev }),
    output: Course,
    errors: ['course_not_found', ...wrongCourse, ...wrongAttendance],
    changes,
  },
  removeCourse: {
    can: 'staff.write',
    input: z.object({ id, rev }),
    output: z.object({ id }),
    errors: ['course_not_found'],
    changes,
  },
} as const satisfies Contract['commands']
