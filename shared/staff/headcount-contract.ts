import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { id, isoDate, requiredText, rev, text } from '../fields.ts'
import { qualifications } from './people-contract.ts'

const count = z.int().min(0).max(100_000)

export const HeadcountRow = z.object({
  id: id.nullable().default(null),
  qualification: z.enum(qualifications),
  post: text(200).default(''),
  people: count,
})
export type HeadcountRow = z.output<typeof HeadcountRow>

const mostRows = 200

/** People as numbers alone, for a library that keeps no names; it holds until the next one, or until its end. */
export const HeadcountFields = z.object({
  fromOn: isoDate,
  /** From here on people are counted by their names again. */
  untilOn: isoDate.nullable().default(null),
  /** Null: nobody has counted them, which is not 0. */
  digitallyTrained: count.nullable().default(null),
  retrained: count.nullable().default(null),
  digitallySkilled: count.nullable().default(null),
  note: text(2000).default(''),
  rows: z.array(HeadcountRow).min(1).max(mostRows),
})
export type HeadcountFields = z.output<typeof HeadcountFields>
export const Headcount = HeadcountFields.extend({ id, rev, people: z.int() })
export type Headcount = z.output<typeof Headcount>

/** A level of skill; its number is its place, from 1. */
export const SkillLevel = z.object({ name: requiredText(100), isEnough: z.boolean() })
export const StaffRule = z.object({
  /** The library's own scale: no law gives one. */
  skillLevels: z
    .array(SkillLevel)
    .min(2)
    .max(10)
    .default([
      { name: 'Chưa sử dụng được', isEnough: false },
      { name: 'Cơ bản', isEnough: false },
      { name: 'Thành thạo', isEnough: true },
      { name: 'Hướng dẫn được người khác', isEnough: true },
    ]),
})
export type StaffRule = z.output<typeof StaffRule>

const Share = z.object({ qualification: z.enum(qualifications), people: z.int() })

export const headcountQueries = {
  headcounts: { can: 'staff.read', input: z.object({}), output: z.array(Headcount) },
  rule: { can: 'staff.read', input: z.object({}), output: StaffRule },
  /** Who is here on a day, by whichever of the two ways counts on it. */
  summary: {
    can: 'staff.read',
    input: z.object({ on: isoDate }),
    output: z.object({
      /** The headcount that counts on this day; null where names count. */
      headcountId: id.nullable(),
      headcountFromOn: isoDate.nullable(),
      people: z.int(),
      byQualification: z.array(Share),
      /** Null: nobody was asked. */
      trained: z.int().nullable(),
      skilled: z.int().nullable(),
    }),
  },
} as const satisfies Contract['queries']

const changes = ['staff', 'indicators', 'reports'] as const
const wrongHeadcount = ['headcount_twice', 'headcount_end_first', 'row_twice', 'more_than_people'] as const

export const headcountCommands = {
  addHeadcount: {
    can: 'staff.write',
    input: HeadcountFields,
    output: Headcount,
    errors: wrongHeadcount,
    changes,
  },
  updateHeadcount: {
    can: 'staff.write',
    input: HeadcountFields.extend({ id, rev }),
    output: Headcount,
    errors: ['headcount_not_found', ...wrongHeadcount],
    changes,
  },
  removeHeadcount: {
    can: 'staff.write',
    input: z.object({ id, rev }),
    output: z.object({ id }),
    errors: ['headcount_not_found'],
    changes,
  },
  setRule: {
    can: 'staff.write',
    input: StaffRule,
    output: StaffRule,
    errors: ['level_in_use'],
    changes,
  },
} as const satisfies Contract['commands']
