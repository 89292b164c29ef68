import { expect, it } from 'vitest'
import { openTestEngine, testFolder } from '../../test/support/engine.ts'
import { stageFile, undoRun, writeRun } from '../../test/support/import-runs.ts'
import { foreignRecord } from '../../test/support/marc-file.ts'

/** Tables that grow with a library: no piece of a run may read one of them from end to end. */
const large =
  /^SCAN (title|copy|marcRecord|importRecord|titleOrigin|registerLine|journalRow|titleAuthority)\b/

it('reads no large table from end to end for a piece of a run, with whatever statistics', async () => {
  const test = await openTestEngine({ dataDir: testFolder() })
  const cataloguer = await test.as('cataloguer')
  const { raw } = test.engine.connection
  const prepared = new Set<string>()
  const prepare = raw.prepare.bind(raw)
  Object.defineProperty(raw, 'prepare', {
    configurable: true,
    value(sql: string) {
      prepared.add(sql)
      return prepare(sql)
    },
  })
  const records = (from: number) => Array.from({ length: 40 }, (_, at) => foreignRecord(from + at))
  await writeRun(cataloguer, await stageFile(test, cataloguer, records(0)))
  const run = await writeRun(
    cataloguer,
    await stageFile(test, cataloguer, records(20), { onMatch: 'overlay' }),
  )
  await undoRun(cataloguer, run)
  const scans = [...prepared].flatMap((sql) => {
    // A store is made or taken away once in a run; who stands in it is asked of the index of places.
    if (!/^\s*(select|with|insert|update|delete)/i.test(sql) || /(from|into) "?store\b/.test(sql)) return []
    const nothing = (sql.match(/\?/g) ?? []).map(() => null)
    const steps = prepare(`explain query plan ${sql}`).all(nothing) as { detail: string }[]
    return steps
      .filter(({ detail }) => large.test(detail))
      .map(({ detail }) => `${detail} · ${sql.replace(/\s+/g, ' ')}`)
  })
  expect(scans).toEqual([])
  await test.close()
})
