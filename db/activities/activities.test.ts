import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backupStem } from '../../shared/backup/contract.ts'
import {
  codeOf,
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  writeTestFile,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { jpegOf } from '../../test/support/images.ts'
import { signQuarter } from '../../test/support/signed.ts'
import { createExchange } from '../host/exchange.ts'

let test: TestEngine
let person: Person

beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  person = await test.as('activities')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

type Fields = Parameters<Person['client']['activities']['add']>[0]
const talk: Fields = {
  name: 'Nói chuyện về Hải Thượng Lãn Ông',
  typeCode: 'E03',
  state: 'done',
  details: { speaker: 'Trần Văn Kín', topic: 'Y học cổ truyền' },
  responsible: 'Lê Thị Riêng',
  sessions: [{ on: '2026-08-12', attended: 90, children: 30, adults: 60 }],
}
const add = async (fields: Fields) => valueOf(await person.client.activities.add(fields))
const figure = async (code: string, quarter = 3) =>
  valueOf(await person.client.indicators.list({ period: `2026-Q${quarter}` })).values.find(
    (value) => value.code === code,
  )?.value

async function attach(activityId: number, files: { name: string; bytes: Uint8Array }[]) {
  const exchange = createExchange(test.engine.dataDir)
  const given = []
  for (const { name, bytes } of files)
    given.push({ kind: 'photo', file: await exchange.admit(writeTestFile(name, bytes)) })
  return finishedJob(person, 'activities.attachEvidence', { activityId, files: given })
}

describe('an activity', () => {
  it('counts from the moment it is done, and no longer once it is removed', async () => {
    const { id, rev } = await add({ ...talk, state: 'planned' })
    expect(await figure('M2c.13b')).toBe(0)
    const done = valueOf(await person.client.activities.markDone({ id, rev }))
    expect([await figure('M2c.13a'), await figure('M2c.13b')]).toEqual([1, 90])
    valueOf(await person.client.activities.remove({ id, rev: done.rev }))
    expect(await figure('M2c.13b')).toBe(0)
    expect(valueOf(await person.client.activities.list({})).rows).toEqual([])
    valueOf(await person.client.activities.restore({ id }))
    expect(await figure('M2c.13b')).toBe(90)
  })

  it('keeps the row of a session whose day or people are corrected', async () => {
    const { id, rev, sessions } = await add(talk)
    const [first] = sessions
    const changed = valueOf(
      await person.client.activities.update({
        ...talk,
        id,
        rev,
        sessions: [{ ...first, on: '2026-08-13', attended: 95 }, { on: '2026-08-20' }],
      }),
    )
    expect(changed.sessions.map((session) => session.id)).toEqual([first?.id, (first?.id ?? 0) + 1])
    expect(changed).toMatchObject({ startsOn: '2026-08-13', endsOn: '2026-08-20', attended: 95 })
  })

  it('changes nothing that was signed: its row is marked as changed since', async () => {
    const { id, rev } = await add(talk)
    await signQuarter(test)
    const foretold = valueOf(
      await person.client.activities.impact({ id, fields: { ...talk, copiesGiven: 5 } }),
    )
    expect(foretold.signed).toEqual(['2026-Q3'])
    valueOf(
      await person.client.activities.update({
        ...talk,
        id,
        rev,
        sessions: [{ id: 1, on: '2026-08-12', state: 'held', attended: 500 }],
      }),
    )
    const explained = valueOf(await person.client.indicators.explain({ code: 'M2c.13b', period: '2026-Q3' }))
    expect(explained).toMatchObject({
      isFrozen: true,
      value: { value: 90 },
      rows: [{ tableName: 'activitySession', rowId: 1, changedSince: true }],
    })
  })

  it('leaves names of people out of the journal', async () => {
    await add(talk)
    const journal = JSON.stringify(test.engine.connection.raw.prepare('select * from journalRow').all())
    expect(journal).toContain('Y học cổ truyền')
    expect(journal).not.toMatch(/Kín|Riêng/)
  })

  it('asks about another one in the same room at the same time, and takes it when it is meant', async () => {
    const hours = { on: '2026-08-12', startTime: '08:00', endTime: '10:00' }
    await add({ ...talk, siteId: 1, sessions: [hours] })
    const second = { ...talk, name: 'Khác', siteId: 1, sessions: [{ ...hours, startTime: '09:00' }] }
    expect(codeOf(await person.client.activities.add(second))).toBe('sessions_overlap')
    await add({ ...second, accepted: ['sessions_overlap'] })
    await add({ ...second, sessions: [{ ...hours, startTime: '10:00', endTime: '11:00' }] })
  })

  it('keeps why one session was dropped, and counts the others', async () => {
    const { id, sessions } = await add({
      ...talk,
      sessions: [
        { on: '2026-08-05', attended: 40 },
        { on: '2026-08-12', state: 'dropped', note: 'Bão số 5' },
      ],
    })
    expect(sessions.map(({ state, note }) => [state, note])).toEqual([
      ['held', ''],
      ['dropped', 'Bão số 5'],
    ])
    expect(await figure('M2c.13b')).toBe(40)
    expect(valueOf(await person.client.activities.activity({ id }))).toMatchObject({
      sessionCount: 2,
      heldCount: 1,
    })
    const { days } = valueOf(await person.client.activities.calendar({ from: '2026-08-05', days: 8 }))
    expect(days.flatMap(({ items }) => items.map(({ state }) => state))).toEqual(['done', 'cancelled'])
  })

  it('asks about two of its own sessions that overlap', async () => {
    const day = { on: '2026-08-12', startTime: '08:00', endTime: '10:00' }
    const sessions = [day, { ...day, startTime: '09:30', endTime: '11:00' }]
    expect(codeOf(await person.client.activities.add({ ...talk, sessions }))).toBe('sessions_overlap')
    const lasting = [{ on: '2026-08-10', until: '2026-08-14' }, { on: '2026-08-12' }]
    expect(codeOf(await person.client.activities.add({ ...talk, sessions: lasting }))).toBe(
      'sessions_overlap',
    )
    const after = [day, { ...day, startTime: '10:00', endTime: '11:00' }]
    expect((await add({ ...talk, sessions: after })).sessionCount).toBe(2)
  })

  it.each([
    ['more children than people', { attended: 10, children: 11 }],
    ['children and adults above the total', { attended: 10, children: 6, adults: 5 }],
    ['groups without a total', { children: 3 }],
    ['fewer than none', { attended: -1 }],
    ['an end before its beginning', { attended: 5, until: '2026-08-01' }],
  ])('is refused with %s, and nothing is written', async (_, counts) => {
    const sessions = [{ on: '2026-08-12', ...counts }]
    expect(codeOf(await person.client.activities.add({ ...talk, sessions }))).toBe('invalid_input')
    expect(valueOf(await person.client.activities.list({})).rows).toEqual([])
  })
})

describe('the list', () => {
  it('narrows by any mixture of words and filters, page by page, as a plain filter would', async () => {
    valueOf(await person.client.activities.addCampaign({ name: 'Hè', kind: 'campaign', year: 2026 }))
    for (let at = 0; at < 30; at++)
      await add({
        name: at % 2 === 0 ? `Đọc sách hè ${at}` : `Triển lãm ảnh ${at}`,
        typeCode: at % 3 === 0 ? 'E01' : 'E03',
        state: at % 5 === 0 ? 'planned' : 'done',
        campaignIds: at % 4 === 0 ? [1] : [],
        sessions: [{ on: `2026-0${(at % 9) + 1}-10` }],
      })
    const all = valueOf(await person.client.activities.list({ limit: 200 })).rows
    const filters = { text: 'doc sach', typeCode: 'E03', campaignId: 1, from: '2026-02-01' } as const
    const wanted = all.filter(
      ({ name, typeCode, startsOn, id }) =>
        name.startsWith('Đọc') && typeCode === 'E03' && (id - 1) % 4 === 0 && startsOn >= '2026-02-01',
    )
    const found: number[] = []
    for (let cursor: string | null = null; ;) {
      const page: { rows: { id: number }[]; next: string | null } = valueOf(
        await person.client.activities.list({ ...filters, cursor, limit: 2 }),
      )
      found.push(...page.rows.map(({ id }) => id))
      cursor = page.next
      if (cursor === null) break
    }
    expect(wanted.length).toBeGreaterThan(2)
    expect(found).toEqual(wanted.map(({ id }) => id))
    const days = all.map(({ startsOn }) => startsOn)
    expect(days).toEqual(days.toSorted().toReversed())
  })
})

describe('evidence', () => {
  const photo = jpegOf({ width: 20 })

  it('is kept once for two activities, and each is told', async () => {
    const first = await add(talk)
    const second = await add({ ...talk, name: 'Nói chuyện lần hai', accepted: ['sessions_overlap'] })
    await attach(first.id, [{ name: 'anh.jpg', bytes: photo }])
    const again = await attach(second.id, [
      { name: 'tên khác.jpg', bytes: photo },
      { name: 'một lần nữa.jpg', bytes: photo },
    ])
    expect(again.output).toEqual({
      added: 1,
      shared: [{ name: 'tên khác.jpg', activity: talk.name }],
      again: ['một lần nữa.jpg'],
    })
    expect(readdirSync(join(test.engine.dataDir, 'evidence'))).toHaveLength(1)
    const [evidence] = valueOf(await person.client.activities.evidence({ activityId: second.id }))
    expect(evidence?.alsoProves).toEqual([{ id: first.id, name: talk.name }])
  })

  it('is what the list of missing proof asks for, until it is there', async () => {
    const { id } = await add(talk)
    const missing = async () =>
      valueOf(await person.client.activities.list({ proof: 'missing', from: '2026-07-01', to: '2026-09-30' }))
        .rows
    expect(await missing()).toHaveLength(1)
    await attach(id, [{ name: 'anh.jpg', bytes: photo }])
    expect(await missing()).toHaveLength(0)
    valueOf(await person.client.activities.removeEvidence({ id: 1 }))
    expect(await missing()).toHaveLength(1)
    valueOf(await person.client.activities.restoreEvidence({ id: 1 }))
    expect(await missing()).toHaveLength(0)
  })

  it('goes with a backup', async () => {
    await attach((await add(talk)).id, [{ name: 'anh.jpg', bytes: photo }])
    const director = await test.as('director')
    expect(await finishedJob(director, 'backup.make', {})).toMatchObject({ state: 'done' })
    const [file = ''] = readdirSync(join(test.engine.dataDir, 'evidence'))
    const { backups } = valueOf(await director.client.backup.status({}))
    const place = join(test.engine.dataDir, 'backups', backupStem(backups[0]?.fileName ?? ''))
    expect(existsSync(join(place, 'evidence', file))).toBe(true)
  })
})

describe('a type', () => {
  it('that asks for other proof judges anew what was recorded', async () => {
    const administrator = await test.as('administrator')
    const { id } = await add(talk)
    const type = { code: 'E03', group: 'reading' } as const
    valueOf(await administrator.client.activities.updateType({ ...type, rev: 1, proof: [] }))
    expect(valueOf(await person.client.activities.activity({ id })).proof).toBe('not_needed')
    valueOf(await administrator.client.activities.updateType({ ...type, rev: 2, proof: ['photo'] }))
    expect(valueOf(await person.client.activities.activity({ id })).proof).toBe('missing')
  })

  it('of the library’s own counts as what it is said to be', async () => {
    const administrator = await test.as('administrator')
    const type = { name: 'Đọc thơ', group: 'reading', feeds: ['promotion'] } as const
    valueOf(await administrator.client.activities.addType({ ...type, feeds: [...type.feeds] }))
    await add({ ...talk, typeCode: 'L01', details: {} })
    expect(await figure('M2c.13b')).toBe(90)
  })
})
