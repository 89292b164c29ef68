import { sql, type RawBuilder } from 'kysely'
import type { Inspection } from '../../shared/inspection/contract.ts'
import { worstOf, type SampleCounts, type Severity } from '../../shared/inspection/rules.ts'
import { fold } from '../../shared/fold.ts'
import type { Reader } from '../connection.ts'
import type { Fail } from '../failure.ts'

/** What a closing freezes. */
export type Tallies = { counts: SampleCounts; kinds: KindCount[]; outside: number }
export type KindCount = { kindId: number; name: string; severity: Severity; pages: number }

type Row = Omit<
  Inspection,
  'lot' | 'fromEachJob' | 'members' | 'counts' | 'acceptance' | 'projectName' | 'batchName' | 'followsName'
> & {
  lot: string
  fromEachJob: number
  members: string
  size: number
  acceptCritical: number | null
  acceptMajor: number
  acceptMinor: number
  tallies: string | null
  projectName: string | null
  batchName: string | null
  followsName: string | null
}

type Wanted = { where: RawBuilder<unknown>; limit: number }

/** Inspections, the newest first. */
export async function readInspections(db: Reader, { where, limit }: Wanted): Promise<Inspection[]> {
  const { rows } = await sql<Row>`
    select inspection.id, inspection.rev, inspection.uuid, inspection.name, inspection.state, inspection.verdict,
      inspection.lot, inspection.followsId, inspection.sizeBy, inspection.sizeValue, inspection.fromEachJob,
      inspection.seed, inspection.jobs, inspection.uncounted, inspection.population, inspection.size,
      inspection.acceptCritical, inspection.acceptMajor, inspection.acceptMinor, inspection.basis, inspection.note,
      inspection.members, inspection.drawnAt, inspection.closedOn, inspection.conclusion, inspection.minutesNumber,
      inspection.reopenReason, inspection.tallies, ifnull(user.name, '') as drawnBy, project.name as projectName,
      batch.name as batchName, followed.name as followsName
    from inspection
    left join user on user.id = inspection.drawnById
    left join digitizationProject as project on project.id = inspection.lot ->> 'projectId'
    left join digitizationBatch as batch on batch.id = inspection.lot ->> 'batchId'
    left join inspection as followed on followed.id = inspection.followsId
    where ${where} order by inspection.id desc limit ${limit}`.execute(db)
  const counted = await countsOf(
    db,
    rows.filter(({ tallies }) => tallies === null).map(({ id }) => id),
  )
  return rows.map(({ tallies, size, acceptCritical, acceptMajor, acceptMinor, ...row }) => ({
    ...row,
    lot: JSON.parse(row.lot) as Inspection['lot'],
    members: JSON.parse(row.members) as Inspection['members'],
    fromEachJob: row.fromEachJob === 1,
    projectName: row.projectName ?? '',
    batchName: row.batchName ?? '',
    followsName: row.followsName ?? '',
    acceptance: { critical: acceptCritical, major: acceptMajor, minor: acceptMinor },
    counts:
      tallies === null
        ? { ...nothing, ...counted.get(row.id), size }
        : (JSON.parse(tallies) as Tallies).counts,
  }))
}

const nothing = { good: 0, critical: 0, major: 0, minor: 0 }
type Worst = 'good' | Severity

/** The worst that was found on a page of the sample. */
export const worstOfPage = sql<Severity | null>`(select finding.severity from inspectionFinding as finding
  where finding.pageId = page.id
  order by case finding.severity when 'critical' then 1 when 'major' then 2 else 3 end limit 1)`

async function countsOf(
  db: Reader,
  ids: readonly number[],
): Promise<Map<number, Partial<Record<Worst, number>>>> {
  const { rows } = await sql<{ inspectionId: number; worst: Worst; pages: number }>`
    select page.inspectionId, ifnull(${worstOfPage}, 'good') as worst, count(*) as pages
    from json_each(${JSON.stringify(ids)}) as wanted
    cross join inspectionPage as page on page.inspectionId = wanted.value
    where page.place is not null and page.verdict is not null group by 1, 2`.execute(db)
  const byId = new Map<number, Partial<Record<Worst, number>>>()
  for (const { inspectionId, worst, pages } of rows)
    byId.set(inspectionId, { ...byId.get(inspectionId), [worst]: pages })
  return byId
}

/** How many pages of the sample have each kind of finding, the worst kinds first. */
export async function kindCounts(db: Reader, inspectionId: number): Promise<KindCount[]> {
  const { rows } = await sql<KindCount & { place: number }>`
    select finding.kindId, kind.name, finding.severity, count(*) as pages, kind.place
    from inspectionPage as page
    cross join inspectionFinding as finding on finding.pageId = page.id
    join findingKind as kind on kind.id = finding.kindId
    where page.inspectionId = ${inspectionId} and page.verdict = 'bad' and page.place is not null
    group by finding.kindId, finding.severity order by kind.place, kind.id`.execute(db)
  return rows
    .map(({ place: _, ...row }) => row)
    .toSorted((a, b) =>
      a.severity === b.severity ? 0 : worstOf([a.severity, b.severity]) === a.severity ? -1 : 1,
    )
}

export async function outsideCount(db: Reader, inspectionId: number): Promise<number> {
  const { pages } = await db
    .selectFrom('inspectionPage')
    .select((is) => is.fn.countAll<number>().as('pages'))
    .where('inspectionId', '=', inspectionId)
    .where('verdict', '=', 'bad')
    .where('place', 'is', null)
    .executeTakeFirstOrThrow()
  return pages
}

export async function talliesOf(db: Reader, { id, counts }: Inspection): Promise<Tallies> {
  const frozen = await db.selectFrom('inspection').select('tallies').where('id', '=', id).executeTakeFirst()
  if (frozen?.tallies) return JSON.parse(frozen.tallies) as Tallies
  return { counts, kinds: await kindCounts(db, id), outside: await outsideCount(db, id) }
}

export async function requireInspection(
  db: Reader,
  id: number,
  fail: Fail<'inspection_not_found'>,
): Promise<Inspection> {
  const [inspection] = await readInspections(db, { where: sql`inspection.id = ${id}`, limit: 1 })
  return inspection ?? fail('inspection_not_found', { id })
}

export async function requireOpen(
  db: Reader,
  id: number,
  fail: Fail<'inspection_not_found' | 'not_open'>,
): Promise<void> {
  const row = await stateOf(db, id).executeTakeFirst()
  if (!row) return fail('inspection_not_found', { id })
  if (row.state !== 'open') fail('not_open', row)
}

/** The same of one that is there, since a page of it is. */
export async function requireStillOpen(db: Reader, id: number, fail: Fail<'not_open'>): Promise<void> {
  const row = await stateOf(db, id).executeTakeFirstOrThrow()
  if (row.state !== 'open') fail('not_open', row)
}

function stateOf(db: Reader, id: number) {
  return db.selectFrom('inspection').select(['name', 'state']).where('id', '=', id)
}

/** What a command has just written. */
export async function asSaved(db: Reader, id: number): Promise<Inspection> {
  const [inspection] = await readInspections(db, { where: sql`inspection.id = ${id}`, limit: 1 })
  if (!inspection) throw new Error(`inspection ${id} is gone within its own command`)
  return inspection
}

export async function requireNewName(
  db: Reader,
  { name, id }: { name: string; id: number | null },
  fail: Fail<'duplicate_name'>,
): Promise<void> {
  const others = await db.selectFrom('inspection').select(['id', 'name']).execute()
  if (others.some((other) => other.id !== id && fold(other.name) === fold(name)))
    fail('duplicate_name', { name })
}
