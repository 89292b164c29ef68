import { valueOf } from '../support/engine.ts'
import type { BenchLibrary } from './library.ts'
import { expectWithin, median, report, timeMs } from './measure.ts'

const day = '2026-11-10'
const live = `accessionedOn <= '${day}' and cancelledOn is null and (withdrawnOn is null or withdrawnOn > '${day}')`

/** The page's divisions as plain SQL, one statement for each table: titles by what titles have, copies by theirs. */
const groupBys = [
  `select substr(ddc, 1, 1), language, material, publishedYear / 10, classes, count(*), sum(copies)
   from (select titleId, count(*) as copies from copy where ${live} group by titleId)
   join title on title.id = titleId group by 1, 2, 3, 4, 5`,
  `select siteId, condition, source, count(*), count(distinct titleId)
   from copy join voucher on voucher.id = voucherId where ${live} group by 1, 2, 3`,
]

/** The page of figures beside the same counts as plain SQL, and again when nothing has changed. */
export async function figuresWithin(library: BenchLibrary, rounds: number): Promise<void> {
  const { test, person } = library
  const { raw } = test.engine.connection
  const floor = groupBys.map((sql) => raw.prepare(sql).raw())
  const figures = async (asOf: string) => valueOf(await person.client.stock.figures({ asOf }))
  const cold: number[] = []
  const again: number[] = []
  const times: Record<'coldMs' | 'againMs' | 'plainMs', number[]> = { coldMs: [], againMs: [], plainMs: [] }
  for (let round = 0; round < rounds; round++) {
    // Every round asks for a day that none has asked for: cold for the memory, warm for the disk, as the floor is.
    const asOf = `2026-11-${10 + round}`
    const plainMs = await timeMs(() => floor.forEach((statement) => statement.all()))
    const coldMs = await timeMs(() => figures(asOf))
    const againMs = await timeMs(() => figures(asOf))
    cold.push(coldMs / plainMs)
    again.push(againMs / coldMs)
    times.coldMs.push(coldMs)
    times.againMs.push(againMs)
    times.plainMs.push(plainMs)
  }
  report('figures of a day', {
    coldMs: median(times.coldMs),
    againMs: median(times.againMs),
    plainMs: median(times.plainMs),
  })
  expectWithin('figuresOverGroupBys', cold)
  expectWithin('figuresAgainOverCold', again)
}
