import Sqlite from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompiledQuery, sql } from 'kysely'
import { Client, Pool } from 'pg'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { totalsOf } from '../../ministry/office/reports.ts'
import { ensureKey } from '../../ministry/receiver.ts'
import { receive } from '../../ministry/road/receive.ts'
import { openStore, type Store } from '../../ministry/store/connection.ts'
import { indicatorList } from '../../shared/indicators/formulas.ts'
import { type Library, type Made, newLibrary, packageOf } from '../ministry/support/library.ts'
import { startPostgres } from '../ministry/support/postgres.ts'
import { expectWithin, timeMs } from './measure.ts'

const rounds = 5
const packagesInRound = 60
const atOnce = 8
const now = () => new Date('2026-10-05T03:00:00.000Z')

let postgres: Awaited<ReturnType<typeof startPostgres>>
let folder: string
beforeAll(async () => {
  postgres = await startPostgres()
  folder = mkdtempSync(join(tmpdir(), 'khosach-bench-ministry-'))
})
afterAll(async () => {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function newPlace(database: Database, name: string): Promise<string> {
  if (database === 'sqlite') return join(folder, name)
  const client = new Client({ connectionString: postgres.url })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return postgres.url.replace(/\/postgres$/, `/${name}`)
}
type Database = 'sqlite' | 'postgres'

/** Enters a library without the code and the signature of an enrolment. */
async function enter({ db }: Store, library: Library): Promise<void> {
  const at = now().toISOString()
  await db
    .insertInto('library')
    .values({ ...library.codes, enrolledAt: at, revokedAt: null })
    .execute()
  const { fingerprint, publicKey } = library
  const key = { fingerprint, publicKey, sharedKey: Buffer.alloc(32).toString('base64url') }
  await db
    .insertInto('libraryKey')
    .values({ ...key, libraryId: library.codes.id, enrolledAt: at, revokedAt: null })
    .execute()
}

async function inTurns<Item>(items: readonly Item[], count: number, work: (item: Item) => Promise<unknown>) {
  const waiting = items.values()
  await Promise.all(
    Array.from({ length: count }, async () => {
      for (const item of waiting) await work(item)
    }),
  )
}

/** The rows that a package leaves, as one statement for each table. */
function rowsOf({ payload, hash, bytes }: Made, receipt: string) {
  const { library, period, epoch, revision } = payload
  const at = now().toISOString()
  const place = [library.id, period.from, period.to]
  const facts = [epoch, revision, hash, null, payload.definitionsVersion, library.provinceCode]
  return {
    package: [
      hash,
      ...place,
      ...facts,
      library.formerProvinceCode,
      payload.signedAt,
      at,
      'accepted',
      hash,
      bytes,
      receipt,
    ],
    figures: payload.figures.flatMap(({ code, version, status, value }) => [
      hash,
      code,
      version,
      status,
      value,
    ]),
    counted: [...place, hash],
    audit: [at, library.id, 'package', JSON.stringify({ hash, period, epoch, revision })],
  }
}

const tables = [
  ['package', '"package"', 17],
  ['figures', '"figure"', 5],
  ['counted', '"counted"', 4],
  ['audit', '"auditEntry" ("at", "actor", "act", "detail")', 4],
] as const

function insertText(into: string, columns: number, values: number, sign: (at: number) => string): string {
  const row = (at: number) =>
    `(${Array.from({ length: columns }, (_, n) => sign(at * columns + n)).join(', ')})`
  return `insert into ${into} values ${Array.from({ length: values / columns }, (_, at) => row(at)).join(', ')}`
}

type Floor = { write: (made: Made, receipt: string) => Promise<void>; close: () => Promise<void> }

/** Nothing but the same rows in the same transactions. */
function openFloor(database: Database, place: string): Floor {
  if (database === 'sqlite') {
    const raw = new Sqlite(join(place, 'ministry.db'))
    for (const pragma of [
      'locking_mode = EXCLUSIVE',
      'journal_mode = WAL',
      'synchronous = FULL',
      'foreign_keys = ON',
    ])
      raw.pragma(pragma)
    return {
      async write(made, receipt) {
        const rows = rowsOf(made, receipt)
        raw.transaction(() => {
          for (const [name, into, columns] of tables)
            raw.prepare(insertText(into, columns, rows[name].length, () => '?')).run(...rows[name])
        })()
      },
      close: async () => void raw.close(),
    }
  }
  const pool = new Pool({ connectionString: place, max: 10 })
  return {
    async write(made, receipt) {
      const rows = rowsOf(made, receipt)
      const client = await pool.connect()
      await client.query('begin')
      for (const [name, into, columns] of tables)
        await client.query(
          insertText(into, columns, rows[name].length, (at) => `$${at + 1}`),
          [...rows[name]],
        )
      await client.query('commit')
      client.release()
    },
    close: () => pool.end(),
  }
}

describe.each(['sqlite', 'postgres'] as const)('the receiver on %s', (database) => {
  it('takes packages at half the pace of bare inserts of the same rows', async () => {
    const libraries = Array.from({ length: packagesInRound }, () => newLibrary())
    const place = await newPlace(database, 'receiving')
    const barePlace = await newPlace(database, 'bare')
    const store = await openStore(place)
    await ensureKey({ store, now }, 'Vụ Thư viện')
    for (const library of libraries) await enter(store, library)
    const bareStore = await openStore(barePlace)
    for (const library of libraries) await enter(bareStore, library)
    await bareStore.close()
    const floor = openFloor(database, barePlace)
    const made = (round: number) =>
      libraries.map((library) => packageOf(library, { quarter: { year: 2020 + round, quarter: 1 } }))
    const ratios: number[] = []
    // The first round is not counted: both sides open their connections in it.
    for (let round = 0; round <= rounds; round++) {
      const packages = made(round)
      const took = await timeMs(() =>
        inTurns(packages, atOnce, ({ bytes }) => receive({ store, now }, bytes)),
      )
      const receipt = 'r'.repeat(700)
      const bareMs = await timeMs(() => inTurns(packages, atOnce, (each) => floor.write(each, receipt)))
      if (round > 0) ratios.push(took / bareMs)
    }
    await floor.close()
    await store.close()
    expectWithin('receivingOverBareInserts', ratios)
  })

  it('adds a quarter of a thousand libraries up in little more than the bare SQL', async () => {
    const place = await newPlace(database, 'totals')
    const store = await openStore(place)
    await fillThousand(store)
    const period = { from: '2026-07-01', to: '2026-09-30' }
    const bare = bareTotals(database, place, store)
    const ratios: number[] = []
    for (let round = 0; round < 9; round++) {
      const took = await timeMs(() => totalsOf({ store, now }, { ...period, by: 'province' }))
      ratios.push(took / (await timeMs(() => bare.run(period))))
    }
    await bare.close()
    await store.close()
    expectWithin('totalsOverBareSql', ratios)
  })
})

const sumText = (from: string, to: string) => `
  select package."provinceCode", figure.code, sum(figure.value), count(figure.value) from counted
  join package on package.hash = counted."packageHash" join figure on figure."packageHash" = counted."packageHash"
  where counted."periodFrom" = ${from} and counted."periodTo" = ${to} and figure.value is not null
  group by package."provinceCode", figure.code`

function bareTotals(database: Database, place: string, { db }: Store) {
  if (database === 'postgres') {
    const pool = new Pool({ connectionString: place })
    return {
      run: ({ from, to }: { from: string; to: string }) => pool.query(sumText('$1', '$2'), [from, to]),
      close: () => pool.end(),
    }
  }
  // The store holds its file alone, so the bare question goes over the same connection.
  return {
    run: ({ from, to }: { from: string; to: string }) =>
      db.executeQuery(CompiledQuery.raw(sumText('?', '?'), [from, to])),
    close: async () => undefined,
  }
}

/** A thousand libraries, twenty quarters, every figure of the list. */
async function fillThousand({ db }: Store): Promise<void> {
  for (let at = 0; at < 1000; at++) {
    const library = newLibrary(String(10 + (at % 34)), String(10 + (at % 63)))
    await db.transaction().execute(async (trx) => {
      await enter({ db: trx } as unknown as Store, library)
      for (let n = 0; n < 20; n++) {
        const hash = `${at}-${n}`.padStart(64, '0')
        const { period } = packageOf(library, {
          quarter: { year: 2026 - Math.floor(n / 4), quarter: 4 - (n % 4) },
          figures: [],
        }).payload
        const placed = { libraryId: library.codes.id, periodFrom: period.from, periodTo: period.to }
        const { provinceCode, formerProvinceCode } = library.codes
        await trx
          .insertInto('package')
          .values({
            ...placed,
            hash,
            epoch: library.epoch,
            revision: 1,
            figuresDigest: hash,
            previousHash: null,
            definitionsVersion: 1,
            provinceCode,
            formerProvinceCode,
            signedAt: '',
            receivedAt: '',
            outcome: 'accepted',
            keyFingerprint: hash,
            bytes: Buffer.alloc(0),
            receipt: '',
          })
          .execute()
        await trx
          .insertInto('counted')
          .values({ ...placed, packageHash: hash })
          .execute()
      }
    })
  }
  const codes = sql.join(indicatorList.map(({ code }) => sql`(${code})`))
  await sql`insert into figure select package.hash, list.code, 1, 'known', length(package.hash) * 1000
    from package cross join (with named(code) as (values ${codes}) select code from named) as list`.execute(
    db,
  )
}
