import { sql } from 'kysely'
import { isoDateAt } from '../../shared/dates.ts'
import { monthsAfter } from '../../shared/preservation/fixity.ts'
import type { Volume } from '../../shared/preservation/contract.ts'
import type { Reader } from '../connection.ts'
import type { Fail } from '../failure.ts'
import { readRule } from './rule.ts'
import { attachedVolumes } from './volume-marks.ts'

type Stored = Omit<
  Volume,
  | 'attachedAt'
  | 'copies'
  | 'bytes'
  | 'mismatched'
  | 'missing'
  | 'unreadable'
  | 'due'
  | 'single'
  | 'lastCheckedAt'
  | 'dueOn'
> & { lastPath: string | null }
type Counted = { volumeId: number; state: string; copies: number; bytes: number; first: string; last: string }

/** Every disk with how its copies stand, and where it is attached now. */
export async function readVolumes(db: Reader, today: string, id: number | null = null): Promise<Volume[]> {
  const volumes = await storedVolumes(db, id)
  const attached = await attachedVolumes(volumes)
  const rule = await readRule(db)
  const counts = await countsOf(db, id)
  const answered: Volume[] = []
  for (const { lastPath: _, ...volume } of volumes) {
    const own = counts.filter(({ volumeId }) => volumeId === volume.id)
    const of = (state: string) => own.find((row) => row.state === state)?.copies ?? 0
    const months = volume.months ?? rule.months
    const first = own.map((row) => row.first).toSorted()[0]
    answered.push({
      ...volume,
      attachedAt: attached.get(volume.uuid) ?? null,
      copies: own.reduce((sum, { copies }) => sum + copies, 0),
      bytes: own.reduce((sum, { bytes }) => sum + bytes, 0),
      mismatched: of('mismatched'),
      missing: of('missing'),
      unreadable: of('unreadable'),
      due: await dueCopies(db, volume.id, monthsAfter(today, -months)),
      single: await singleFiles(db, volume.id),
      lastCheckedAt:
        own
          .map((row) => row.last)
          .toSorted()
          .at(-1) ?? null,
      dueOn: first === undefined ? null : monthsAfter(isoDateAt(Date.parse(first)), months),
    })
  }
  return answered
}

export async function requireVolume(
  db: Reader,
  id: number,
  { today, fail }: { today: string; fail: Fail<'volume_not_found'> },
): Promise<Volume> {
  const [volume] = await readVolumes(db, today, id)
  return volume ?? fail('volume_not_found', { id })
}

async function storedVolumes(db: Reader, id: number | null): Promise<Stored[]> {
  return db
    .selectFrom('storageVolume')
    .select(['id', 'rev', 'code', 'uuid', 'name', 'kind', 'place', 'capacityBytes', 'months', 'note'])
    .select(['markedAt', 'lastPath', 'retiredOn'])
    .$if(id !== null, (query) => query.where('id', '=', id ?? 0))
    .orderBy((is) => is('retiredOn', 'is not', null))
    .orderBy('code')
    .execute()
}

async function countsOf(db: Reader, id: number | null): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select volumeId, state, count(*) as copies, sum(size) as bytes, min(checkedAt) as first, max(checkedAt) as last
    from fileCopy where removalId is null and ${id === null ? sql`1` : sql`volumeId = ${id}`} group by volumeId, state`.execute(
    db,
  )
  return rows
}

/** Not taken off its disk on purpose. */
export const isKept = sql<boolean>`fileCopy.removalId is null`

/** A copy falls due at the end of its day, by the day in Viet Nam. */
export const isDue = (before: string) => sql<boolean>`date(fileCopy.checkedAt, '+7 hours') <= ${before}`

async function dueCopies(db: Reader, volumeId: number, before: string): Promise<number> {
  const { rows } = await sql<{ copies: number }>`
    select count(*) as copies from fileCopy where volumeId = ${volumeId} and ${isKept} and ${isDue(before)}`.execute(
    db,
  )
  return rows[0]?.copies ?? 0
}

/** Whether another disk in use has a sound copy of the same contents. */
export const hasSoundElsewhere = sql<boolean>`exists (select 1 from fileCopy as other
  join storageVolume as disk on disk.id = other.volumeId
  where other.fileId = fileCopy.fileId and other.volumeId <> fileCopy.volumeId and other.state = 'matched'
    and other.removalId is null and other.sha256 = fileCopy.sha256 and disk.retiredOn is null)`

async function singleFiles(db: Reader, volumeId: number): Promise<number> {
  const { rows } = await sql<{ files: number }>`
    select count(distinct fileId) as files from fileCopy
    where volumeId = ${volumeId} and ${isKept} and not ${hasSoundElsewhere}`.execute(db)
  return rows[0]?.files ?? 0
}
