import { sql } from 'kysely'
import type { ScanAnswer, Stocktake } from '../../shared/stocktake/contract.ts'
import { classOf, doubleWithinMs, type ItemFacts, type Place } from '../../shared/stocktake/rules.ts'
import { isoDateAt } from '../../shared/dates.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { prepared } from '../prepared.ts'
import { classesOfCopies, marksOf, type Marks } from './class-sql.ts'
import { isExpected, resolveCodes, type EarlierScan, type Named, type Resolved } from './look-up.ts'
import { insertScans, type NewScanRow } from './scan-rows.ts'

type ScanCommands = Pick<CommandsOf<'stocktake'>, 'scan' | 'undoScan'>
type Given = Parameters<ScanCommands['scan']>[0]['scans'][number]

export const scanCommands: ScanCommands = {
  async scan({ id, scans }, { db, fail, actor, now }) {
    const session = await requireScanning(db, id, fail)
    await requirePlaces(db, session, { scans, fail })
    const found = await resolveCodes(
      db,
      session,
      scans.map(({ code }) => code),
    )
    const userId = actor?.userId ?? null
    const unknown = await earlierUnknown(db, id, found)
    const take = standingWith(unknown)
    const { openedAt } = session
    const taken = scans.map((scan) => {
      const resolved = found.get(scan.code) ?? {
        code: scan.code,
        reading: '',
        repair: 'none' as const,
        named: null,
      }
      // No clock tells of a scan before the opening, or of one to come.
      const at = scan.at > now || scan.at < openedAt ? now : scan.at
      return take({ ...scan, at, userId, givenAt: scan.at }, resolved)
    })
    const rows = taken.flatMap(({ scan, resolved, isNew }): NewScanRow[] =>
      isNew
        ? [
            {
              ...scan,
              code: resolved.code,
              reading: resolved.reading,
              repair: resolved.repair,
              copyId: resolved.named?.copyId ?? null,
              isExpected: isExpected(resolved),
              sourceId: null,
            },
          ]
        : [],
    )
    const ids = rows.length === 0 ? new Map<string, number>() : await insertScans(db, id, rows)
    return taken.map(({ answer }) => ({ ...answer, scanId: ids.get(answer.key) ?? answer.scanId }))
  },

  async undoScan({ scanId }, { db, fail, actor, now }) {
    const scan = await db.selectFrom('stocktakeScan').selectAll().where('id', '=', scanId).executeTakeFirst()
    if (!scan) return fail('scan_not_found', { id: scanId })
    const { stocktakeId, copyId, code, key } = scan
    const { name, state } = await db
      .selectFrom('stocktake')
      .select(['name', 'state'])
      .where('id', '=', stocktakeId)
      .executeTakeFirstOrThrow()
    if (state !== 'open') fail('not_open', { name, state })
    if (scan.undoneAt !== null) fail('scan_undone', { code })
    if (scan.userId !== actor?.userId && !actor?.can('stocktake.write')) fail('not_your_scan', { code })
    const marks = await marksOf(db, stocktakeId)
    const classNow = async () =>
      copyId === null ? null : ((await classesOfCopies(db, marks, [copyId])).get(copyId) ?? null)
    const before = await classNow()
    await db.updateTable('stocktakeScan').set({ undoneAt: now }).where('id', '=', scanId).execute()
    const left = await db
      .selectFrom('stocktakeScan')
      .select('id')
      .where('stocktakeId', '=', stocktakeId)
      .where('copyId', copyId === null ? 'is' : '=', copyId)
      .$if(copyId === null, (query) => query.where('code', '=', code))
      .where('undoneAt', 'is', null)
      .executeTakeFirst()
    const after = copyId === null ? (left ? 'unknown' : null) : await classNow()
    return { key, code, classBefore: before ?? 'unknown', class: after, isTwice: left !== undefined }
  },
}

type Session = Marks & { name: string; openedAt: string; siteId: number | null; storeId: number | null }

const sessionOf = prepared((db: Reader, { id }: { id: number }) =>
  db
    .selectFrom('stocktake')
    .select(['id', 'name', 'state', 'openedAt', 'siteId', 'storeId'])
    .select(['lastCopyId', 'lastPastId'])
    .where('id', '=', id),
)

async function requireScanning(
  db: Reader,
  id: number,
  fail: Fail<'stocktake_not_found' | 'not_open'>,
): Promise<Session> {
  const [row] = await sessionOf(db, { id })
  if (!row) return fail('stocktake_not_found', { id })
  const { state, name, lastCopyId, lastPastId, openedAt, siteId, storeId } = row
  if (state !== 'open') fail('not_open', { name, state })
  const marks = {
    id,
    firstItemId: 0,
    lastItemId: 0,
    lastCopyId: lastCopyId ?? 0,
    lastPastId: lastPastId ?? 0,
  }
  return { ...marks, name, openedAt: openedAt ?? '', siteId, storeId }
}

/** Only places that are there are written down; the scope's own needs no looking up. */
async function requirePlaces(
  db: Reader,
  scope: Pick<Stocktake, 'siteId' | 'storeId'>,
  { scans, fail }: { scans: readonly Given[]; fail: Fail<'store_not_found'> },
): Promise<void> {
  const others = scans.filter(({ siteId, storeId }) => siteId !== scope.siteId || storeId !== scope.storeId)
  const seen = new Set<string>()
  for (const place of others) {
    const name = `${place.siteId} ${place.storeId}`
    if (!seen.has(name)) await requirePlace(db, place, fail)
    seen.add(name)
  }
}

