import { sql } from 'kysely'
import type { Rate, Rates } from '../../shared/inspection/contract.ts'
import { wilson, type Severity } from '../../shared/inspection/rules.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { fromPages } from './page-rows.ts'

export const rateQueries: Pick<QueriesOf<'inspection'>, 'rates'> = {
  async rates({ from, to, projectId }, { db, fail }) {
    if (to < from) fail('ends_before_start', { from, to })
    const span = { from, to, projectId }
    const cells = await cellsOf(db, span)
    const found = await foundIn(db, span)
    const kinds = [
      ...new Map(found.map(({ kindId, name, severity }) => [kindId, { kindId, name, severity }])),
    ]
    const of = (belongs: (row: Who) => boolean) => rateOf(cells.filter(belongs), found.filter(belongs))
    const operators = [...new Map(cells.map(({ userId, name }) => [userId, name]))]
    const machines = [...new Set(cells.map(({ machine }) => machine))]
    return {
      from,
      to,
      total: of(() => true),
      operators: byPages(
        operators.map(([userId, name]) => ({ userId, name, ...of((row) => row.userId === userId) })),
      ),
      machines: byPages(machines.map((machine) => ({ machine, ...of((row) => row.machine === machine) }))),
      kinds: kinds.map(([, kind]) => kind),
    } satisfies Rates
  },
}

type Span = { from: string; to: string; projectId: number | null }
type Who = { userId: number | null; machine: string }
type Cell = Who & { name: string; pages: number; bad: number }
type Found = Who & { kindId: number; name: string; severity: Severity; pages: number }

function looked({ from, to, projectId }: Span) {
  return sql`page.place is not null and page.verdict is not null
    and page.judgedOn >= ${from} and page.judgedOn <= ${to}
    ${projectId === null ? sql`` : sql`and job.projectId = ${projectId}`}`
}

async function cellsOf(db: Reader, span: Span): Promise<Cell[]> {
  const { rows } = await sql<Cell>`
    select scan.userId, ifnull(user.name, '') as name, ifnull(scan.machine, '') as machine, count(*) as pages,
      sum(page.verdict = 'bad') as bad
    from ${fromPages} left join user on user.id = scan.userId
    where ${looked(span)} group by 1, 3`.execute(db)
  return rows
}

async function foundIn(db: Reader, span: Span): Promise<Found[]> {
  const { rows } = await sql<Found & { place: number }>`
    select scan.userId, ifnull(scan.machine, '') as machine, kind.id as kindId, kind.name, kind.severity,
      count(*) as pages, kind.place
    from ${fromPages}
    join inspectionFinding as finding on finding.pageId = page.id
    join findingKind as kind on kind.id = finding.kindId
    where ${looked(span)} group by 1, 2, 3 order by kind.place, kind.id`.execute(db)
  return rows.map(({ place: _, ...row }) => row)
}

function rateOf(cells: readonly Cell[], found: readonly Found[]): Rate {
  const pages = cells.reduce((sum, cell) => sum + cell.pages, 0)
  const bad = cells.reduce((sum, cell) => sum + cell.bad, 0)
  const byKind = Map.groupBy(found, ({ kindId }) => kindId)
  return {
    pages,
    bad,
    ...(wilson(bad, pages) ?? { low: 0, high: 1 }),
    kinds: [...byKind.values()].flatMap(([first, ...others]) => {
      if (!first) return []
      const { kindId, name, severity } = first
      return [{ kindId, name, severity, pages: others.reduce((sum, row) => sum + row.pages, first.pages) }]
    }),
  }
}

function byPages<Row extends Rate>(rows: Row[]): Row[] {
  return rows.toSorted((a, b) => b.pages - a.pages)
}
