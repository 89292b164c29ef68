import { expect } from 'vitest'
import { tierFor } from '../../shared/catalogue/rules.ts'
import { list } from '../../shared/demo/dice.ts'
import { fold, otherSpelling, words } from '../../shared/fold.ts'
import { ftsQuery } from '../../db/catalogue/match.ts'
import { valueOf } from '../support/engine.ts'
import type { BenchLibrary } from './library.ts'
import { median, percentile, report, typicalMs } from './measure.ts'

/** What people type: one letter on the way to a word, common words, rare ones, names, with accents and without. */
export const queries = list(`
  a|t|đ|th|ng|tr|lịch|văn|nguyen|sách|việt nam|viet nam|lich su|lịch sử|truyện|truyen ngan|tiểu thuyết|thơ|tuyển tập
  |địa chí|dia ly|toán 9|toán học|tiếng anh|tieng viet lop|kỹ thuật trồng|chăn nuôi|cà phê|y học cổ truyền|nấu ăn
  |pháp luật|luật đất đai|hồ chí minh|đường|giáo trình kinh tế|nguyễn nhật|tập 2|duong|không có từ này
  |văn hóa dân gian các dân tộc`)
const callsPerQuery = 3
/** Up to so many hits the whole order is promised. */
const rankedHits = 5000

export type Found = {
  rows: { id: number }[]
  total: { count: number; isExact: boolean }
}
export async function search(library: BenchLibrary, input: object): Promise<Found> {
  return valueOf(await library.person.call('catalogue.search', input)) as Found
}

export type Finding = { p95Ms: number; medianMs: number; bareP95Ms: number; slowestLetterMs: number }

/** One round over all queries, ours and a query on the same index that ranks every hit, side by side. */
export async function findingOf(library: BenchLibrary): Promise<Finding> {
  const bare = library.test.engine.connection.raw.prepare(
    `select title.* from titleSearch join title on title.id = titleSearch.rowid
     where titleSearch match ? order by bm25(titleSearch) limit 50`,
  )
  const ours: number[] = []
  const floor: number[] = []
  for (const text of queries) {
    ours.push(await typicalMs(callsPerQuery, () => search(library, { text, limit: 50 })))
    floor.push(await typicalMs(callsPerQuery, () => bare.all(ftsQuery(text))))
  }
  const letters = ours.filter((_, at) => queries[at]?.length === 1)
  return {
    p95Ms: percentile(ours, 0.95),
    medianMs: median(ours),
    bareP95Ms: percentile(floor, 0.95),
    slowestLetterMs: Math.max(...letters),
  }
}

export async function findingsOf(name: string, library: BenchLibrary, rounds: number): Promise<Finding[]> {
  const findings: Finding[] = []
  for (let round = 0; round < rounds; round++) findings.push(await findingOf(library))
  const middle = (key: keyof Finding) => median(findings.map((finding) => finding[key]))
  report(`search among ${name}, 40 queries`, {
    p95Ms: middle('p95Ms'),
    medianMs: middle('medianMs'),
    slowestLetterMs: middle('slowestLetterMs'),
    bareP95Ms: middle('bareP95Ms'),
  })
  return findings
}

type Row = {
  id: number
  title: string
  subtitle: string
  responsibility: string
  sortKey: string
  foldedTitle: string
  all: string
}

/**
 * The share of the first fifty of a full ranking that stands in our first fifty, for the query that does worst among
 * those of few enough hits. The full ranking reads every title and knows nothing of the index.
 */
export async function worstRecall(library: BenchLibrary): Promise<number> {
  const shares: number[] = []
  for (const [text, hits] of hitsOfFew(library)) {
    const { rows: ours, total } = await search(library, { text, limit: 50 })
    expect(total, text).toEqual({ count: hits.length, isExact: true })
    const tierOf = tierFor(text)
    const ranked = hits.map((row) => ({ row, tier: tierOf(row) }))
    ranked.sort(
      (a, b) =>
        a.tier - b.tier ||
        Number(a.row.sortKey > b.row.sortKey) - Number(a.row.sortKey < b.row.sortKey) ||
        a.row.id - b.row.id,
    )
    const first = ranked.slice(0, 50).map(({ row }) => row.id)
    const found = new Set(ours.map((row) => row.id))
    shares.push(first.filter((id) => found.has(id)).length / first.length)
  }
  expect(shares.length).toBeGreaterThan(5)
  return Math.min(...shares)
}

/** All hits of the queries that have some, but few enough for the whole order, in one pass over the titles. */
function hitsOfFew(library: BenchLibrary): Map<string, Row[]> {
  const hits = new Map(queries.map((text): [string, Row[]] => [text, []]))
  const wanted = queries.map((text) => ({ text, words: words(fold(text)) }))
  for (const row of library.test.engine.connection.raw.prepare(everyTitle).iterate() as Iterable<Row>) {
    const all = ` ${words(fold(row.all)).join(' ')} `
    for (const query of wanted) {
      const last = query.words.length - 1
      const isHit = query.words.every((word, at) => {
        const other = otherSpelling(word)
        if (other !== null && all.includes(` ${other} `)) return true
        return all.includes(at === last ? ` ${word}` : ` ${word} `)
      })
      const found = hits.get(query.text)
      if (isHit && found && found.length <= rankedHits) found.push(row)
    }
  }
  return new Map([...hits].filter(([, rows]) => rows.length > 0 && rows.length <= rankedHits))
}

const everyTitle = `select id, title, subtitle, responsibility, sortKey, foldedTitle, concat_ws(' ', title, part, subtitle,
     responsibility, authors, organisations, subjects, keywords, publisher, series, place, isbn, issn, ddc, callNumber)
   as "all" from title where removedOn is null`
