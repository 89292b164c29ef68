import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  codeOf,
  finishedJob,
  openTestEngine,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { mayPublish, requireRights } from './index.ts'

let test: TestEngine
let operator: Person
const titleId = 1
const decision = { basis: 'Hết thời hạn bảo hộ', evidence: 'Tác giả mất năm 1940', decidedBy: 'Lê Văn A' }

beforeEach(async () => {
  test = await openTestEngine()
  const clerk = await test.as('cataloguer')
  for (const title of ['Thanh Hóa chư thần lục', 'Địa chí Hà Tĩnh'])
    valueOf(await clerk.client.catalogue.addTitle({ title }))
  operator = await test.as('digitizer')
  valueOf(await operator.client.digitization.addProject({ year: 2026, name: 'Sách cổ' }))
  const making = { selection: { ids: [1, 2] }, projectId: 1, name: 'Đợt 1' }
  await finishedJob(operator, 'digitization.makeJobs', making)
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

type Status = 'public_domain' | 'licensed' | 'orphan' | 'unknown'
const decide = (decidedOn: string, status: Status, more: object = {}) =>
  operator.client.digitization.decideRights({ titleIds: [titleId], status, decidedOn, ...decision, ...more })
const statusOn = async (on: string) =>
  (await requireRights(test.engine.connection.db, titleId, on))?.status ?? null
const titlesIn = async (view: 'unknown' | 'expiring' | 'decided' | 'all') =>
  valueOf(await operator.client.digitization.rights({ view })).rows.map(({ id }) => id)

it('rights are what was decided last by that day, and unknown again once that has run out', async () => {
  expect(await statusOn('2026-11-10')).toBeNull()
  valueOf(await decide('2026-01-05', 'public_domain'))
  valueOf(await decide('2026-03-01', 'licensed', { expiresOn: '2026-06-30' }))
  expect(await statusOn('2026-01-04')).toBeNull()
  expect(await statusOn('2026-02-28')).toBe('public_domain')
  expect(await statusOn('2026-06-30')).toBe('licensed')
  expect(await statusOn('2026-07-01')).toBeNull()
})

it('what is proven by nothing is not decided, but said to be unknown', async () => {
  expect(codeOf(await decide('2026-01-05', 'licensed', { evidence: '' }))).toBe('evidence_missing')
  valueOf(await decide('2026-01-05', 'unknown', { basis: '', evidence: '' }))
  expect(await mayPublish(test.engine.connection.db, titleId, '2026-11-10')).toBe(false)
})

it('a decision taken back stays in the history and counts for nothing', async () => {
  const { ids } = valueOf(await decide('2026-01-05', 'public_domain'))
  valueOf(await operator.client.digitization.takeBackRights({ ids }))
  const { standing, history } = valueOf(await operator.client.digitization.rightsOf({ titleId }))
  expect(standing).toBeNull()
  expect(history).toMatchObject([{ status: 'public_domain', takenBackOn: '2026-11-10' }])
})

it('titles are listed by what is known of them, what runs out soon by itself', async () => {
  expect(await titlesIn('unknown')).toEqual([2, 1])
  valueOf(await decide('2026-01-05', 'licensed', { expiresOn: '2026-12-31' }))
  expect(await titlesIn('unknown')).toEqual([2])
  expect(await titlesIn('expiring')).toEqual([1])
  expect(await titlesIn('decided')).toEqual([1])
  valueOf(await operator.client.digitization.setRightsRule({ publishable: ['licensed'], warnDays: 10 }))
  expect(await titlesIn('expiring')).toEqual([])
})

describe('the gate before the public', () => {
  async function publish() {
    valueOf(await operator.client.digitization.move({ ids: [1], to: 'publish' }))
    const { stageId } = valueOf(await operator.client.digitization.job({ id: 1 }))
    return operator.client.digitization.finish({ id: 1, stageId })
  }

  it('is shut while rights are unknown, and open with a decision that allows it', async () => {
    expect(codeOf(await publish())).toBe('rights_missing')
    valueOf(await decide('2026-01-05', 'public_domain'))
    expect(codeOf(await publish())).toBe('ok')
  })

  it('is as wide as the library has settled', async () => {
    valueOf(await decide('2026-01-05', 'orphan'))
    expect(codeOf(await publish())).toBe('rights_missing')
    valueOf(await operator.client.digitization.setRightsRule({ publishable: ['orphan'], warnDays: 90 }))
    expect(codeOf(await publish())).toBe('ok')
  })
})
