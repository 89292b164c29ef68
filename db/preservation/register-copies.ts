import { sql } from 'kysely'
import type { SpecOf } from '../../shared/contracts.ts'
import type { Reader } from '../connection.ts'
import type { JobHandler } from '../context.ts'
import { requireAttached } from './attached.ts'
import { sumOf } from './files/sum.ts'
import { isStillThere } from './files/root.ts'
import { walk, type SeenFile } from './files/walk.ts'

type NewCopy = { volumeId: number; fileId: number; path: string; size: number; sha256: string }

const keepAtMost = 200
const keepEveryMs = 250

/** Whatever is on the disk and has the sum of a file that the library knows is a copy of it, under whatever name. */
export const registerCopies: JobHandler<SpecOf<'preservation.registerCopies'>, NewCopy[]> = {
  async run({ volumeId }, { db, today, fail, progress, write }) {
    const { root } = await requireAttached(db, volumeId, { today, fail })
    const counts = { files: 0, added: 0, known: 0, strangers: 0, unreadable: 0 }
    progress(0, null)
    const unknown = await unregistered(db, { volumeId, root: root.path, counts })
    const total = unknown.reduce((sum, { size }) => sum + size, 0)
    let done = 0
    let waiting: NewCopy[] = []
    let keptAt = performance.now()
    async function keep(): Promise<void> {
      if (waiting.length > 0) await write(waiting)
      waiting = []
      keptAt = performance.now()
    }
    for (const { path, size } of unknown) {
      const start = done
      const sum = sumOf(root.path, path, (bytes) => progress(Math.min((done += bytes), total), total))
      if (sum.outcome !== 'read' && !isStillThere(root)) {
        await keep()
        return { volumeId, ...counts, isWhole: false }
      }
      const fileId = sum.outcome === 'read' ? await fileOf(db, { sha256: sum.sha256, path }) : null
      if (sum.outcome !== 'read') counts.unreadable += 1
      else if (fileId === null) counts.strangers += 1
      else {
        counts.added += 1
        waiting.push({ volumeId, fileId, path, size: sum.size, sha256: sum.sha256 })
      }
      done = start + size
      if (waiting.length >= keepAtMost || performance.now() - keptAt >= keepEveryMs) await keep()
    }
    await keep()
    return { volumeId, ...counts, isWhole: isStillThere(root) }
  },

  async apply(copies, { db, now, today, jobId }) {
    const json = JSON.stringify(copies)
    await sql`
      insert into fileCopy (volumeId, fileId, path, size, sha256, addedOn, state, checkedAt)
      select value ->> 'volumeId', value ->> 'fileId', value ->> 'path', value ->> 'size', value ->> 'sha256',
        ${today}, 'matched', ${now}
      from json_each(${json}) where true on conflict (volumeId, path) do update set
        fileId = excluded.fileId, size = excluded.size, sha256 = excluded.sha256, addedOn = excluded.addedOn,
        state = excluded.state, checkedAt = excluded.checkedAt, removalId = null
      where fileCopy.removalId is not null`.execute(db)
    // Having been read and compared, each has its first check behind it.
    await sql`
      insert into fixityCheck (copyId, at, "on", result, jobId)
      select fileCopy.id, ${now}, ${today}, 'matched', ${jobId} from json_each(${json}) as each
      join fileCopy on fileCopy.volumeId = each.value ->> 'volumeId' and fileCopy.path = each.value ->> 'path'`.execute(
      db,
    )
    return { bulk: { copies: copies.map(({ fileId, sha256 }) => [fileId, sha256]) } }
  },
}

type Listing = {
  volumeId: number
  root: string
  counts: { files: number; known: number; unreadable: number }
}

async function unregistered(db: Reader, { volumeId, root, counts }: Listing): Promise<SeenFile[]> {
  const rows = await db
    .selectFrom('fileCopy')
    .select('path')
    .where('volumeId', '=', volumeId)
    .where('removalId', 'is', null)
    .execute()
  const registered = new Set(rows.map(({ path }) => path))
  const unknown: SeenFile[] = []
  for (const found of walk(root)) {
    if ('unreadable' in found) counts.unreadable += 1
    if (!('file' in found)) continue
    counts.files += 1
    if (registered.has(found.file.path)) counts.known += 1
    else if (!found.file.problems.includes('link')) unknown.push(found.file)
  }
  return unknown
}

/** Of several files with the same contents, the one that is called the same. */
async function fileOf(
  db: Reader,
  { sha256, path }: { sha256: string; path: string },
): Promise<number | null> {
  const files = await db
    .selectFrom('digitalFile')
    .select(['id', 'path'])
    .where('sha256', '=', sha256)
    .where('addedOn', 'is not', null)
    .orderBy('id')
    .execute()
  const name = path.slice(path.lastIndexOf('/') + 1).normalize('NFC')
  const sameName = files.find((file) => file.path.normalize('NFC').endsWith(name))
  return (sameName ?? files[0])?.id ?? null
}
