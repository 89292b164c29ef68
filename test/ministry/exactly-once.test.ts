import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it, inject } from 'vitest'
import { conflictRows } from '../../ministry/office/records.ts'
import { totalsOf } from '../../ministry/office/reports.ts'
import {
  allFigures,
  bring,
  deliver,
  enrol,
  newLibrary,
  packageOf,
  sendPart,
  type Library,
  type Made,
} from './support/library.ts'
import { databases, newCode, newPlace, startReceiver, type Running } from './support/receiver.ts'

const runs = Number(process.env['KHOSACH_RUNS'] ?? 12)

/** What may happen to one package on its way. */
type Trip = {
  package: number
  cutAt: number
  way: 'whole' | 'parts' | 'lost'
  isRestartedAfter: boolean
  end: 0 | 1
}
const trips = fc.array(
  fc.record<Trip>({
    package: fc.nat(11),
    cutAt: fc.nat(3000),
    way: fc.constantFrom('whole', 'parts', 'parts', 'lost'),
    isRestartedAfter: fc.integer({ min: 0, max: 9 }).map((value) => value === 0),
    end: fc.constantFrom(0, 1),
  }),
  { minLength: 5, maxLength: 30 },
)

/** Two libraries, two quarters, three numbers each; everything differs in its figures. */
function packagesOf(libraries: readonly Library[]): Made[] {
  return libraries.flatMap((library, at) =>
    [2, 3].flatMap((quarter) =>
      [1, 2, 3].map((revision) =>
        packageOf(library, {
          quarter: { year: 2026, quarter },
          revision,
          figures: allFigures(at * 100 + quarter * 10 + revision).slice(0, 5),
        }),
      ),
    ),
  )
}

describe.each(databases)('on %s', (database) => {
  const instances = database === 'postgres' ? 2 : 1

  it('every package arrives once and the newest number counts, whatever is lost, doubled, cut or restarted', async () => {
    await fc.assert(
      fc.asyncProperty(trips, async (found) => {
        const place = await newPlace(database)
        let ends: Running[] = []
        const start = async () => {
          for (const end of ends) await end.stop()
          ends = []
          for (let count = 0; count < instances; count++) ends.push(await startReceiver(place))
        }
        const urlAt = (end: number) => (ends[end % ends.length] as Running).url
        await start()
        const libraries = [newLibrary(), newLibrary('79', '74', 'Thư viện tỉnh Bình Dương')]
        for (const library of libraries) await enrol(urlAt(0), library, await newCode(ends[0] as Running))
        const packages = packagesOf(libraries)
        const ownerOf = (made: Made) =>
          libraries.find(({ codes }) => codes.id === made.payload.library.id) as Library
        const receipts = new Map<string, string>()
        const keep = (made: Made, receipt: string) => {
          expect(receipts.get(made.hash) ?? receipt).toBe(receipt)
          receipts.set(made.hash, receipt)
        }
        for (const trip of found) {
          const made = packages[trip.package] as Made
          if (trip.way === 'whole') keep(made, await (await bring(urlAt(trip.end), made.bytes)).text())
          if (trip.way === 'parts') {
            await (
              await sendPart(urlAt(trip.end), ownerOf(made), made, {
                to: Math.min(trip.cutAt + 1, made.bytes.length - 1),
              })
            ).text()
            keep(made, await deliver(urlAt(trip.end + 1), ownerOf(made), made))
          }
          if (trip.isRestartedAfter) await start()
        }
        for (const made of packages) keep(made, await deliver(urlAt(0), ownerOf(made), made))
        const { db } = (ends[0] as Running).receiver.store
        expect(await db.selectFrom('package').select('hash').execute()).toHaveLength(packages.length)
        expect(await db.selectFrom('upload').selectAll().execute()).toEqual([])
        expect(await db.selectFrom('uploadPart').select('offset').execute()).toEqual([])
        const counted = await db.selectFrom('counted').select('packageHash').execute()
        const newest = packages.filter(({ payload }) => payload.revision === 3)
        expect(counted.map(({ packageHash }) => packageHash).toSorted()).toEqual(
          newest.map(({ hash }) => hash).toSorted(),
        )
        expect(await conflictRows((ends[0] as Running).receiver)).toEqual([])
        const totals = await totalsOf((ends[0] as Running).receiver, {
          from: '2026-07-01',
          to: '2026-09-30',
          by: 'province',
        })
        for (const [at, figure] of allFigures(0).slice(0, 5).entries()) {
          expect(totals.sums[figure.code]).toBe(33_000 + 133_000 + 2 * at)
        }
        for (const end of ends) await end.stop()
      }),
      { numRuns: runs },
    )
  }, 600_000)

  it('two copies of one library never write over each other: what differs under one number is named', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6, maxLength: 6 }),
        fc.constantFrom(1, 2),
        async (order, sameFrom) => {
          const running = await startReceiver(await newPlace(database))
          const one = newLibrary()
          await enrol(running.url, one, await newCode(running))
          const other = { ...one, epoch: randomUUID() }
          // Up to a number both tell the same, as a copy does; from then on each goes its own way.
          const packages = [one, other].flatMap((library, at) =>
            [1, 2, 3].map((revision) =>
              packageOf(library, {
                revision,
                figures: allFigures(revision <= sameFrom ? revision : revision + 10 * (at + 1)),
              }),
            ),
          )
          for (const at of order) await (await bring(running.url, (packages[at] as Made).bytes)).text()
          const { db } = running.receiver.store
          expect(await db.selectFrom('package').select('hash').execute()).toHaveLength(6)
          const named = await conflictRows(running.receiver)
          expect(named.map(({ revision }) => revision).toSorted()).toEqual(
            [1, 2, 3].filter((revision) => revision > sameFrom),
          )
          const counted = await db
            .selectFrom('counted')
            .innerJoin('package', 'package.hash', 'counted.packageHash')
            .select('revision')
            .execute()
          expect(counted).toEqual([{ revision: 3 }])
          await running.stop()
        },
      ),
      { numRuns: runs },
    )
  }, 600_000)
})

it('is tested against a PostgreSQL of its own', () => {
  expect(inject('postgres')).toMatch(/^postgres:\/\/khosach@127\.0\.0\.1:\d+\/postgres$/)
})
