import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../../shared/dates.ts'
import { isStock } from '../../../shared/indicators/left-out.ts'
import type { MeasureName } from '../../../shared/indicators/formulas.ts'
import { measureName } from '../../../shared/indicators/own-text.ts'
import { runtimeKey } from '../../../shared/texts.ts'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  type Person,
  type TestEngine,
} from '../../../test/support/engine.ts'
import { summer } from '../../../test/support/signed.ts'
import { wordsIn } from '../../words.ts'
import { computeAll, measures, onceEach } from '../compute.ts'
import { leftOutOf } from './find.ts'

const names = Object.keys(measures) as MeasureName[]
const quarter = { from: '2026-07-01', to: '2026-09-30' }

describe('what was not counted', () => {
  let test: TestEngine
  let clerk: Person
  beforeAll(async () => {
    test = await openTestEngine({ dataDir: testFolder() })
    clerk = await test.as('cataloguer')
    const { copies, catalogue } = clerk.client
    valueOf(await copies.addSeries({ name: 'Sách', prefix: 'VN' }))
    const { id: titleId } = valueOf(await catalogue.addTitle({ title: 'Sông', addedOn: '2020-01-01' }))
    const deliver = async (receivedOn: string, count: number) => {
      const voucher = { number: receivedOn, receivedOn, source: 'purchase' } as const
      const { id: voucherId } = valueOf(await copies.addVoucher(voucher))
      const lines = Array.from({ length: count }, () => ({ titleId, seriesId: 1, siteId: 1 }))
      return valueOf(await copies.accession({ voucherId, copies: lines })).ids
    }
    const [first = 0] = await deliver('2026-05-01', 20)
    await deliver('2026-06-30', 2)
    const [wrong = 0] = await deliver('2026-08-01', 4)
    await deliver('2026-10-03', 1)
    valueOf(await copies.cancelCopies({ copyIds: [wrong], reason: 'nhầm' }))
    const decided = {
      decisionNumber: '1',
      decidedOn: '2026-09-01',
      withdrawnOn: '2026-09-01',
      ground: 'lost',
    } as const
    valueOf(await copies.withdraw({ ...decided, copyIds: [first] }))
  })
  afterAll(async () => {
    expect(test.faults).toEqual([])
    await test.close()
  })

  const groupsOf = async (code: string) =>
    valueOf(await clerk.client.indicators.leftOut({ code, ...summer })).groups.map(
      ({ reason, rowCount }) => [reason, rowCount] as const,
    )

  it('of the stock are copies that were cancelled, withdrawn, or came after its last day', async () => {
    expect(await groupsOf('M2b.01')).toEqual([
      ['cancelled', 1],
      ['withdrawn', 1],
      ['just_after', 1],
    ])
  })

  it('of what came in are those entered by mistake, and those of the days beside the period', async () => {
    expect(await groupsOf('M2b.04b')).toEqual([
      ['cancelled', 1],
      ['just_before', 2],
      ['just_after', 1],
    ])
  })

  it('of activities are sessions that did not take place and those that nobody counted', async () => {
    const { client } = await test.as('activities')
    const session = (on: string, state: 'planned' | 'held' | 'dropped', attended: number | null) => ({
      on,
      state,
      attended,
    })
    const sessions = [
      session('2026-08-01', 'held', null),
      session('2026-08-02', 'planned', null),
      session('2026-08-03', 'dropped', null),
      session('2026-08-04', 'held', 30),
    ]
    const fields = { name: 'Trưng bày', typeCode: 'E05', accepted: ['sessions_overlap' as const], sessions }
    valueOf(await client.activities.add(fields as Parameters<typeof client.activities.add>[0]))
    const counted = valueOf(await client.indicators.list(summer)).values.find(({ value }) => value === 30)
    expect(await groupsOf(counted?.code ?? '')).toEqual([
      ['not_held', 1],
      ['dropped', 1],
      ['blank', 1],
    ])
  })
})

describe('over a whole library', () => {
  let test: TestEngine
  beforeAll(async () => {
    test = await openTestEngine({ dataDir: testFolder() })
    const job = await finishedJob(await test.as('administrator'), 'demo.fill', {
      titles: 300,
      seed: 3,
      withDigitization: true,
    })
    expect(job.state).toBe('done')
  }, 60_000)
  afterAll(() => test.close())

  it('nothing is both counted and not, each row is told once, and all can be read', async () => {
    const { db } = test.engine.connection
    for (const figure of await computeAll(db, quarter)) {
      const counted = new Map(figure.rows.map(({ measure, ids }) => [measure, new Set(ids)]))
      const seen = new Set<string>()
      for (const { measure, ids } of await leftOutOf(db, figure)) {
        expect(ids.filter((id) => counted.get(measure)?.has(id))).toEqual([])
        for (const id of ids)
          expect(seen.has(`${measure} ${id}`), `${figure.code} ${measure} ${id}`).toBe(false)
        for (const id of ids) seen.add(`${measure} ${id}`)
        expect(await measures[measure].label(db, ids.slice(0, 20)), measure).toHaveLength(
          Math.min(20, ids.length),
        )
      }
    }
  }, 60_000)

  it('what is called a stock is told by the last day alone', async () => {
    const { db } = test.engine.connection
    for (const measure of names.filter(isStock)) {
      const whole = await measures[measure].find(db, quarter, onceEach())
      const last = await measures[measure].find(
        db,
        { from: addDays(quarter.to, -1), to: quarter.to },
        onceEach(),
      )
      // Whether anybody counted beside the card register is asked of the whole period.
      expect(last.ids, measure).toEqual(whole.ids)
      expect(last.weight, measure).toBe(whole.weight)
    }
  })

  it('every measure has a name, and its rows are called something', () => {
    for (const t of [wordsIn.vi, wordsIn.en])
      for (const measure of names) {
        const { tableName } = measures[measure]
        for (const key of [`indicators.rowKinds.${tableName}`, `indicators.rowCounts.${tableName}`])
          expect(t(runtimeKey(key), { count: 2, shown: '2' }), key).not.toBe(key)
        expect(measureName(t, measure)).not.toContain('indicators.parts')
      }
  })
})
