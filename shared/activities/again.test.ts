import { expect, it } from 'vitest'
import { ActivityFields } from './activity.ts'
import { nameOfYear, plannedAgain } from './again.ts'

it('is planned on the same days of a later year, with its hours and without what came of it', () => {
  const activity = ActivityFields.parse({
    name: 'Hội sách',
    typeCode: 'E02',
    state: 'done',
    cost: 5,
    copiesGiven: 30,
    partnerIds: [4],
    campaignIds: [1],
    sessions: [
      { id: 7, on: '2024-02-29', until: '2024-03-02', startTime: '08:00', state: 'held', attended: 90 },
    ],
  })
  expect(plannedAgain(activity, 1)).toMatchObject({
    state: 'planned',
    cost: null,
    copiesGiven: null,
    partnerIds: [4],
    campaignIds: [],
    sessions: [
      {
        id: null,
        on: '2025-02-28',
        until: '2025-03-02',
        startTime: '08:00',
        state: 'planned',
        attended: null,
      },
    ],
  })
})

it('a year in a name becomes the new one, and no other number does', () => {
  expect(nameOfYear('Ngày Sách 2026 – kỷ niệm 120260', 2026, 2027)).toBe('Ngày Sách 2027 – kỷ niệm 120260')
})
