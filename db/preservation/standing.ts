import { sql } from 'kysely'
import type { QueriesOf } from '../context.ts'
import type { Reader } from '../connection.ts'
import { readRule } from './rule.ts'

type Standing = Awaited<ReturnType<QueriesOf<'preservation'>['standing']>>

/** Sound copies of each file are counted by disks: two on one disk are lost together. */
export async function readStanding(db: Reader, today: string): Promise<Standing> {
  const rule = await readRule(db)
  const { rows } = await sql<{ disks: number; files: number; bytes: number }>`
    select ifnull(sound.disks, 0) as disks, count(*) as files, sum(file.size) as bytes
    from digitalFile as file
    left join (select copy.fileId, copy.sha256, count(distinct copy.volumeId) as disks
      from fileCopy as copy join storageVolume as disk on disk.id = copy.volumeId
      where copy.state = 'matched' and copy.removalId is null and disk.retiredOn is null group by copy.fileId, copy.sha256) as sound
      on sound.fileId = file.id and sound.sha256 = file.sha256
    where file.addedOn is not null and (file.state in ('good', 'noticed') or sound.disks > 0)
    group by 1`.execute(db)
  const { rows: copies } = await sql<{ troubled: number; due: number }>`
    select count(*) filter (where copy.state <> 'matched') as troubled,
      count(*) filter (where date(copy.checkedAt, '+7 hours') <=
        date(${today}, '-' || ifnull(disk.months, ${rule.months}) || ' months')) as due
    from fileCopy as copy join storageVolume as disk on disk.id = copy.volumeId
    where disk.retiredOn is null and copy.removalId is null`.execute(db)
  const filesWith = (wanted: (disks: number) => boolean) =>
    rows.filter(({ disks }) => wanted(disks)).reduce((sum, { files }) => sum + files, 0)
  return {
    files: filesWith(() => true),
    bytes: rows.reduce((sum, { bytes }) => sum + bytes, 0),
    safe: filesWith((disks) => disks >= rule.copies),
    single: filesWith((disks) => disks > 0 && disks < rule.copies),
    none: filesWith((disks) => disks === 0),
    troubled: copies[0]?.troubled ?? 0,
    due: copies[0]?.due ?? 0,
    rule,
  }
}
