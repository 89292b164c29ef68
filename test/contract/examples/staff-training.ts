import { by, type ExamplesOf } from '../example.ts'
import { attended, course, withCourse, withMember } from './staff-steps.ts'

const plan = { year: 2026, decisionNumber: '05/QĐ-TV', approvedOn: '2026-01-15' } as const
const named = { memberId: 1 } as const
const has = [withMember, withCourse]

export const trainingExamples = {
  courses: [
    {
      name: 'stand beside their plan',
      as: 'reader',
      before: [...has, by('director', 'staff.savePlan', plan)],
      input: { year: 2026 },
      answers: { plan, courses: [{ id: 1, plannedPeople: 10, people: 1 }], years: [2026] },
    },
  ],
  savePlan: [
    { name: 'is made with the first saving', as: 'director', input: plan, answers: { id: 1, rev: 1 } },
    {
      name: 'was approved by today',
      as: 'director',
      input: { ...plan, approvedOn: '2199-01-01' },
      refuses: 'in_future',
    },
  ],
  addCourse: [
    {
      name: 'counts those without names too',
      as: 'director',
      before: [withMember],
      input: { ...course, attendances: [named, { people: 12 }] },
      answers: { id: 1, people: 13 },
    },
    {
      name: 'ends in its year',
      as: 'director',
      input: { ...course, year: 2025 },
      refuses: 'held_in_other_year',
    },
    {
      name: 'ends after it began',
      as: 'director',
      input: { ...course, heldUntil: '2026-05-01' },
      refuses: 'held_out_of_order',
    },
    {
      name: 'has nobody before it is held',
      as: 'director',
      before: [withMember],
      input: { ...attended, heldFrom: null, heldUntil: null },
      refuses: 'attended_not_held',
    },
    { name: 'finds nobody', as: 'director', input: attended, refuses: 'member_not_found' },
    {
      name: 'counts a person once',
      as: 'director',
      before: [withMember],
      input: { ...course, attendances: [named, named] },
      refuses: 'member_twice',
    },
    {
      name: 'has one person under a name',
      as: 'director',
      before: [withMember],
      input: { ...course, attendances: [{ ...named, people: 2 }] },
      refuses: 'many_under_one_name',
    },
  ],
  updateCourse: [
    {
      name: 'takes one out again',
      as: 'director',
      before: has,
      input: { ...course, id: 1, rev: 1, attendances: [] },
      answers: { rev: 2, people: 0 },
    },
    {
      name: 'finds nothing',
      as: 'director',
      input: { ...course, id: 404, rev: 1 },
      refuses: 'course_not_found',
    },
    {
      name: 'ends in its year',
      as: 'director',
      before: has,
      input: { ...course, id: 1, rev: 1, year: 2025 },
      refuses: 'held_in_other_year',
    },
    {
      name: 'ends after it began',
      as: 'director',
      before: has,
      input: { ...course, id: 1, rev: 1, heldUntil: '2026-05-01' },
      refuses: 'held_out_of_order',
    },
    {
      name: 'has nobody before it is held',
      as: 'director',
      before: has,
      input: { ...attended, id: 1, rev: 1, heldFrom: null, heldUntil: null },
      refuses: 'attended_not_held',
    },
    {
      name: 'finds nobody',
      as: 'director',
      before: has,
      input: { ...course, id: 1, rev: 1, attendances: [{ memberId: 404 }] },
      refuses: 'member_not_found',
    },
    {
      name: 'counts a person once',
      as: 'director',
      before: has,
      input: { ...course, id: 1, rev: 1, attendances: [named, named] },
      refuses: 'member_twice',
    },
    {
      name: 'has one person under a name',
      as: 'director',
      before: has,
      input: { ...course, id: 1, rev: 1, attendances: [{ ...named, people: 2 }] },
      refuses: 'many_under_one_name',
    },
  ],
  removeCourse: [
    {
      name: 'takes it away with those who came',
      as: 'director',
      before: has,
      input: { id: 1, rev: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as: 'director', input: { id: 404, rev: 1 }, refuses: 'course_not_found' },
  ],
  exportCourses: [
    {
      name: 'hands out the year',
      as: 'reader',
      before: has,
      input: { year: 2026, format: 'csv' },
      answers: { rows: 1 },
    },
  ],
} satisfies Partial<ExamplesOf<'staff'>>
