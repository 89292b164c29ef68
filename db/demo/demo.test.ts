import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dispatch } from '../dispatch.ts'
import { privacy } from '../privacy.ts'
import { partNames } from './parts.ts'
import { applyChunk, endJob, runJob } from '../run-job.ts'
import {
  finishedJob,
  openTestEngine,
  testPassword,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'

let test: TestEngine
let administrator: Person
async function open(): Promise<void> {
  test = await openTestEngine()
  administrator = await test.as('administrator')
}
async function close(): Promise<void> {
  expect(test.faults).toEqual([])
  await test.close()
}

const one = (sql: string) => test.engine.connection.raw.prepare(sql).pluck().get()
const rows = (sql: string) => test.engine.connection.raw.prepare(sql).all()

describe('a filled demo library', () => {
  beforeAll(async () => {
    await open()
    expect(
      await finishedJob(administrator, 'demo.fill', { titles: 2500, withDigitization: true }),
    ).toMatchObject({
      state: 'done',
      done: 2500,
      total: 2500,
    })
  })

  afterAll(close)

  it('has a record for each title, which says what the title says', async () => {
    expect(one('select count(*) from marcRecord')).toBe(2500)
    for (const id of [1, 400, 2500]) {
      const title = valueOf(await administrator.client.catalogue.title({ id }))
      const { record, problems } = valueOf(await administrator.client.catalogue.record({ id }))
      expect(JSON.stringify(record)).toContain(JSON.stringify(title.title).slice(1, -1))
      expect(problems.filter((problem) => problem.severity === 'error')).toEqual([])
    }
  })

  it('changes nothing when a title is saved as it is', async () => {
    for (const id of [1, 30, 77, 1200, 2400]) {
      const title = valueOf(await administrator.client.catalogue.title({ id }))
      expect(valueOf(await administrator.client.catalogue.updateTitle(title))).toEqual(title)
    }
  })

  it('links each heading to its authority, one for all titles that carry it', () => {
    expect(one('select count(*) from authority where mergedIntoId is null')).toBe(
      one('select count(distinct kind || heading) from authority'),
    )
    expect(Number(one('select count(*) from titleAuthority'))).toBeGreaterThan(5000)
    expect(
      one('select count(*) from authority where id not in (select authorityId from titleAuthority)'),
    ).toBe(0)
  })

  it('has two copies of a title on average, numbered in each series from 1 without gaps', () => {
    const copies = Number(one('select count(*) from copy'))
    expect(copies).toBeGreaterThan(2500 * 1.85)
    expect(copies).toBeLessThan(2500 * 2.15)
    for (const series of rows(
      'select min(number) as first, max(number) as last, count(*) as copies from copy group by seriesId',
    ))
      expect(series).toMatchObject({ first: 1, last: (series as { copies: number }).copies })
  })

  it('has days in their order: delivery, copy, change of place or condition, withdrawal', () => {
    expect(
      one(`select count(*) from copy join voucher on voucher.id = voucherId join title on title.id = titleId
        where accessionedOn != receivedOn or accessionedOn < addedOn or accessionedOn > '2026-11-10'
          or withdrawnOn <= accessionedOn`),
    ).toBe(0)
    expect(
      one(`select count(*) from copyPast join copy on copy.id = copyId
        where untilOn < accessionedOn and untilOn < '2026-11-10' or withdrawnOn <= untilOn`),
    ).toBe(0)
    expect(Number(one('select count(*) from copy where withdrawnOn is not null'))).toBeGreaterThan(20)
    expect(Number(one('select count(*) from copyPast'))).toBeGreaterThan(100)
  })

  it('has a line in the registers for each copy, delivery and decision, and a red one for each copy withdrawn', () => {
    const lines = (where: string) =>
      one(`select count(*) from registerLine join registerBook on registerBook.id = bookId where ${where}`)
    expect(lines(`register = 'individual' and kind = 'entry'`)).toBe(one('select count(*) from copy'))
    expect(lines(`register = 'accessions'`)).toBe(one('select count(*) from voucher'))
    expect(lines(`register = 'withdrawals'`)).toBe(one('select count(*) from withdrawal'))
    expect(lines(`register = 'individual' and kind = 'correction'`)).toBe(
      one('select count(*) from copy where withdrawnOn is not null'),
    )
  })

  it('has staff, rooms and things, by which their figures count', async () => {
    const quarter = { period: '2026-Q4' }
    const { values } = valueOf(await administrator.client.indicators.list(quarter))
    const known = Object.fromEntries(values.map(({ code, value }) => [code, value]))
    expect(known).toMatchObject({
      'M2a.02': 416.5,
      'M2a.04b': 20,
      'M2a.05': 50,
      'M2d.01': 7,
      'D206.04': 57.14,
    })
  })

  it('has units that report, figures given by hand and of old reports, and an indicator of its own', async () => {
    const { reports, indicators } = administrator.client
    const { units, reports: forms, figures } = valueOf(await reports.consolidation({ period: '2026-Q3' }))
    expect(units).toHaveLength(3)
    expect(forms).toHaveLength(3)
    expect(forms.filter(({ isCounted }) => isCounted)).toHaveLength(2)
    expect(figures.find(({ code }) => code === 'M2b.01')).toMatchObject({ total: 11_105, lacking: 1 })
    expect(figures.find(({ code }) => code === 'M2c.13b')).toMatchObject({ total: 405 })
    const { values } = valueOf(await indicators.list({ period: '2026-Q3' }))
    expect(values.find(({ code }) => code === 'M2a.09a')).toMatchObject({ value: 428, status: 'known' })
    expect(values.find(({ code }) => code === 'TV.01')?.value).toBeGreaterThan(1)
    const asked = { code: 'M2a.09a', period: '2025-Q3', limit: 1 }
    expect(valueOf(await indicators.explain(asked)).earlier).toMatchObject({ value: 425 })
  })

  it('has serials that are subscribed to, articles in them, and classes with their evidence', () => {
    expect(one(`select count(*) from subscription`)).toBe(
      one(`select count(*) from title where material = 'serial'`),
    )
    expect(Number(one(`select count(*) from serialIssue`))).toBeGreaterThan(0)
    expect(Number(one(`select count(*) from title where hostId is not null`))).toBeGreaterThan(0)
    expect(one(`select count(*) from titleClass`)).toBeGreaterThan(0)
    expect(
      one(`select count(*) from title where classes != ifnull((select group_concat(class, ' ')
      from (select class from titleClass where titleId = title.id order by class)), '')`),
    ).toBe(0)
  })
})

describe('a year of digitization in a demo library', () => {
  beforeAll(async () => {
    await open()
    await finishedJob(administrator, 'demo.fill', { titles: 3000, withDigitization: true })
  })
  afterAll(close)

  it('has jobs at every kind of work, done, cancelled and sent back, each where its last event left it', () => {
    const kinds = rows(`select distinct stage.kind from digitizationJob as job
      join digitizationStage as stage on stage.id = job.stageId where state = 'open'`)
    expect(kinds.length).toBeGreaterThanOrEqual(5)
    for (const state of ['done', 'cancelled'])
      expect(one(`select count(*) from digitizationJob where state = '${state}'`), state).toBeGreaterThan(0)
    expect(one(`select count(*) from digitizationEvent where kind = 'sent_back'`)).toBeGreaterThan(0)
    expect(
      one(`select count(*) from digitizationJob as job where stageId != (
        select ifnull(event.toStageId, event.stageId) from digitizationEvent as event
        where event.jobId = job.id and event.kind != 'taken' order by event.id desc limit 1)`),
    ).toBe(0)
    expect(one(`select count(*) from digitizationEvent where "on" > '2026-11-10'`)).toBe(0)
  })

  it('lets nothing pass to the public without a right, and has some for which none is known', () => {
    const published = `select jobId from digitizationEvent where kind = 'finished' and stageKind = 'publish'`
    expect(
      one(`select count(*) from digitizationJob where id in (${published})
        and titleId not in (select titleId from digitizationRights)`),
    ).toBe(0)
    expect(
      one(
        `select count(*) from digitizationJob where titleId not in (select titleId from digitizationRights)`,
      ),
    ).toBeGreaterThan(0)
  })

  it('has a disk whose check is overdue, and one on which a file is not what it was', async () => {
    const volumes = valueOf(await administrator.client.preservation.volumes({}))
    expect(volumes).toHaveLength(3)
    expect(volumes.every(({ attachedAt }) => attachedAt === null)).toBe(true)
    expect(volumes.some(({ due }) => due > 0)).toBe(true)
    expect(volumes.map(({ mismatched }) => mismatched).toSorted((a, b) => a - b)).toEqual([0, 0, 1])
  })

  it('has an inspection that passed, one that failed and one that is not finished', async () => {
    const { rows: inspections } = valueOf(await administrator.client.inspection.list({}))
    expect(inspections.map(({ state, verdict }) => verdict ?? state).toSorted()).toEqual([
      'failed',
      'open',
      'passed',
    ])
  })

  it('has a figure for each measure of digitization, and each opens the rows that it is made of', async () => {
    const classes = [1, 2, 3, 4, 5, 6, 7]
    const codes = [
      'M2b.06',
      'M2b.07',
      'M2b.08',
      'M2b.09',
      'M2b.10',
      'M2b.11',
      'M2b.13',
      'M2b.14a',
      'M2b.14b',
      'M2b.15',
      'M2b.16',
      'M2b.17a',
      'M2b.17b',
      'D206.03',
      ...classes.flatMap((at) => [`M2b.12a${at}`, `M2b.12b${at}`]),
    ]
    const quarter = { period: '2026-Q3' } as const
    for (const code of codes) {
      const answer = valueOf(await administrator.client.indicators.explain({ code, ...quarter, limit: 1 }))
      const { value, rowCount, counts, rows: first } = answer
      expect(value.value, code).not.toBeNull()
      expect(
        counts.reduce((sum, { count }) => sum + count, 0),
        code,
      ).toBe(rowCount)
      if (value.value === 0) continue
      expect(rowCount, code).toBeGreaterThan(0)
      expect(first[0]?.label, code).not.toBe('')
    }
  })

  it('tells progress against targets, with the time that stoppages took left out', async () => {
    const progress = valueOf(await administrator.client.digitization.progress({}))
    expect(progress.target).toBeGreaterThan(progress.carried)
    expect(progress.carried).toBeGreaterThan(20)
    expect(progress.pace.lostDays).toBeGreaterThan(3)
    expect(progress.forecastOn).not.toBeNull()
  })
})

it('a demo of a handful of titles has no digitization to speak of, and does not stumble over it', async () => {
  await open()
  await finishedJob(administrator, 'demo.fill', { titles: 12, withDigitization: true })
  expect(one('select count(*) from title')).toBe(12)
  await close()
})

it('without copies there are titles alone', async () => {
  await open()
  await finishedJob(administrator, 'demo.fill', { titles: 50, copiesPerTitle: 0 })
  expect(one('select count(*) from title')).toBe(50)
  expect(one('select (select count(*) from copy) + (select count(*) from voucher)')).toBe(0)
  await close()
})

describe('a run that was cancelled', () => {
  beforeEach(open)
  afterEach(close)

  // The journal and the list of jobs tell of the run itself, and who signed in to start it has signed in.
  const tables = Object.keys(privacy).filter((table) => !/^(journal|job$|session$|signIn$)/.test(table))
  const counts = () =>
    Object.fromEntries(tables.map((table) => [table, one(`select count(*) from ${table}`)]))

  async function cancelledAfter(
    chunks: number,
    meanwhile?: () => Promise<void>,
    titles = 5000,
  ): Promise<void> {
    const who = { username: 'administrator', password: testPassword }
    const { session } = await dispatch(test.engine, 'users.signIn', who, null)
    const { job } = await dispatch(
      test.engine,
      'demo.fill',
      { titles, withDigitization: true },
      session ?? null,
    )
    if (!job) throw new Error('no run')
    let written = 0
    let isLast = false
    const end = await runJob(test.engine, job, {
      async write(jobId, chunk) {
        await applyChunk(test.engine, jobId, chunk)
        written++
        isLast =
          typeof chunk === 'object' && chunk !== null && 'part' in chunk && chunk.part === partNames.at(-1)
        if (written === chunks) await meanwhile?.()
      },
      progress: () => undefined,
      isCancelled: () => written >= chunks || isLast,
      offerFile: () => Promise.reject(new Error('no files here')),
      openFile: () => expect.unreachable('no files here'),
      pathOfFile: () => null,
      proxyFor: () => Promise.resolve(null),
    })
    expect(end).toEqual({ state: 'cancelled' })
    await endJob(test.engine, job.id, end)
  }

  it('leaves every table as it was, among titles and among withdrawals', async () => {
    const before = counts()
    await cancelledAfter(2)
    expect(counts()).toEqual(before)
    await cancelledAfter(5)
    expect(counts()).toEqual(before)
    expect(one('pragma foreign_key_check')).toBeUndefined()
  })

  it('leaves nothing of the life of a library beside its stock', async () => {
    const before = counts()
    await cancelledAfter(Number.POSITIVE_INFINITY, undefined, 500)
    expect(counts()).toEqual(before)
    expect(one('pragma foreign_key_check')).toBeUndefined()
  })

  it('leaves what somebody changed meanwhile, with all it needs', async () => {
    await cancelledAfter(2, async () => {
      const title = valueOf(await administrator.client.catalogue.title({ id: 7 }))
      valueOf(await administrator.client.catalogue.updateTitle({ ...title, title: 'Của tôi' }))
      const { rows: copies } = valueOf(
        await administrator.client.copies.search({ filters: { titleId: 1500 } }),
      )
      const [copy] = copies
      if (!copy) throw new Error('title 1500 has no copy')
      valueOf(await administrator.client.copies.updateCopy({ ...copy, shelf: 'A1' }))
    })
    expect(rows('select id, title from title order by id')).toMatchObject([
      { id: 7, title: 'Của tôi' },
      { id: 1500 },
    ])
    expect(one('select count(*) from copy')).toBe(1)
    expect(one(`select count(*) from registerLine where copyId is not null`)).toBe(1)
    expect(one('select count(*) from voucher')).toBe(1)
    expect(one('pragma foreign_key_check')).toBeUndefined()
  })
})
