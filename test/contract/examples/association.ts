import { among, by, type ExamplesOf } from '../example.ts'
import { dues } from './association-dues.ts'
import { friendly } from './association-friendly.ts'
import { admission, admitted, award, awarded, branch, founded, paid, school } from './association-steps.ts'

const ahead = '2199-12-24'
const members = [...admission.members]
const member = {
  branchId: 1,
  name: 'Nguyễn Thị Hòa',
  admittedOn: '2026-10-05',
  id: 1,
  rev: 1,
} as const
const below = by('activities', 'association.addBranch', {
  name: 'Chi hội cơ sở',
  parentId: 1,
  foundedOn: '2020-01-01',
})

export const association: ExamplesOf<'association'> = {
  ...dues,
  ...friendly,
  branches: [
    {
      name: 'stand below what they belong to',
      as: 'director',
      before: [founded, below, admitted],
      input: {},
      answers: [
        { id: 1, depth: 0, members: 3 },
        { id: 2, depth: 1, members: 0 },
      ],
    },
  ],
  members: [
    {
      name: 'are listed by given name',
      as: 'director',
      before: [founded, admitted],
      input: { state: 'current', admittedYear: 2026 },
      answers: {
        rows: [{ name: 'Trần Văn An' }, { name: 'Lê Thị Bích' }, { name: 'Nguyễn Thị Hòa' }],
        next: null,
        total: { count: 3, isExact: true },
      },
    },
    {
      name: 'are found without marks, or by card',
      as: 'director',
      before: [founded, admitted],
      input: { text: 'hoa nguyen', branchId: 1 },
      answers: { rows: among({ cardNumber: 'HV-001' }) },
    },
    {
      name: 'takes no cursor of another list',
      as: 'director',
      input: { cursor: '7' },
      refuses: 'invalid_input',
    },
  ],
  awards: [
    {
      name: 'are listed, the newest decision first',
      as: 'director',
      before: [awarded],
      input: { year: 2025, kind: 'medal', receivedBy: 'person', text: 'hoa' },
      answers: { rows: [{ id: 1, recipient: 'Nguyễn Thị Hòa' }], next: null },
    },
  ],
  addBranch: [
    { name: 'adds one', as: 'activities', input: branch, answers: { id: 1, rev: 1, depth: 0, ...branch } },
    {
      name: 'keeps names apart',
      as: 'activities',
      before: [founded],
      input: branch,
      refuses: 'duplicate_branch',
    },
    {
      name: 'needs the unit above it',
      as: 'activities',
      input: { ...branch, parentId: 404 },
      refuses: 'branch_not_found',
    },
    {
      name: 'ends after it began',
      as: 'activities',
      input: { ...branch, closedOn: '2010-01-01' },
      refuses: 'closed_before_founded',
    },
    {
      name: 'is there already',
      as: 'activities',
      input: { ...branch, foundedOn: ahead },
      refuses: 'day_in_future',
    },
  ],
  updateBranch: [
    {
      name: 'renames it',
      as: 'activities',
      before: [founded],
      input: { ...branch, name: 'Chi hội tỉnh', id: 1, rev: 1 },
      answers: { rev: 2, name: 'Chi hội tỉnh' },
    },
    {
      name: 'finds nothing',
      as: 'activities',
      input: { ...branch, id: 404, rev: 1 },
      refuses: 'branch_not_found',
    },
    {
      name: 'keeps names apart',
      as: 'activities',
      before: [founded, school],
      input: { ...branch, id: 2, rev: 1 },
      refuses: 'duplicate_branch',
    },
    {
      name: 'never belongs to what belongs to it',
      as: 'activities',
      before: [founded, below],
      input: { ...branch, parentId: 2, id: 1, rev: 1 },
      refuses: 'branch_below_itself',
    },
    {
      name: 'ends after it began',
      as: 'activities',
      before: [founded],
      input: { ...branch, closedOn: '2010-01-01', id: 1, rev: 1 },
      refuses: 'closed_before_founded',
    },
    {
      name: 'is there already',
      as: 'activities',
      before: [founded],
      input: { ...branch, foundedOn: ahead, id: 1, rev: 1 },
      refuses: 'day_in_future',
    },
  ],
  removeBranch: [
    {
      name: 'takes away one that nothing rests on',
      as: 'activities',
      before: [founded],
      input: { id: 1, rev: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as: 'activities', input: { id: 404, rev: 1 }, refuses: 'branch_not_found' },
    {
      name: 'leaves one that has paid',
      as: 'activities',
      before: [founded, paid],
      input: { id: 1, rev: 1 },
      refuses: 'branch_in_use',
    },
  ],
  admit: [
    {
      name: 'admits all of a decision',
      as: 'activities',
      before: [founded],
      input: { ...admission, members },
      answers: { ids: [1, 2, 3] },
    },
    {
      name: 'needs a branch',
      as: 'activities',
      input: { ...admission, members },
      refuses: 'branch_not_found',
    },
    {
      name: 'needs one that works',
      as: 'activities',
      before: [by('activities', 'association.addBranch', { ...branch, closedOn: '2020-01-01' })],
      input: { ...admission, members },
      refuses: 'branch_closed',
    },
    {
      name: 'keeps cards apart',
      as: 'activities',
      before: [founded, admitted],
      input: { ...admission, members },
      refuses: 'duplicate_card',
    },
    {
      name: 'has been decided',
      as: 'activities',
      before: [founded],
      input: { ...admission, members, admittedOn: ahead },
      refuses: 'day_in_future',
    },
  ],
  takeBackAdmission: [
    {
      name: 'takes a mistake back',
      as: 'activities',
      before: [founded, admitted],
      input: { ids: [1, 2, 3] },
      answers: { members: 3 },
    },
    { name: 'finds nothing', as: 'activities', input: { ids: [404] }, refuses: 'member_not_found' },
  ],
  updateMember: [
    {
      name: 'says that somebody left',
      as: 'activities',
      before: [founded, admitted],
      input: { ...member, leftOn: '2026-11-01', leftReason: 'Nghỉ hưu' },
      answers: { rev: 2, leftOn: '2026-11-01' },
    },
    {
      name: 'finds nothing',
      as: 'activities',
      input: { ...member, id: 404 },
      refuses: 'member_not_found',
    },
    {
      name: 'needs the branch',
      as: 'activities',
      before: [founded, admitted],
      input: { ...member, branchId: 404 },
      refuses: 'branch_not_found',
    },
    {
      name: 'keeps cards apart',
      as: 'activities',
      before: [founded, admitted],
      input: { ...member, cardNumber: 'HV-002' },
      refuses: 'duplicate_card',
    },
    {
      name: 'leaves after coming',
      as: 'activities',
      before: [founded, admitted],
      input: { ...member, leftOn: '2026-10-01' },
      refuses: 'left_before_admitted',
    },
    {
      name: 'has come',
      as: 'activities',
      before: [founded, admitted],
      input: { ...member, admittedOn: ahead },
      refuses: 'day_in_future',
    },
  ],
  addAward: [
    { name: 'records one', as: 'activities', input: award, answers: { id: 1, rev: 1, ...award } },
    {
      name: 'needs the branch it names',
      as: 'activities',
      input: { ...award, branchId: 404 },
      refuses: 'branch_not_found',
    },
    {
      name: 'has been decided',
      as: 'activities',
      input: { ...award, decidedOn: ahead },
      refuses: 'day_in_future',
    },
  ],
  updateAward: [
    {
      name: 'changes it',
      as: 'activities',
      before: [awarded],
      input: { ...award, kind: 'merit', id: 1, rev: 1 },
      answers: { rev: 2, kind: 'merit' },
    },
    {
      name: 'finds nothing',
      as: 'activities',
      input: { ...award, id: 404, rev: 1 },
      refuses: 'award_not_found',
    },
    {
      name: 'needs the branch it names',
      as: 'activities',
      before: [awarded],
      input: { ...award, branchId: 404, id: 1, rev: 1 },
      refuses: 'branch_not_found',
    },
    {
      name: 'has been decided',
      as: 'activities',
      before: [awarded],
      input: { ...award, decidedOn: ahead, id: 1, rev: 1 },
      refuses: 'day_in_future',
    },
  ],
  removeAward: [
    {
      name: 'takes it away',
      as: 'activities',
      before: [awarded],
      input: { id: 1, rev: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as: 'activities', input: { id: 404, rev: 1 }, refuses: 'award_not_found' },
  ],
}
