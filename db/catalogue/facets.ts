import { setImmediate as letOthersAsk } from 'node:timers/promises'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Facets } from '../../shared/catalogue/search.ts'
import type { Reader } from '../connection.ts'
import { mainClass } from '../ddc.ts'
import { countHits, hitIds, hits, isLive, wantedBy, type Asked } from './wanted.ts'

/** Up to so many hits every one is counted. */
const facetLimit = 20_000
/** Of more, so many spread evenly; a share is then known to about one in a hundred. */
const sampleSize = 10_000
/** A search that is asked meanwhile waits for one such piece, not for all. */
const titlesPerPiece = 1000

type FacetCounts = z.output<typeof Facets>
type Counted = Omit<FacetCounts, 'total' | 'isEstimate'>

export async function facetsOf(db: Reader, asked: Asked): Promise<FacetCounts> {
  const wanted = await wantedBy(db, asked)
  await letOthersAsk()
  const ids = await hitIds(db, wanted, { limit: facetLimit + 1 })
  if (ids.length <= facetLimit) {
    const total = { count: ids.length, isExact: true }
    return { total, isEstimate: false, ...(await counted(db, ids, (count) => count)) }
  }
  await letOthersAsk()
  const count = await countHits(db, wanted)
  await letOthersAsk()
  const step = Math.ceil(count / sampleSize)
  const { rows } = await sql<{ id: number }>`
    select id from (${hits(wanted)}) where id % ${step} = 0`.execute(db)
  const sample = rows.map((row) => row.id)
  const share = count / Math.max(1, sample.length)
  return {
    total: { count, isExact: true },
    isEstimate: true,
    ...(await counted(db, sample, (seen) => twoDigits(seen * share))),
  }
}

/** An estimate that looks as rough as it is. */
function twoDigits(value: number): number {
  return Number(value.toPrecision(2))
}

type Seen = {
  material: string
  language: string
  ddc: string
  decade: number | null
  classes: string
  isDigital: number
}

async function counted(
  db: Reader,
  ids: readonly number[],
  scaled: (seen: number) => number,
): Promise<Counted> {
  const rows: (Seen & { count: number })[] = []
  const titlesBySite = new Map<string, number>()
  for (let from = 0; from < ids.length; from += titlesPerPiece) {
    const list = JSON.stringify(ids.slice(from, from + titlesPerPiece))
    await letOthersAsk()
    rows.push(...(await seenAmong(db, list)))
    await letOthersAsk()
    for (const { siteId, count } of await sitesOf(db, list)) {
      titlesBySite.set(siteId, (titlesBySite.get(siteId) ?? 0) + count)
    }
  }
  const by = (keysOf: (row: Seen) => readonly string[]) => {
    const counts = new Map<string, number>()
    for (const row of rows) {
      for (const key of keysOf(row)) counts.set(key, (counts.get(key) ?? 0) + row.count)
    }
    return valuesOf(counts, scaled)
  }
  return {
    materials: by((row) => [row.material]),
    languages: by((row) => [row.language]),
    ddc: by((row) => [row.ddc]),
    decades: by((row) => (row.decade === null ? [] : [String(row.decade)])),
    sites: valuesOf(titlesBySite, scaled),
    classes: by((row) => row.classes.split(' ').filter((each) => each !== '')),
    digital: by((row) => [row.isDigital ? 'true' : 'false']),
  }
}

async function seenAmong(db: Reader, list: string): Promise<(Seen & { count: number })[]> {
  const { rows } = await sql<Seen & { count: number }>`
    select material, language, ${mainClass('-')} as ddc,
      publishedYear / 10 * 10 as decade, classes,
      (digitalOrigin is not null or material = 'digital') as isDigital, count(*) as count
    from title where id in (select value from json_each(${list}))
    group by 1, 2, 3, 4, 5, 6`.execute(db)
  return rows
}

async function sitesOf(db: Reader, list: string): Promise<{ siteId: string; count: number }[]> {
  const { rows } = await sql<{ siteId: string; count: number }>`
    select cast(siteId as text) as siteId, count(distinct titleId) as count from copy
    where titleId in (select value from json_each(${list})) and ${isLive} group by siteId`.execute(db)
  return rows
}

/** The most frequent first. */
function valuesOf(counts: ReadonlyMap<string, number>, scaled: (seen: number) => number) {
  return [...counts]
    .map(([key, count]) => ({ key, count: scaled(count) }))
    .toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
}
