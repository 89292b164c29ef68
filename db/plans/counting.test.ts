import fc from 'fast-check'
import { expect, it } from 'vitest'
import { quarterBounds } from '../../shared/dates.ts'
import { openTestEngine } from '../../test/support/engine.ts'
import { compute } from '../indicators/index.ts'
import { findIndicator } from '../../shared/indicators/formulas.ts'
import { insertRow } from '../plain-rows.ts'

const runs = 60
const day = fc
  .integer({ min: 0, max: 729 })
  .map((days) => new Date(Date.UTC(2025, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })

const stages = ['review', 'advise', 'consult', 'issue', 'amend'] as const
const document = fc.record({
  removedOn: maybe(day),
  stages: fc.uniqueArray(fc.record({ stage: fc.constantFrom(...stages), on: day }), {
    maxLength: 4,
    selector: ({ stage, on }) => `${stage} ${on}`,
  }),
})
const milestone = fc.record({
  removedOn: maybe(day),
  dueOn: day,
  doneOn: maybe(day),
  delays: fc.uniqueArray(fc.record({ on: day, dueOn: day }), { maxLength: 2, selector: ({ on }) => on }),
})
const roadmap = fc
  .record({
    removedOn: maybe(day),
    span: fc.tuple(day, day).map((days) => days.toSorted()),
    approvedOn: maybe(day),
    replacedAfter: maybe(fc.nat(300)),
    milestones: fc.array(milestone, { maxLength: 4 }),
  })
  .map(({ replacedAfter, approvedOn, ...rest }) => ({
    ...rest,
    approvedOn,
    replacedOn:
      approvedOn === null || replacedAfter === null
        ? null
        : new Date(Date.parse(approvedOn) + replacedAfter * 86_400_000).toISOString().slice(0, 10),
  }))
const allocation = fc.record({
  removedOn: maybe(day),
  year: fc.constantFrom(2025, 2026),
  purpose: fc.constantFrom('modernization', 'other'),
  allocatedOn: day,
  amount: fc.integer({ min: 1, max: 1_000_000_000 }),
  spendings: fc.array(fc.record({ on: day, amount: fc.integer({ min: 1, max: 1_000_000_000 }) }), {
    maxLength: 3,
  }),
})
const history = fc.record({
  documents: fc.array(document, { maxLength: 5 }),
  roadmaps: fc.array(roadmap, { maxLength: 4 }),
  allocations: fc.array(allocation, { maxLength: 5 }),
  quarter: fc.record({ year: fc.constantFrom(2025, 2026), quarter: fc.integer({ min: 1, max: 4 }) }),
})
type History = typeof history extends fc.Arbitrary<infer Value> ? Value : never

const hundredths = (value: number) => Math.round(value * 100) / 100
const shareOf = (part: number, whole: number) => (whole === 0 ? null : hundredths((part / whole) * 100))
const sum = (amounts: readonly number[]) => amounts.reduce((total, each) => total + each, 0)

/** The same figures once more, slowly and plainly. */
function plainly({ documents, roadmaps, allocations, quarter }: History): Record<string, number | null> {
  const { from, to } = quarterBounds(quarter)
  const isWithin = (on: string) => from <= on && on <= to
  const told = documents.filter(({ removedOn }) => removedOn === null)
  const plans = roadmaps.filter(({ removedOn }) => removedOn === null)
  const due = plans.flatMap(({ milestones, approvedOn, replacedOn }) =>
    milestones
      .filter(({ removedOn }) => removedOn === null)
      .map(({ dueOn, doneOn, delays }) => {
        const days = [dueOn, ...delays.filter(({ on }) => on <= to).map((delay) => delay.dueOn)]
        return { on: days.toSorted().at(-1) ?? '', doneOn }
      })
      .filter(({ on }) => on <= to && approvedOn !== null && approvedOn <= to)
      .filter(({ on }) => replacedOn === null || on < replacedOn),
  )
  const given = allocations.filter(
    (each) =>
      each.removedOn === null &&
      each.purpose === 'modernization' &&
      each.year === quarter.year &&
      each.allocatedOn <= to,
  )
  const amount = sum(given.map((each) => each.amount))
  const spendings = given.flatMap((each) => each.spendings).filter(({ on }) => on <= to)
  const reached = (stage?: string) =>
    told.filter((each) =>
      each.stages.some((one) => isWithin(one.on) && (stage === undefined || one.stage === stage)),
    ).length
  return {
    'M1.01': reached(),
    ...Object.fromEntries(stages.map((stage, at) => [`M1.01a${at + 1}`, reached(stage)])),
    'M1.02': plans.filter(
      ({ span: [begin = '', end = ''], approvedOn, replacedOn }) =>
        begin <= to &&
        to <= end &&
        approvedOn !== null &&
        approvedOn <= to &&
        (replacedOn === null || replacedOn > to),
    ).length,
    'M1.03': shareOf(due.filter(({ on, doneOn }) => doneOn !== null && doneOn <= on).length, due.length),
    'M1.04': hundredths(amount / 1_000_000),
    'M1.05': shareOf(sum(spendings.map((each) => each.amount)), amount),
  }
}

it('figures of plans and money are those of a plain recount, for any history and any quarter', async () => {
  const test = await openTestEngine()
  const { db } = test.engine.connection
  const property = fc.asyncProperty(history, async (told) => {
    await write(told)
    const plain = plainly(told)
    const isBegun = {
      'M1.01': told.documents.some((each) => each.stages.length > 0),
      'M1.02': told.roadmaps.length > 0,
      'M1.04': told.allocations.length > 0,
      'M1.05': told.allocations.length > 0,
    }
    for (const [code, wanted] of Object.entries(plain)) {
      const indicator = findIndicator(code) ?? expect.unreachable(code)
      const { value, status } = await compute(db, indicator, quarterBounds(told.quarter))
      const group = code.slice(0, 5) as keyof typeof isBegun
      if (isBegun[group] === false) expect([code, status]).toEqual([code, 'not_collected'])
      else expect([code, value]).toEqual([code, wanted])
    }
  })
  async function write({ documents, roadmaps, allocations }: History): Promise<void> {
    for (const table of ['disbursement', 'allocation', 'milestoneDelay', 'milestone', 'policyStage'] as const)
      await db.deleteFrom(table).execute()
    await db.deleteFrom('roadmap').execute()
    await db.deleteFrom('policyDocument').where('origin', '=', 'own').execute()
    for (const { stages: reached, removedOn } of documents) {
      const own = { name: 'Đề án', kind: 'project', field: 'digital', origin: 'own', removedOn }
      const documentId = await insertRow(db, 'policyDocument', own)
      for (const stage of reached) await insertRow(db, 'policyStage', { documentId, ...stage })
    }
    for (const { span, milestones, approvedOn, replacedOn, removedOn } of roadmaps) {
      const days = { startsOn: span[0] ?? '', endsOn: span[1] ?? '', approvedOn, replacedOn, removedOn }
      const roadmapId = await insertRow(db, 'roadmap', { name: 'Lộ trình', kind: 'it', ...days })
      for (const { delays, ...fields } of milestones) {
        const milestoneId = await insertRow(db, 'milestone', { roadmapId, name: 'Hạng mục', ...fields })
        for (const delay of delays)
          await insertRow(db, 'milestoneDelay', { milestoneId, reason: 'Chờ', ...delay })
      }
    }
    for (const { spendings, ...fields } of allocations) {
      const allocationId = await insertRow(db, 'allocation', { name: 'Khoản', source: 'budget', ...fields })
      for (const spending of spendings) await insertRow(db, 'disbursement', { allocationId, ...spending })
    }
  }
  await fc.assert(property, { numRuns: runs })
  await test.close()
}, 600_000)
