import type { ExamplesOf } from '../example.ts'
import { headcountExamples } from './staff-headcounts.ts'
import { assessed, course, level, member, posting, today, withCourse, withMember } from './staff-steps.ts'
import { trainingExamples } from './staff-training.ts'

const stray = { fromOn: '2010-01-01', qualification: 'other' } as const

export const staff: ExamplesOf<'staff'> = {
  ...trainingExamples,
  ...headcountExamples,
  people: [
    {
      name: 'are told as of a day',
      as: 'reader',
      before: [withMember],
      input: { on: '2026-06-30', text: 'ngoc' },
      answers: { rows: [{ id: 1, qualification: 'college', post: 'Thủ thư', level: null }], next: null },
    },
  ],
  member: [
    {
      name: 'is told with courses and levels',
      as: 'reader',
      before: [withMember, withCourse, assessed],
      input: { id: 1 },
      answers: { assessments: [{ level: 3 }], courses: [{ name: course.name, hours: 24 }] },
    },
    { name: 'is not there', as: 'reader', input: { id: 404 }, refuses: 'member_not_found' },
  ],
  addMember: [
    { name: 'adds one', as: 'director', input: member, answers: { id: 1, rev: 1, endsOn: null } },
    {
      name: 'does nothing before the first day',
      as: 'director',
      input: { ...member, postings: [stray] },
      refuses: 'posting_before_start',
    },
    {
      name: 'does nothing after the last day',
      as: 'director',
      input: { ...member, endsOn: '2026-07-01' },
      refuses: 'posting_after_end',
    },
    {
      name: 'has one post on a day',
      as: 'director',
      input: { ...member, postings: [posting, posting] },
      refuses: 'posting_twice',
    },
    {
      name: 'leaves after coming',
      as: 'director',
      input: { ...member, endsOn: '2017-01-01' },
      refuses: 'end_before_start',
    },
    {
      name: 'works in a site that is there',
      as: 'director',
      input: { ...member, postings: [{ ...posting, siteId: 404 }] },
      refuses: 'site_not_found',
    },
    {
      name: 'comes back with a level of the scale',
      as: 'director',
      input: { ...member, assessments: [{ on: '2026-01-01', level: 99, manner: 'self' }] },
      refuses: 'level_unknown',
    },
    {
      name: 'comes back with what was said by today',
      as: 'director',
      input: { ...member, assessments: [{ on: '2099-01-01', level: 1, manner: 'self' }] },
      refuses: 'in_future',
    },
  ],
  updateMember: [
    {
      name: 'lets one leave',
      as: 'director',
      before: [withMember],
      input: { ...member, id: 1, rev: 1, endsOn: '2026-10-01' },
      answers: { rev: 2, endsOn: '2026-10-01' },
    },
    {
      name: 'finds nobody',
      as: 'director',
      input: { ...member, id: 404, rev: 1 },
      refuses: 'member_not_found',
    },
    {
      name: 'does nothing before the first day',
      as: 'director',
      before: [withMember],
      input: { ...member, id: 1, rev: 1, postings: [stray] },
      refuses: 'posting_before_start',
    },
    {
      name: 'does nothing after the last day',
      as: 'director',
      before: [withMember],
      input: { ...member, id: 1, rev: 1, endsOn: '2026-07-01' },
      refuses: 'posting_after_end',
    },
    {
      name: 'has one post on a day',
      as: 'director',
      before: [withMember],
      input: { ...member, id: 1, rev: 1, postings: [posting, posting] },
      refuses: 'posting_twice',
    },
    {
      name: 'leaves after coming',
      as: 'director',
      before: [withMember],
      input: { ...member, id: 1, rev: 1, endsOn: '2017-01-01' },
      refuses: 'end_before_start',
    },
    {
      name: 'works in a site that is there',
      as: 'director',
      before: [withMember],
      input: { ...member, id: 1, rev: 1, postings: [{ ...posting, siteId: 404 }] },
      refuses: 'site_not_found',
    },
  ],
  removeMember: [
    {
      name: 'takes away one entered by mistake',
      as: 'director',
      before: [withMember, assessed],
      input: { id: 1, rev: 2 },
      answers: { id: 1 },
    },
    { name: 'finds nobody', as: 'director', input: { id: 404, rev: 1 }, refuses: 'member_not_found' },
    {
      name: 'leaves one who was at a course',
      as: 'director',
      before: [withMember, withCourse],
      input: { id: 1, rev: 2 },
      refuses: 'member_has_courses',
    },
  ],
  assess: [
    {
      name: 'says a level once more on the same day',
      as: 'director',
      before: [withMember, assessed],
      input: { ...level, level: 2 },
      answers: { assessments: [{ id: 1, level: 2 }] },
    },
    { name: 'finds nobody', as: 'director', input: level, refuses: 'member_not_found' },
    {
      name: 'knows the scale',
      as: 'director',
      before: [withMember],
      input: { ...level, level: 9 },
      refuses: 'level_unknown',
    },
    {
      name: 'says nothing of the future',
      as: 'director',
      before: [withMember],
      input: { ...level, on: '2199-01-01' },
      refuses: 'in_future',
    },
  ],
  removeAssessment: [
    {
      name: 'takes it away',
      as: 'director',
      before: [withMember, assessed],
      input: { id: 1 },
      answers: { id: 1, assessments: [] },
    },
    { name: 'finds nothing', as: 'director', input: { id: 404 }, refuses: 'assessment_not_found' },
  ],
  exportPeople: [
    {
      name: 'hands out what the list shows',
      as: 'reader',
      before: [withMember],
      input: { filters: { on: today }, format: 'csv' },
      answers: { rows: 1 },
    },
  ],
}
