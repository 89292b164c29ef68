import { expect, it } from 'vitest'
import type { SurveyRow } from '../../shared/network/contract.ts'
import { answersOf, rowsWith, typedOver } from './survey-typing.ts'

const row = (pointId: number): SurveyRow => ({
  pointId,
  name: `Thư viện ${pointId}`,
  kind: 'commune',
  commune: '',
  website: pointId === 1 ? 'no' : null,
  managed: null,
  answeredOn: null,
  source: '',
  isConnected: false,
})
const rows = [row(1), row(2)]

it('keeps what was typed into a row that a filter hides', () => {
  const typed = typedOver(rows, {}, rowsWith(rows, { 2: { website: 'yes', managed: '', source: 'Phiếu' } }))
  expect(typedOver([row(1)], typed, rowsWith([row(1)], {}))).toEqual(typed)
  expect(answersOf(typed)).toEqual([{ pointId: 2, website: 'yes', managed: null, source: 'Phiếu' }])
})

it('forgets what was typed back to what is recorded', () => {
  expect(typedOver(rows, { 1: { website: 'yes', managed: '', source: '' } }, rowsWith(rows, {}))).toEqual({})
})
