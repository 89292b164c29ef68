import { sql } from 'kysely'
import { daysAfter } from '../../shared/digitization/rules.ts'
import type { FileProblem } from '../../shared/preservation/rules.ts'
import type { Writer } from '../connection.ts'
import type { ChunkContext } from '../context.ts'
import { sha256 } from '../hash.ts'
import { insertRows } from '../insert-rows.ts'
import { uuidV7 } from '../../shared/ids.ts'

const foldersAtMost = 8
/** A4 in grey at 300 dpi, not packed. */
const pageBytes = 8_712_160

type Scanned = { jobId: number; code: string; titleId: number; on: string; pages: number }

/** Folders of scans on a disk that is put away, and the disks that hold copies of them. */
export async function insertDemoFiles(context: ChunkContext): Promise<void> {
  const { db } = context
  const { rows } = await sql<Scanned>`
    select job.id as jobId, job.code, job.titleId, min(event."on") as "on", event.pages from digitizationJob as job
    join digitizationEvent as event on event.jobId = job.id and event.kind = 'finished' and event.stageKind = 'scan'
    where job.state = 'done' group by job.id order by job.id limit ${foldersAtMost}`.execute(db)
  for (const [at, scanned] of rows.entries()) await insertFolder(db, scanned, at)
  await insertVolumes(context)
}

/** What is wrong with a few of all those pages, by folder and page. */
function problemOf(folder: number, page: number): FileProblem | null {
  if (folder === 2 && page === 9) return 'cut_short'
  if (folder === 4 && page === 3) return 'low_dpi'
  if (folder === 1 && page === 2) return 'maybe_blank'
  return folder === 5 && page === 12 ? 'duplicate' : null
}

async function insertFolder(
  db: Writer,
  { jobId, code, titleId, on, pages: count }: Scanned,
  at: number,
): Promise<void> {
  const checkedAt = `${daysAfter(on, 1)}T03:20:00.000Z`
  const { id } = await db
    .insertInto('fileFolder')
    .values({
      jobId,
      titleId,
      path: `D:\\Số hóa\\${code}`,
      purpose: 'master',
      profileId: 1,
      state: 'checked',
      linkedAt: `${on}T02:00:00.000Z`,
      checkedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const pages = Array.from({ length: count }, (_, page) => page + 1)
  // One page is missing in one folder, as the check says.
  const kept = pages.filter((page) => !(at === 3 && page === 7))
  await insertRows(
    db,
    'digitalFile',
    [
      'folderId',
      'path',
      'size',
      'modifiedMs',
      'seenProblems',
      'page',
      'state',
      'problems',
      'sha256',
      'format',
      'pages',
      'widthPx',
      'heightPx',
      'dpi',
      'colour',
      'bits',
      'readProblems',
      'checkedAt',
      'addedOn',
    ],
    kept.map((page) => {
      const problem = problemOf(at, page)
      const problems = JSON.stringify(problem === null ? [] : [problem])
      const isBad = problem === 'cut_short' || problem === 'low_dpi'
      const path = `${code}_${String(page).padStart(4, '0')}.tif`
      const size = problem === 'cut_short' ? pageBytes / 2 : pageBytes
      return [
        id,
        path,
        size,
        Date.parse(`${on}T01:00:00.000Z`),
        '[]',
        page,
        problem === null ? 'good' : isBad ? 'bad' : 'noticed',
        problems,
        sha256(`demo ${path}`),
        'tiff',
        1,
        2480,
        3508,
        problem === 'low_dpi' ? 200 : 300,
        'grey',
        8,
        problem === 'cut_short' ? problems : '[]',
        checkedAt,
        isBad ? null : daysAfter(on, 1),
      ]
    }),
  )
}

type Disk = {
  code: string
  name: string
  place: string
  months: number | null
  /** Days ago that its copies were read last. */
  checkedDaysAgo: number
  /** Every how many files it has. */
  every: number
  isSpoilt?: true
}

const disks: readonly Disk[] = [
  {
    code: 'ĐL01',
    name: 'Đĩa lưu trữ chính',
    place: 'Tủ chống ẩm 1',
    months: 12,
    checkedDaysAgo: 12,
    every: 1,
  },
  {
    code: 'ĐL02',
    name: 'Đĩa bản sao',
    place: 'Kho lưu trữ tầng 3',
    months: 3,
    checkedDaysAgo: 130,
    every: 1,
  },
  {
    code: 'ĐL03',
    name: 'Đĩa cũ',
    place: 'Tủ chống ẩm 2',
    months: 6,
    checkedDaysAgo: 9,
    every: 3,
    isSpoilt: true,
  },
]

type Kept = { id: number; path: string; size: number; sha256: string; addedOn: string }

async function insertVolumes({ db, today, now, jobId }: ChunkContext): Promise<void> {
  const { rows: files } = await sql<Kept>`
    select file.id, job.code || '/' || file.path as path, file.size, file.sha256, file.addedOn
    from digitalFile as file join fileFolder as folder on folder.id = file.folderId
    join digitizationJob as job on job.id = folder.jobId
    where file.addedOn is not null and folder.path like 'D:%' order by file.id`.execute(db)
  if (files.length === 0) return
  for (const [at, { code, name, place, months, checkedDaysAgo, every, isSpoilt }] of disks.entries()) {
    const readOn = daysAfter(today, -checkedDaysAgo)
    const { id } = await db
      .insertInto('storageVolume')
      .values({
        code,
        name,
        place,
        months,
        uuid: uuidV7(Date.parse(now) + at, Buffer.from(sha256(`demo ${code}`).slice(0, 32), 'hex')),
        kind: 'hdd',
        capacityBytes: 4_000_000_000_000,
        note: '',
        markedAt: `${daysAfter(today, -330)}T02:00:00.000Z`,
        createdAt: `${daysAfter(today, -330)}T02:00:00.000Z`,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    // What was scanned after the last reading is not on the disk yet.
    const copied = files.filter((file, place) => place % every === 0 && file.addedOn < readOn)
    const resultOf = (place: number) => (isSpoilt && place === 4 ? 'mismatched' : 'matched')
    await insertRows(
      db,
      'fileCopy',
      ['volumeId', 'fileId', 'path', 'size', 'sha256', 'addedOn', 'state', 'checkedAt'],
      copied.map((file, place) => [
        id,
        file.id,
        file.path,
        file.size,
        file.sha256,
        file.addedOn,
        resultOf(place),
        `${readOn}T04:00:00.000Z`,
      ]),
    )
    await sql`insert into fixityCheck (copyId, at, "on", result, jobId)
      select id, addedOn || 'T09:00:00.000Z', addedOn, 'matched', 0 from fileCopy where volumeId = ${id}`.execute(
      db,
    )
    await sql`insert into fixityCheck (copyId, at, "on", result, jobId)
      select id, checkedAt, ${readOn}, state, ${jobId} from fileCopy where volumeId = ${id}`.execute(db)
  }
}
