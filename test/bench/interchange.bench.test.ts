import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readyProfile, type ImportRun } from '../../shared/interchange/contract.ts'
import { openConnection } from '../../db/connection.ts'
import { testFolder, testPassword } from '../support/engine.ts'
import { writeMarcFile } from '../support/marc-file.ts'
import { bareInsertsMs } from './bare-inserts.ts'
import { readBarely } from './bare-marc.ts'
import { openLibrary } from './library.ts'
import { expectWithin, recordOf, report, timeMs } from './measure.ts'
import { runShipped } from './shipped.ts'

/**
 * Two hundred thousand take minutes, so they are asked for: npm run bench:import. Fewer try the same out; until its code
 * has grown warm the program is slower than the bare one, so what is asked of a whole run is not asked of them.
 */
const records = Number(process.env['KHOSACH_BENCH_RECORDS'] ?? 20_000)
const wholeRun = 200_000
const copiesEach = 2
const bytesPerMegabyte = 2 ** 20

type TakenIn = Record<
  | 'stageSeconds'
  | 'writeSeconds'
  | 'againSeconds'
  | 'exportSeconds'
  | 'exported'
  | 'importPeakBytes'
  | 'peakBytes'
  | 'searchBesideMs'
  | 'searchAloneMs',
  number
> & { run: ImportRun; againRun: ImportRun }

const dataDir = testFolder()
const file = join(testFolder(), 'export.mrc')

async function child<Told>(act: 'import' | 'undo'): Promise<Told> {
  const profile = { ...readyProfile('koha', 'Koha'), source: 'Koha' }
  const given = { dataDir, password: testPassword, file, act, profile }
  return runShipped<Told>(new URL('./import-child.ts', import.meta.url), given)
}

afterAll(() => {
  if (records !== wholeRun) return
  const what =
    'npm run bench:import: what it measured with 200,000 records of two copies each, and against what'
  const place = new URL('import.json', import.meta.url)
  writeFileSync(place, `${JSON.stringify({ ...recordOf(what, 'import.json'), records }, null, 2)}\n`)
})

it('takes a file in at half the rate of a bare reader and bare inserts, finds it again, hands it out and takes it back', async () => {
  const { test } = await openLibrary(dataDir)
  await test.close()
  writeMarcFile(file, records, copiesEach)
  const taken = await child<TakenIn>('import')
  const created = taken.run.written.created
  expect(created).toBeGreaterThan(records * 0.99)
  expect(taken.run.written.copies).toBe(records * copiesEach)

  const readingMs = await timeMs(() => readBarely(file))
  const filled = openConnection(join(dataDir, 'library.db'), { readonly: true })
  const insertingMs = await bareInsertsMs(filled.raw)
  await filled.close()
  const importSeconds = taken.stageSeconds + taken.writeSeconds
  report(`taking in ${records} records of ${copiesEach} copies`, {
    stageSeconds: taken.stageSeconds,
    writeSeconds: taken.writeSeconds,
    perSecond: records / importSeconds,
    bareReadingSeconds: readingMs / 1000,
    bareInsertingSeconds: insertingMs / 1000,
    peakMegabytes: taken.importPeakBytes / bytesPerMegabyte,
  })
  const isTrial = records < wholeRun
  expectWithin(isTrial ? 'importTriedOverBare' : 'importOverBare', [
    (importSeconds * 1000) / (readingMs + insertingMs),
  ])
  expectWithin(isTrial ? 'importTriedMegabytes' : 'importMegabytes', [
    taken.importPeakBytes / bytesPerMegabyte,
  ])
  expectWithin('searchDuringImportOverAlone', [taken.searchBesideMs / taken.searchAloneMs])

  const { byVerdict } = taken.againRun.counts
  expect(byVerdict.same ?? 0).toBe(created)
  expect(byVerdict.new ?? 0).toBe(0)
  expectWithin('againOverImport', [taken.againSeconds / importSeconds])
  expect(taken.exported).toBe(created)
  expectWithin('exportOverImport', [taken.exportSeconds / importSeconds])

  const back = await child<{ undoSeconds: number; undone: { titles: number; copies: number; kept: number } }>(
    'undo',
  )
  expect(back.undone).toMatchObject({ titles: created, copies: records * copiesEach, kept: 0 })
  report('the same again, out and back', {
    againSeconds: taken.againSeconds,
    exportSeconds: taken.exportSeconds,
    undoSeconds: back.undoSeconds,
  })
  expectWithin('undoOverImport', [back.undoSeconds / importSeconds])
})
