import type Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect } from 'vitest'
import { addDays } from '../../shared/dates.ts'
import { finishedJob, openTestEngine, testFolder, type TestEngine } from '../support/engine.ts'

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
const moved = [
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
  ['staffMember', 'startsOn'],
  ['staffMember', 'endsOn'],
  ['staffPosting', 'fromOn'],
  ['staffAssessment', 'on'],
  ['staffHeadcount', 'fromOn'],
  ['staffHeadcount', 'untilOn'],
  ['trainingCourse', 'heldUntil'],
  ['trainingPlan', 'approvedOn'],
  ['readerCard', 'issuedOn'],
  ['readerCard', 'endedOn'],
  ['readerCardAct', 'on'],
  ['readerCardAct', 'until'],
  ['loan', 'lentOn'],
  ['mobileSession', 'on'],
  ['checklistState', 'fromOn'],
  ['checklistItem', 'droppedOn'],
] as const
export type Turn = { at: (typeof moved)[number]; every: number; rest: number; on: string }
const turn: fc.Arbitrary<Turn> = fc.record({
  at: fc.constantFrom(...moved),
  /** Which rows: those whose number leaves a rest. */
  every: fc.integer({ min: 1, max: 7 }),
  rest: fc.nat(6),
  on: day,
})
export const span = fc.tuple(day, fc.nat(120)).map(([to, days]) => ({ from: addDays(to, -days), to }))

/** What happened: rows moved to other days. */
export const history: fc.Arbitrary<Turn[]> = fc.array(turn, { maxLength: 60, size: 'max' })
const whatTheSampleLacks = `
  insert into product (kind, name, foreword, groupBy, hasAuthorIndex, hasTitleIndex, hasSummaries, issuedOn, createdAt)
    select iif(id % 2, 'bibliography', 'review'), 'Thư mục ' || id, '', 'none', 0, 0, 0, iif(id % 3, '2026-05-15', null),
      '2026-01-01T00:00:00.000Z' from title where id <= 12;
  insert into linkCheck (titleId, checkedOn, isWorking, note) select id, '2026-05-15', id % 2, '' from title where id <= 40;
  update title set material = 'link' where id <= 40;
  update checklistState set fromOn = '2025-12-01' where id % 2;
  insert into staffAssessment (memberId, "on", level, manner)
    select id, day.column1, (id + (day.column1 > '2026-03-01') * 2) % 4 + 1, 'self' from staffMember, (values ('2026-02-01'), ('2026-05-15')) as day;
  insert into staffHeadcount (fromOn, untilOn, digitallyTrained, retrained, digitallySkilled)
    values ('2026-04-01', '2026-06-30', 3, null, 4), ('2025-01-01', '2025-06-01', null, 2, null);
  insert into staffHeadcountRow (headcountId, qualification, post, people)
    select id, kind.column1, 'thư viện viên', id + 2 from staffHeadcount, (values ('master'), ('bachelor'), ('other')) as kind;
  insert into trainingPlan (year, approvedOn) values (2025, '2025-02-01'), (2026, '2026-05-15');
  insert into readerCard (number, isChild, issuedOn, expiresOn, endedOn)
    select 'BĐ' || id, id % 2, '2026-01-01', '2026-12-31', iif(id % 5, null, '2026-05-15') from title where id <= 20;
  insert into readerCardAct (cardId, act, "on", until, isChild)
    select id, act.column1, act.column2, act.column3, isChild from readerCard,
      (values ('issued', '2026-01-01', '2026-06-30'), ('renewed', '2026-05-15', '2026-12-31')) as act where id % 3 or act.column1 = 'issued';
  insert into loan (copyId, groupId, siteId, lentOn, lentAt, dueOn)
    select id, 1, siteId, '2026-05-15', '', '2026-06-15' from copy where id <= 20`

/** A small library with something in each table, in which everything may be changed. */
export async function openHistories(): Promise<TestEngine> {
  const test = await openTestEngine({ dataDir: testFolder() })
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
  for (const [table] of moved)
    expect(raw.prepare(`select count(*) from "${table}"`).pluck().get(), table).not.toBe(0)
  return test
}

/** Lets it happen, looks, and takes it back. */
export async function within(
  raw: Database.Database,
  turns: readonly Turn[],
  look: () => Promise<void>,
): Promise<void> {
  raw.exec('savepoint history')
  try {
    for (const { at, every, rest, on } of turns)
      raw
        .prepare(`update or ignore "${at[0]}" set "${at[1]}" = ? where id % ? = ?`)
        .run(on, every, rest % every)
    await look()
  } finally {
    raw.exec('rollback to history')
    raw.exec('release history')
  }
}

/** More of them with KHOSACH_RUNS=500, the same again with KHOSACH_SEED. */
export function runsOf(numRuns: number): { numRuns: number; seed?: number } {
  const { KHOSACH_RUNS: runs, KHOSACH_SEED: seed } = process.env
  return { numRuns: Number(runs ?? numRuns), ...(seed !== undefined && { seed: Number(seed) }) }
}

/** Time for that many of them, on a busy machine too. */
export const timeoutMs = (numRuns: number): number => 120_000 + runsOf(numRuns).numRuns * 3_000
