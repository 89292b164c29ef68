import { sql } from 'kysely'
import { isoDateAt } from '../../shared/dates.ts'
import type { PlaceOutcome } from '../../shared/backup/contract.ts'
import type { Reader } from '../connection.ts'
import { lastEntryAt } from '../journal/index.ts'
import { attachedPlaces, lastCopyByPlace, placeRows, type PlaceRow } from './places.ts'
import { lastChangeAt } from './holdings.ts'
import { readRule, signings } from './rule.ts'

const minuteMs = 60_000
/** A desk at which nobody has recorded anything for so long is quiet. */
const quietMs = 10 * minuteMs
/** A desk that is never quiet does not go without a copy for longer than this. */
const longestMs = 36 * 60 * minuteMs
/** How long to leave a place alone that took no copy, and how long after somebody's work came between. */
const afterTroubleMs = 60 * minuteMs
const afterGivingWayMs = 10 * minuteMs

/** `jobId` is the run that asks for itself. */
type Asking = { dataDir: string; now: string; today: string; isQuitting: boolean; jobId?: number }
type Due = { places: PlaceRow[]; isAfterSigning: boolean }

const nothing: Due = { places: [], isAfterSigning: false }

/** The places that want a copy now and are attached. */
export async function duePlaces(
  db: Reader,
  { dataDir, now, today, isQuitting, jobId = 0 }: Asking,
): Promise<Due> {
  const rule = await readRule(db)
  if (!rule.isAutomatic || (isQuitting && !rule.onQuitting)) return nothing
  const changedAt = await lastChangeAt(db)
  if (changedAt === null || (await isResting(db, { now, jobId }))) return nothing
  const sinceEntryMs = Math.abs(Date.parse(now) - Date.parse((await lastEntryAt(db, byItself)) ?? ''))
  const lastSigning = rule.afterSigning ? (await signings(db)).toSorted().at(-1) : undefined
  const last = await lastCopyByPlace(db)
  const due = (await placeRows(db)).flatMap((place): { place: PlaceRow; isAfterSigning: boolean }[] => {
    const madeAt = last.get(place.id)
    const isAfterSigning = lastSigning !== undefined && (madeAt === undefined || lastSigning > madeAt)
    if (isAfterSigning) return [{ place, isAfterSigning }]
    // Nothing new was recorded: the copy there is as good as another.
    if (madeAt !== undefined && madeAt >= changedAt && madeAt <= now) return []
    if (madeAt !== undefined && isoDateAt(Date.parse(madeAt)) === today) return []
    const sinceCopyMs = Math.abs(Date.parse(now) - Date.parse(madeAt ?? now))
    const isTime = isQuitting || sinceEntryMs > quietMs || sinceCopyMs > longestMs
    return isTime ? [{ place, isAfterSigning }] : []
  })
  if (due.length === 0) return nothing
  // Only now are disks looked at: a stick in a drawer is not asked for every minute of the day.
  const there = await attachedPlaces(
    due.map(({ place }) => place),
    dataDir,
  )
  const attached = due.filter(({ place }) => there.some(({ id }) => id === place.id))
  return {
    places: attached.map(({ place }) => place),
    isAfterSigning: attached.some(({ isAfterSigning }) => isAfterSigning),
  }
}

/** What runs by itself says nothing of the desk. */
const byItself = ['backup.makeByItself', 'backup.checkByItself', 'sync.sendByItself', 'updates.fetchByItself']

async function isResting(db: Reader, { now, jobId }: { now: string; jobId: number }): Promise<boolean> {
  const last = await db
    .selectFrom('job')
    .select(['state', 'startedAt', 'output'])
    .where('operation', '=', 'backup.makeByItself')
    .where('id', '<>', jobId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return false
  if (last.state === 'running') return true
  // A time that has not come yet is a clock that was set back; it holds up nothing.
  const sinceMs = Date.parse(now) - Date.parse(last.startedAt)
  if (sinceMs < 0) return false
  if (last.state === 'cancelled') return sinceMs < afterGivingWayMs
  const { places = [] }: { places?: PlaceOutcome[] } = JSON.parse(last.output ?? '{}')
  const isTroubled =
    last.state !== 'done' || places.some(({ outcome }) => outcome !== 'done' && outcome !== 'absent')
  return isTroubled && sinceMs < afterTroubleMs
}

/** Copies that were not read again for longer than the rule wants, the ones not looked at for longest first. */
export async function copiesToCheck(db: Reader, now: string) {
  const { checkAfterDays } = await readRule(db)
  const before = new Date(Date.parse(now) - checkAfterDays * 24 * 60 * minuteMs).toISOString()
  return db
    .selectFrom('backup')
    .select(['id', 'placeId', 'fileName', 'files', 'sha256', 'exportName', 'exportSha256', 'recipient'])
    .where('removedAt', 'is', null)
    .where('sha256', '<>', '')
    .where(sql<boolean>`ifnull(checkedAt, madeAt) < ${before}`)
    .orderBy(sql`ifnull(checkedAt, madeAt)`)
    .execute()
}