const placeOf = prepared(
  (db: Reader, { siteId, storeId }: { siteId: number | null; storeId: number | null }) =>
    db
      .selectFrom('site')
      .leftJoin('store', (join) => join.onRef('store.siteId', '=', 'site.id').on('store.id', '=', storeId))
      .select(['site.id', 'store.id as storeId'])
      .where('site.id', '=', siteId),
)

export async function requirePlace(
  db: Reader,
  { siteId, storeId }: Pick<Place, 'siteId' | 'storeId'>,
  fail: Fail<'store_not_found'>,
): Promise<void> {
  if (siteId === null && storeId === null) return
  const [place] = await placeOf(db, { siteId, storeId })
  if (!place || place.storeId !== storeId) fail('store_not_found', { id: storeId ?? siteId })
}

/** Scans of the codes that nobody knows, which no look-up of a copy brings along. */
async function earlierUnknown(
  db: Writer,
  stocktakeId: number,
  found: ReadonlyMap<string, Resolved>,
): Promise<Map<string, EarlierScan[]>> {
  const codes = [...found.values()].filter(({ named }) => named === null).map(({ code }) => code)
  if (codes.length === 0) return new Map()
  const { rows } = await sql<{
    code: string
    id: number
    key: string
    at: string
    userId: number
    sourceId: number
  }>`
    select scan.code, scan.id, scan.key, scan.at, scan.userId, scan.sourceId
    from json_each(${JSON.stringify(codes)}) as wanted
    cross join stocktakeScan as scan
      on scan.stocktakeId = ${stocktakeId} and scan.copyId is null and scan.code = wanted.value
    where scan.undoneAt is null`.execute(db)
  const nowhere = { siteId: null, storeId: null, shelf: '' }
  const scans = rows.map(({ code, ...scan }) => ({ code, scan: { ...scan, day: '', place: nowhere } }))
  return new Map(
    [...Map.groupBy(scans, ({ code }) => code)].map(([code, group]) => [code, group.map(({ scan }) => scan)]),
  )
}

type Stamped = Given & { userId: number | null; givenAt: string }
type Taken = { scan: Stamped; resolved: Resolved; isNew: boolean; answer: ScanAnswer }

/** The scans that stand, growing as those of one call are taken in their order. */
function standingWith(unknown: ReadonlyMap<string, EarlierScan[]>) {
  const byThing = new Map([...unknown].map(([code, scans]) => [`code ${code}`, [...scans]]))
  return function take(scan: Stamped, resolved: Resolved): Taken {
    const { named, code } = resolved
    const name = named ? `copy ${named.copyId}` : `code ${code}`
    const all = byThing.get(name) ?? [...(named?.scans ?? [])]
    byThing.set(name, all)
    const known = all.find(({ key }) => key === scan.key)
    const earlier = all.filter((each) => each !== known)
    const echoed = known ? undefined : earlier.find((each) => isEcho(scan, each))
    const own = earlierOf(scan)
    if (!known && !echoed) all.push(own)
    const scans = echoed ? earlier : [...earlier, known ?? own]
    const before = named ? classWith(named, earlier) : earlier.length > 0 ? 'unknown' : null
    return {
      scan,
      resolved,
      isNew: !known && !echoed,
      answer: {
        ...answerOf(resolved),
        key: scan.key,
        scanId: known?.id ?? null,
        class: classWith(named, scans) ?? 'unknown',
        classBefore: before,
        isTwice: earlier.length > 0,
      },
    }
  }
}

/** A scanner whose trigger bounces reads one label twice. */
function isEcho(scan: Stamped, { at, givenAt, userId, sourceId }: EarlierScan): boolean {
  const apartMs = Math.abs(
    givenAt === undefined
      ? Date.parse(scan.at) - Date.parse(at)
      : Date.parse(scan.givenAt) - Date.parse(givenAt),
  )
  return userId === scan.userId && sourceId === null && apartMs < doubleWithinMs
}

function earlierOf({ key, at, givenAt, userId, siteId, storeId, shelf }: Stamped): EarlierScan {
  const day = isoDateAt(Date.parse(at))
  return { id: 0, key, at, givenAt, day, userId, sourceId: null, place: { siteId, storeId, shelf } }
}

function classWith(named: Named | null, scans: ItemFacts['scans']) {
  return named ? classOf({ ...named.facts, scans }) : null
}

const nowhere = { siteId: null, siteName: '', storeId: null, storeName: '', shelf: '' }

function answerOf({ code, reading, repair, named }: Resolved) {
  const { facts } = named ?? {}
  return {
    // What no copy bears is shown as it was scanned: somebody has the book in hand and looks for its number.
    reading: reading || code,
    repair,
    copyId: named?.copyId ?? null,
    accessionNumber: named?.accessionNumber ?? '',
    title: named?.title ?? '',
    callNumber: named?.callNumber ?? '',
    status: facts ? (facts.expected?.status ?? facts.copy.status) : null,
    belongs: named?.belongs ?? nowhere,
    decisionNumber: named?.decisionNumber ?? '',
    goneOn: facts ? (facts.copy.cancelledOn ?? facts.copy.withdrawnOn) : null,
  }
}
