/** Pages that hold the rows in sight and half a page before and after, so that slow scrolling never waits. */
export function pagesAround(sight: { first: number; last: number }, pageRows: number, rowCount: number) {
  const margin = Math.floor(pageRows / 2)
  const end = Math.max(0, rowCount - 1)
  const first = Math.floor(Math.max(0, Math.min(sight.first, end) - margin) / pageRows)
  const last = Math.floor(Math.min(end, sight.last + margin) / pageRows)
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, at) => first + at)
}

type Total = { count: number; isExact: boolean }
type Loaded = { page: number; rows: number }

/** A count that is a guess gives way to what the pages show: where one ends short, the list ends. */
export function rowCountOf(total: Total, loaded: Loaded[], pageRows: number): number {
  if (total.isExact) return total.count
  const short = loaded.filter(({ rows }) => rows < pageRows)
  if (short.length > 0) return Math.min(...short.map(({ page, rows }) => page * pageRows + rows))
  const reached = Math.max(0, ...loaded.map(({ page }) => (page + 1) * pageRows))
  return Math.max(total.count, reached + (reached > 0 ? pageRows : 0))
}

/** A row that others' changes have pushed along is looked for so far around its old place. */
const nearby = 100

type Stand = { index: number; id: number | null }

/** Where the row that one stood on is now. */
export function placeOf({ index, id }: Stand, rowAt: (index: number) => { id: number } | undefined): number {
  if (id === null || rowAt(index)?.id === id) return index
  for (let distance = 1; distance <= nearby; distance++) {
    if (rowAt(index - distance)?.id === id) return index - distance
    if (rowAt(index + distance)?.id === id) return index + distance
  }
  return index
}
