import { by, type ExamplesOf } from '../example.ts'
import { admitted, founded, rated, reckoned } from './association-steps.ts'

const coming = by('activities', 'activities.add', {
  name: 'Trưng bày sách',
  typeCode: 'E01',
  sessions: [{ on: '2026-11-12' }],
})
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
      before: [founded, admitted, rated, reckoned, coming, past],
      input: { since: 'week' },
      answers: {
        due: [
          { kind: 'activitiesComing', count: 1, on: '2026-11-12' },
          { kind: 'duesArrears', count: 1 },
          { kind: 'backupDue', on: null },
        ],
        missing: [{ kind: 'activitiesPast', count: 1, on: '2026-11-01' }],
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
