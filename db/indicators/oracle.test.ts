import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addDays } from '../../shared/dates.ts'
import type { MeasureName } from '../../shared/indicators/formulas.ts'
import { holdings } from '../../test/oracle/holdings.ts'
import { tablesOf, type Recount } from '../../test/oracle/rows.ts'
import { servicesAndPlaces } from '../../test/oracle/services.ts'
import { finishedJob, openTestEngine, testFolder, type TestEngine } from '../../test/support/engine.ts'
import { isMeasure, measures, onceEach, weighed } from './compute.ts'

const recounts: Record<string, Recount> = { ...holdings, ...servicesAndPlaces }

/** Measures that a module’s own property test recounts from whole records, or whose few rows its tests say by hand. */
const elsewhere: readonly [RegExp, string][] = [
  [/^activities\./, 'db/activities/counting.test.ts'],
  [/^plans\./, 'db/plans/counting.test.ts'],
  [/^network\./, 'db/network/counting.test.ts'],
  [/^rotation\.(outside|session)/, 'db/rotation/figures.test.ts'],
  [/^stock\./, 'shared/stock/rules.test.ts'],
  [/^staff\./, 'db/staff/staff.test.ts'],
  [/^readers\./, 'db/readers/readers.test.ts'],
  [/^cooperation\./, 'db/cooperation/counting.test.ts'],
  [/^association\./, 'db/association/association.test.ts'],
  [/^facilities\.(workflows|infrastructure|readerServices)/, 'db/facilities/facilities.test.ts'],
  [/^digitization\.described$/, 'db/digitization/collections.test.ts'],
  [/^indicators\.given$/, 'shared/indicators/given.test.ts'],
]

const whatTheSampleLacks = `
  insert into product (kind, name, foreword, groupBy, hasAuthorIndex, hasTitleIndex, hasSummaries, issuedOn, createdAt)
    select iif(id % 2, 'bibliography', 'review'), 'Thư mục ' || id, '', 'none', 0, 0, 0, iif(id % 3, '2026-05-15', null),
      '2026-01-01T00:00:00.000Z' from title where id <= 12;
  insert into linkCheck (titleId, checkedOn, isWorking, note) select id, '2026-05-15', id % 2, '' from title where id <= 40;
  update title set material = 'link' where id <= 40`

let test: TestEngine
beforeAll(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  const job = await finishedJob(await test.as('administrator'), 'demo.fill', {
    titles: 40,
    seed: 5,
    withDigitization: true,
  })
  expect(job.state).toBe('done')
  // A history behind the app's back: what only commands may do, a recount must bear.
  const { raw } = test.engine.connection
  const triggers = raw
    .prepare<[], string>(`select name from sqlite_master where type = 'trigger'`)
    .pluck()
    .all()
  for (const name of triggers) raw.exec(`drop trigger "${name}"`)
  raw.exec(whatTheSampleLacks)
  for (const [table] of tables)
    expect(raw.prepare(`select count(*) from "${table}"`).pluck().get(), table).not.toBe(0)
}, 60_000)
afterAll(() => test.close())

/** Days that histories are moved to: around the turns of quarters, so that many meet at one. */
const day = fc.constantFrom(
  '2025-12-31',
  '2026-01-01',
  '2026-03-31',
  '2026-04-01',
  '2026-05-15',
  '2026-06-30',
  '2026-07-01',
  '2026-09-30',
)
const tables = [
  ['copy', 'accessionedOn'],
  ['copy', 'withdrawnOn'],
  ['copy', 'cancelledOn'],
  ['title', 'addedOn'],
  ['title', 'removedOn'],
  ['subscription', 'startsOn'],
  ['subscription', 'endsOn'],
  ['titleClass', 'setOn'],
  ['titleClass', 'endedOn'],
  ['digitizationEvent', 'on'],
  ['digitalCollection', 'closedOn'],
  ['digitalCollectionTitle', 'removedOn'],
  ['fixityCheck', 'on'],
  ['fileCopy', 'addedOn'],
  ['digitalFile', 'goneOn'],
  ['storageVolume', 'retiredOn'],
  ['room', 'closedOn'],
  ['roomMeasure', 'fromOn'],
  ['equipment', 'acquiredOn'],
  ['equipment', 'retiredOn'],
  ['software', 'untilOn'],
  ['counterValue', 'on'],
  ['branch', 'closedOn'],
  ['member', 'admittedOn'],
  ['member', 'leftOn'],
  ['duesEntry', 'on'],
  ['award', 'decidedOn'],
  ['gift', 'receivedOn'],
  ['gift', 'removedOn'],
  ['membership', 'endedOn'],
  ['agreement', 'endsOn'],
  ['exchange', 'sentOn'],
  ['shipment', 'sentOn'],
  ['product', 'issuedOn'],
  ['linkCheck', 'checkedOn'],
] as const
const turn = fc.record({
  at: fc.constantFrom(...tables),
  /** Which rows: those whose number leaves a rest. */
  every: fc.integer({ min: 1, max: 7 }),
  rest: fc.nat(6),
  on: day,
})
const span = fc.tuple(day, fc.nat(120)).map(([to, days]) => ({ from: addDays(to, -days), to }))

it('whatever the history, every measure is what a slow recount of the raw rows gives, on any day', async () => {
  const { raw, db } = test.engine.connection
  const names = Object.keys(recounts).filter(isMeasure)
  const property = fc.asyncProperty(
    fc.array(turn, { maxLength: 30 }),
    fc.array(span, { minLength: 1, maxLength: 2 }),
    async (turns, spans) => {
      raw.exec('savepoint history')
      try {
        for (const { at, every, rest, on } of turns)
          raw
            .prepare(`update or ignore "${at[0]}" set "${at[1]}" = ? where id % ? = ?`)
            .run(on, every, rest % every)
        for (const asked of spans) {
          const rows = tablesOf(raw)
          const once = onceEach()
          for (const name of names) {
            const found = await measures[name].find(db, asked, once)
            const counted = found.isCollected === false ? null : weighed(found)
            expect(counted, `${name} ${asked.from} ${asked.to}`).toBe(recounts[name]?.(rows, asked))
            expect(new Set(found.ids).size, name).toBe(found.ids.length)
            const { count = () => counted } = measures[name]
            expect(await count(db, asked, once), name).toBe(counted)
            expect(found.weights?.length ?? found.ids.length, name).toBe(found.ids.length)
          }
        }
      } finally {
        raw.exec('rollback to history')
        raw.exec('release history')
      }
    },
  )
  await fc.assert(property, { numRuns: 6 })
}, 120_000)

it('every measure that an indicator counts by is recounted here or by its module', () => {
  const nowhere = (Object.keys(measures) as MeasureName[]).filter(
    (name) => recounts[name] === undefined && !elsewhere.some(([pattern]) => pattern.test(name)),
  )
  expect(nowhere).toEqual([])
  for (const name of Object.keys(recounts)) expect(isMeasure(name), name).toBe(true)
  for (const [, file] of elsewhere) {
    expect(existsSync(file), file).toBe(true)
    expect(readFileSync(file, 'utf8'), file).toContain('expect(')
  }
})
