import { sql } from 'kysely'
import type { Reader } from '../connection.ts'
import { ascending, weighing, type Found, type Measure } from '../measures.ts'

/** A library that has shown the program neither a disk nor a folder has not said that it keeps nothing. */
async function hasAny(db: Reader, table: 'storageVolume' | 'fileFolder'): Promise<boolean> {
  return (await db.selectFrom(table).select('id').limit(1).executeTakeFirst()) !== undefined
}

const nothing = (isCollected: boolean): Found => (isCollected ? { ids: [] } : { ids: [], isCollected })

/** Copies that were read within the days; sound are those that every reading of those days found so. */
function checkedWithin(isSoundOnly: boolean): Measure {
  return {
    tableName: 'fileCopy',
    async find(db, { from, to }) {
      const { rows } = await sql<{ id: number }>`
        select copyId as id from fixityCheck where "on" between ${from} and ${to}
        group by copyId having ${isSoundOnly ? sql`min(result = 'matched') = 1` : sql`1`}`.execute(db)
      return rows.length > 0 ? ascending(rows) : nothing(await hasAny(db, 'storageVolume'))
    },
    async label(db, ids) {
      const { rows } = await sql<{ id: number; label: string; detail: string }>`
        select fileCopy.id, fileCopy.path as label, disk.code as detail
        from json_each(${JSON.stringify(ids)}) as wanted
        join fileCopy on fileCopy.id = wanted.value
        join storageVolume as disk on disk.id = fileCopy.volumeId`.execute(db)
      return rows
    },
  }
}

/** How many disks had a sound copy of a file at the end of a day, by the last reading until then. */
const disksOn = (to: string) => sql`
  select copy.fileId, count(distinct copy.volumeId) as disks
  from fileCopy as copy join storageVolume as disk on disk.id = copy.volumeId
  left join copyRemoval as removal on removal.id = copy.removalId
  where (removal.removedOn is null or removal.removedOn > ${to}) and copy.addedOn <= ${to} and (disk.retiredOn is null or disk.retiredOn > ${to})
    and (select result from fixityCheck where copyId = copy.id and "on" <= ${to} order by id desc limit 1) = 'matched'
  group by copy.fileId`

/** What is kept at the end of the period: files that still lie in their folder, or on a disk. Weighs bytes. */
async function filesOn(db: Reader, to: string, leastDisks: number): Promise<Found> {
  const { rows } = await sql<{ id: number; size: number }>`
    select file.id, file.size from digitalFile as file
    left join (${disksOn(to)}) as sound on sound.fileId = file.id
    where file.addedOn <= ${to} and ifnull(sound.disks, 0) >= ${leastDisks}
      and (sound.disks > 0 or (file.state <> 'bad' and (file.goneOn is null or file.goneOn > ${to})))`.execute(
    db,
  )
  return weighing(rows.map(({ id, size }) => ({ id, weight: size })))
}

/** The number that makes a file safe wherever it is reported; the library's own rule may ask for more. */
const safeDisks = 2

function stored(leastDisks: number): Measure {
  return {
    tableName: 'digitalFile',
    async find(db, { to }) {
      const found = await filesOn(db, to, leastDisks)
      if (found.ids.length > 0) return found
      return nothing((await hasAny(db, 'storageVolume')) || (await hasAny(db, 'fileFolder')))
    },
    async label(db, ids) {
      const { rows } = await sql<{ id: number; label: string; detail: string }>`
        select file.id, file.path as label, title.title as detail
        from json_each(${JSON.stringify(ids)}) as wanted
        join digitalFile as file on file.id = wanted.value
        join fileFolder as folder on folder.id = file.folderId
        join title on title.id = folder.titleId`.execute(db)
      return rows
    },
  }
}

export const measures = {
  'preservation.copiesChecked': checkedWithin(false),
  'preservation.copiesIntact': checkedWithin(true),
  'preservation.bytes': stored(0),
  'preservation.safeBytes': stored(safeDisks),
} satisfies Record<string, Measure>
