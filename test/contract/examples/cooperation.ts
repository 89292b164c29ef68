import { by, type ExamplesOf } from '../example.ts'
import { planned, school } from './activity-steps.ts'
import { gifts } from './cooperation-gifts.ts'
import { papers } from './cooperation-papers.ts'
import { records } from './cooperation-records.ts'
import { fund, funded } from './cooperation-steps.ts'

const used = by('activities', 'activities.add', {
  ...planned,
  partnerIds: [1],
  typeCode: 'E11',
  details: { host: 1 },
})

export const cooperation: ExamplesOf<'cooperation'> = {
  ...gifts,
  ...papers,
  ...records,
  partner: [
    {
      name: 'is told with how often it is named',
      as: 'reader',
      before: [school, used],
      input: { id: 1 },
      answers: { activities: 1 },
    },
    { name: 'is not there', as: 'reader', input: { id: 404 }, refuses: 'partner_not_found' },
  ],
  partners: [
    {
      name: 'are found without marks, in the order of the alphabet',
      as: 'reader',
      before: [school, funded],
      input: { text: 'chau a quy' },
      answers: { rows: [{ id: 2, country: 'Hoa Kỳ', activities: 0 }], next: null, total: 1 },
    },
    {
      name: 'takes no cursor of another list',
      as: 'reader',
      input: { cursor: 'x' },
      refuses: 'invalid_input',
    },
  ],
  addPartner: [
    { name: 'adds one', as: 'activities', input: fund, answers: { id: 1, rev: 1, ...fund } },
    {
      name: 'keeps names apart',
      as: 'activities',
      before: [funded],
      input: fund,
      refuses: 'duplicate_partner',
    },
  ],
  updatePartner: [
    {
      name: 'renames it',
      as: 'activities',
      before: [school],
      input: { ...fund, id: 1, rev: 1 },
      answers: { rev: 2, name: fund.name },
    },
    {
      name: 'finds nothing',
      as: 'activities',
      input: { ...fund, id: 404, rev: 1 },
      refuses: 'partner_not_found',
    },
    {
      name: 'keeps names apart',
      as: 'activities',
      before: [school, funded],
      input: { ...fund, id: 1, rev: 1 },
      refuses: 'duplicate_partner',
    },
  ],
  mergePartners: [
    {
      name: 'moves all that spoke of the one to the other',
      as: 'activities',
      before: [school, funded, used],
      input: { id: 1, intoId: 2 },
      answers: { id: 2, activities: 1 },
    },
    {
      name: 'finds nothing',
      as: 'activities',
      before: [school],
      input: { id: 404, intoId: 1 },
      refuses: 'partner_not_found',
    },
    {
      name: 'needs two',
      as: 'activities',
      before: [school],
      input: { id: 1, intoId: 1 },
      refuses: 'same_partner',
    },
  ],
  removePartner: [
    {
      name: 'takes away one that nothing speaks of',
      as: 'activities',
      before: [school],
      input: { id: 1, rev: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as: 'activities', input: { id: 404, rev: 1 }, refuses: 'partner_not_found' },
    {
      name: 'leaves one that is used',
      as: 'activities',
      before: [school, used],
      input: { id: 1, rev: 1 },
      refuses: 'partner_in_use',
    },
  ],
}
