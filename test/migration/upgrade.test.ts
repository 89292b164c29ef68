import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { openConnection } from '../../db/connection.ts'
import { createEngine } from '../../db/engine.ts'
import { databaseName } from '../../db/folder.ts'
import { dispatch } from '../../db/dispatch.ts'
import { migrations } from '../../db/migrations/index.ts'
import { appliedMigrations } from '../../db/upgrade.ts'
import { beforeUpgradeFolder, upgradeFolder, type BesideStep } from '../../db/upgrade-beside.ts'
import { testFolder, testNow, testPassword, valueOf } from '../support/engine.ts'
import { formOf } from '../../shared/catalogue/marc-form.ts'
import { MarcRecord } from '../../shared/catalogue/contract.ts'
import { figuresAreIntact } from '../../db/indicators/index.ts'
import { paperIsIntact } from '../../db/reports/paper.ts'
import { quarterPeriod } from '../../shared/periods.ts'
import { withEngine } from '../support/folders.ts'
import { goldenFile, makeOldLibrary, oldTitles, oldVersion } from '../support/old-library.ts'
import { rowsOf } from '../support/rows.ts'
import { countOf, expectJournalTellsTitles, expectSound } from '../support/sound.ts'

const newest = Object.keys(migrations).at(-1)
const clock = () => testNow
const fileIn = (dataDir: string) => join(dataDir, databaseName)
const digestOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

const copiesIn = (dataDir: string) =>
  readdirSync(beforeUpgradeFolder(dataDir)).map((name) => join(beforeUpgradeFolder(dataDir), name))

/** What a file holds, whatever its pages look like. */
async function contentsOf(file: string) {
  const connection = openConnection(file, { readonly: true })
  try {
    return { version: appliedMigrations(connection).at(-1), rows: rowsOf(connection) }
  } finally {
    await connection.close()
  }
}

/** The signed quarter of a file, as it lay there before it was opened. */
function signedIn(file: string) {
  const raw = new Database(file, { readonly: true })
  try {
    return raw.prepare('select * from period').get() as { year: number; quarter: number }
  } finally {
    raw.close()
  }
}

let dataDir: string
beforeEach(async () => {
  dataDir = testFolder()
  await makeOldLibrary(dataDir)
})

const setUp = {
  libraryName: 'Thư viện cũ',
  provinceCode: '01',
  formerProvinceCode: '01',
  language: 'vi',
  name: 'Người quản trị',
  username: 'administrator',
  password: testPassword,
}

/** Sets the upgraded library up and looks for a title in it. */
async function find(folder: string, text: string): Promise<unknown> {
  return withEngine(
    folder,
    async (engine) => {
      const { session } = await dispatch(engine, 'users.setUp', setUp, null)
      const found = await dispatch(engine, 'catalogue.search', { text }, session ?? null)
      return (valueOf(found.reply) as { rows: { title: string }[] }).rows.map((row) => row.title)
    },
    { clock },
  )
}

describe('the golden file of 0040', () => {
  it('is of its version, and is upgraded with everything in it', async () => {
    const folder = testFolder()
    copyFileSync(goldenFile('0040'), fileIn(folder))
    const { raw, close, ...rest } = openConnection(fileIn(folder), { readonly: true })
    expect(appliedMigrations({ raw, close, ...rest }).at(-1)).toBe(oldVersion)
    await close()
    await withEngine(folder, async (engine) => {
      await expectSound(engine)
      expectJournalTellsTitles(engine)
      expect(engine.connection.raw.prepare('select title from title order by id').pluck().all()).toEqual(
        oldTitles,
      )
      expect(appliedMigrations(engine.connection).at(-1)).toBe(newest)
    })
    expect(await find(folder, 'dat rung')).toEqual(['Đất rừng phương Nam'])
  })
})

describe('the golden file of 0070', () => {
  it('keeps its signed quarter, and gives every title a record that says what it said', async () => {
    const folder = testFolder()
    copyFileSync(goldenFile('0070'), fileIn(folder))
    const before = signedIn(fileIn(folder))
    await withEngine(folder, async (engine) => {
      await expectSound(engine)
      const { db, raw } = engine.connection
      expect(await figuresAreIntact(db, 1)).toBe(true)
      const { year, quarter, ...kept } = before
      expect(raw.prepare('select * from period').get()).toMatchObject({
        ...kept,
        period: quarterPeriod({ year, quarter }),
        kind: 'quarter',
        fromOn: '2026-07-01',
        toOn: '2026-09-30',
      })
      expect(await paperIsIntact(db, 1)).toBe(true)
      const titles = await db.selectFrom('title').selectAll().execute()
      expect(titles).toHaveLength(4)
      for (const title of titles) {
        const { marc } = await db
          .selectFrom('marcRecord')
          .select('marc')
          .where('id', '=', title.id)
          .executeTakeFirstOrThrow()
        const {
          title: read,
          subtitle,
          responsibility,
          publisher,
          publishedYear,
          isbn,
          language,
          ddc,
          note,
        } = formOf(MarcRecord.parse(JSON.parse(marc)))
        expect({
          title: read,
          subtitle,
          responsibility,
          publisher,
          publishedYear,
          isbn,
          language,
          ddc,
          note,
        }).toEqual({
          title: title.title,
          subtitle: title.subtitle,
          responsibility: title.responsibility,
          publisher: title.publisher,
          publishedYear: title.publishedYear,
          isbn: title.isbn,
          language: title.language,
          ddc: title.ddc,
          note: title.note,
        })
      }
      expect(raw.prepare('select name from site').pluck().all()).toEqual(['Cơ sở 1'])
    })
  })
})

