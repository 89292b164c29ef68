import { by, type ExamplesOf } from '../example.ts'
import { admitted, founded, rated, reckoned } from './association-steps.ts'

const past = by('activities', 'activities.add', {
  name: 'Nói chuyện chuyên đề',
  typeCode: 'E03',
  sessions: [{ on: '2026-11-01' }],
})

export const home: ExamplesOf<'home'> = {
  overview: [
    {
      name: 'says what waits for somebody',
      as: 'director',
      before: [founded, admitted, rated, reckoned, past],
      input: { since: 'week' },
      answers: {
        due: [
          { kind: 'duesArrears', count: 1, on: null },
          { kind: 'backupDue', on: null },
        ],
        begun: { holdings: false, activities: true },
      },
    },
    {
      name: 'tells nobody of what they may not see',
      as: 'reader',
      before: [founded, admitted, rated, reckoned],
      input: {},
      answers: { due: [], missing: [] },
    },
  ],
}