describe('an upgrade', () => {
  it('keeps the library aside row for row, as it was in the old version', async () => {
    const before = await contentsOf(fileIn(dataDir))
    expect(before.version).toBe(oldVersion)
    await withEngine(dataDir, (engine) => expectSound(engine))
    const [copy, ...others] = copiesIn(dataDir)
    expect(others).toEqual([])
    expect(copy).toMatch(/library-0040-catalogue-.*\.db$/)
    expect(await contentsOf(copy ?? '')).toEqual(before)
  })

  it('keeps every committed row aside, also those that another reader keeps out of the main file', async () => {
    const reader = new Database(fileIn(dataDir), { readonly: true })
    const writer = new Database(fileIn(dataDir))
    try {
      reader.exec('begin')
      expect(reader.prepare('select count(*) from title').pluck().get()).toBe(oldTitles.length)
      writer.exec(`update title set note = 'ghi sau' where id = 1`)
      writer.pragma('wal_checkpoint(TRUNCATE)')
      const before = await contentsOf(fileIn(dataDir))
      expect(before.rows['title']?.[0]).toMatchObject({ note: 'ghi sau' })
      await withEngine(dataDir, () => undefined)
      expect(await contentsOf(copiesIn(dataDir)[0] ?? '')).toEqual(before)
    } finally {
      writer.close()
      reader.close()
    }
  })

  it('seals in the journal which steps it took, once', async () => {
    await withEngine(dataDir, () => undefined)
    await withEngine(dataDir, ({ connection: { raw } }) => {
      const seals = raw
        .prepare(
          `select bulk from journalChain join journalCommand using (id) where operation = 'engine.upgrade' order by id`,
        )
        .pluck()
        .all() as string[]
      const taken = Object.keys(migrations).filter((name) => name > oldVersion)
      expect(seals.map((seal) => JSON.parse(seal) as unknown)).toEqual([{ steps: taken }])
    })
  })

  it('copies nothing aside when there is nothing to do', async () => {
    const fresh = testFolder()
    await withEngine(fresh, () => undefined)
    await withEngine(fresh, () => undefined)
    expect(existsSync(beforeUpgradeFolder(fresh))).toBe(false)
  })

  const steps: BesideStep[] = ['copied', 'migrated', 'seeded', 'rebuilt', 'checked', 'compared', 'ordered']
  for (const failing of steps) {
    it(`that fails once it has ${failing} leaves the old file byte for byte, and the next try succeeds`, async () => {
      const before = digestOf(fileIn(dataDir))
      const failed = createEngine({
        dataDir,
        role: 'writer',
        onUpgradeStep(step) {
          if (step === failing) throw new Error('planted')
        },
      })
      await expect(failed).rejects.toThrow()
      expect(digestOf(fileIn(dataDir))).toBe(before)
      // Only what has passed every comparison waits to change places.
      expect(existsSync(upgradeFolder(dataDir))).toBe(failing === 'ordered')
      expect(existsSync(beforeUpgradeFolder(dataDir))).toBe(false)
      await withEngine(dataDir, async (engine) => {
        await expectSound(engine)
        expect(countOf(engine, 'title')).toBe(oldTitles.length)
      })
      expect(await find(dataDir, 'so do')).toEqual(['Số đỏ'])
    })
  }

  it('is refused by name when the upgrade itself is at fault', async () => {
    const failed = createEngine({
      dataDir,
      role: 'writer',
      onUpgradeStep(step) {
        if (step === 'rebuilt') throw new Error('planted')
      },
    })
    await expect(failed).rejects.toMatchObject({
      problem: 'upgrade_failed',
      details: { logId: expect.any(String) },
    })
  })

  it('that would orphan a row is rolled back', async () => {
    const connection = openConnection(fileIn(dataDir), { readonly: false })
    connection.raw.pragma('foreign_keys = OFF')
    connection.raw
      .prepare(`insert into session (tokenHash, userId, startedAt, seenAt) values ('x', 99, '', '')`)
      .run()
    connection.raw.pragma('wal_checkpoint(TRUNCATE)')
    await connection.close()
    const before = digestOf(fileIn(dataDir))
    await expect(createEngine({ dataDir, role: 'writer' })).rejects.toMatchObject({
      problem: 'upgrade_failed',
    })
    expect(digestOf(fileIn(dataDir))).toBe(before)
  })
})

describe('the search table', () => {
  const marks = (folder: string) =>
    withEngine(folder, ({ connection: { raw } }) =>
      raw.prepare('select rowid from titleSearch where titleSearch match ?').all('dauvet'),
    )

  async function leaveMark(folder: string): Promise<void> {
    await withEngine(folder, ({ connection: { raw } }) =>
      raw.prepare(`insert into titleSearch (rowid, title, rest) values (999999, 'dauvet', '')`).run(),
    )
  }

  it('is left alone at a start that changes nothing of it', async () => {
    await leaveMark(dataDir)
    expect(await marks(dataDir)).toHaveLength(1)
  })

  it('is filled anew when its definition is another one', async () => {
    await leaveMark(dataDir)
    await withEngine(dataDir, ({ connection: { raw } }) =>
      raw.prepare(`update derivedState set definition = 'older'`).run(),
    )
    expect(await marks(dataDir)).toEqual([])
    await withEngine(dataDir, (engine) => expectSound(engine))
    expect(await find(dataDir, 'kieu')).toEqual(['Truyện Kiều'])
  })
})
