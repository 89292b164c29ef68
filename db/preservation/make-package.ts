import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { staysBelow } from '../../shared/file-name.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import type { RightsDecision } from '../../shared/digitization/contract.ts'
import type { Folder } from '../../shared/preservation/contract.ts'
import type { Reader } from '../connection.ts'
import type { JobHandler } from '../context.ts'
import { requireRights } from '../digitization/index.ts'
import type { Fail } from '../failure.ts'
import { describedByStandards } from '../standards/index.ts'
import { checkBag } from './bag/check.ts'
import { metsOf, premisOf, type PackedFile } from './bag/describe.ts'
import { packagePaths } from './bag/paths.ts'
import { hasRoom, SourceAltered, writeBag, type BagFile } from './bag/write.ts'
import { rootAt } from './files/root.ts'
import { requireFolder } from './folder-rows.ts'
import { packedTexts } from './packed-texts.ts'
import { readPackage } from './packages.ts'

type Made = {
  code: string
  titleId: number
  path: string
  files: number
  bytes: number
  seal: string
  recipient: string
  rightsId: number
}
type Spec = SpecOf<'preservation.makePackage'>
type Refuse = Fail<NonNullable<Spec['errors']>[number]>
type Packed = PackedFile & Pick<BagFile, 'from'>

/** Until it is proven, a package bears a name that says it is none. */
const unfinished = '.dang-ghi'
const metadataBytes = 16_000_000
const mayBeGiven: readonly RightsDecision['status'][] = ['public_domain', 'licensed', 'own']

export const makePackage: JobHandler<Spec, Made> = {
  async run({ folderIds, path, recipient }, { db, fail, now, today, progress, write }) {
    const folders = await soundFolders(db, folderIds, fail)
    const titleId = folders[0]?.titleId ?? 0
    const rights = await rightsFor(db, titleId, { today, fail })
    const files = await filesOf(db, folders)
    if (files.length === 0) fail('nothing_to_pack')
    const strange = files.find(({ originalName }) => !staysBelow(originalName))
    if (strange) fail('file_out_of_reach', { path: strange.from })
    const bytes = files.reduce((sum, { size }) => sum + size, 0)
    if (!rootAt(path)) fail('path_unreadable', { path })
    if (!hasRoom(path, bytes + metadataBytes)) fail('no_room', { path })
    const code = await nextCode(db, today)
    const place = join(path, code)
    if (existsSync(place) || existsSync(place + unfinished)) fail('path_taken', { path: place })

    const plan = await planOf(db, { code, titleId, files, rights, recipient, now })
    let done = 0
    const step = (count: number) => progress(Math.min((done += count), bytes * 2), bytes * 2)
    try {
      const seal = writeProven(place, { plan, step, fail })
      await write({
        code,
        titleId,
        path: place,
        files: files.length,
        bytes,
        seal,
        recipient,
        rightsId: rights.id,
      })
    } finally {
      // What was begun here and not ended is nobody's package.
      rmSync(place + unfinished, { recursive: true, force: true })
    }
    const { id } = await db
      .selectFrom('filePackage')
      .select('id')
      .where('code', '=', code)
      .executeTakeFirstOrThrow()
    return (await readPackage(db, id)) ?? fail('stale', { id })
  },

  async apply(made, { db, now }) {
    await db
      .insertInto('filePackage')
      .values({ ...made, madeAt: now })
      .execute()
    return { bulk: { code: made.code, seal: made.seal } }
  },
  leavesRows: true,
}

type Writing = {
  plan: Awaited<ReturnType<typeof planOf>>
  step: (bytes: number) => void
  fail: Refuse
}

/** Read back from the disk before it gets its name: what a disk says it wrote is not always there. */
function writeProven(place: string, { plan, step, fail }: Writing): string {
  const seal = writtenOrRefused(place + unfinished, { plan, step, fail })
  const report = checkBag(place + unfinished, step)
  if (!report.isValid || report.seal !== seal)
    fail('file_altered', { path: join(place, report.problems[0]?.path ?? '') })
  renameSync(place + unfinished, place)
  return seal
}

function writtenOrRefused(root: string, { plan, step, fail }: Writing): string {
  try {
    return writeBag(root, plan, step)
  } catch (error) {
    if (error instanceof SourceAltered) return fail('file_altered', { path: error.path })
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC')
      return fail('no_room', { path: root })
    if (error instanceof Error && 'path' in error && typeof error.path === 'string')
      return fail('file_out_of_reach', { path: error.path })
    throw error
  }
}

async function soundFolders(db: Reader, ids: readonly number[], fail: Refuse): Promise<Folder[]> {
  const folders: Folder[] = []
  for (const id of new Set(ids)) folders.push(await requireFolder(db, id, fail))
  if (new Set(folders.map(({ titleId }) => titleId)).size > 1) fail('folders_of_two_titles')
  for (const { path, state, tally } of folders)
    if (state !== 'checked' || tally.bad + tally.waiting > 0)
      fail('folder_unsound', { path, bad: tally.bad, waiting: tally.waiting })
  return folders
}

/** Unknown is not allowed, and what is restricted is not given on. */
async function rightsFor(
  db: Reader,
  titleId: number,
  { today, fail }: { today: string; fail: Refuse },
): Promise<RightsDecision> {
  const rights = (await requireRights(db, titleId, today)) ?? fail('rights_unknown')
  if (rights.status === 'unknown') fail('rights_unknown')
  if (!mayBeGiven.includes(rights.status)) fail('rights_refused', { status: rights.status })
  return rights
}

async function filesOf(db: Reader, folders: readonly Folder[]): Promise<Packed[]> {
  const packed: Packed[] = []
  for (const folder of folders) {
    const { rows } = await sql<Omit<Packed, 'from' | 'path' | 'purpose' | 'readOff'>>`
      select 'file-' || id as id, path as originalName, size, sha256, format, page, checkedAt from digitalFile
      where folderId = ${folder.id} and state in ('good', 'noticed') order by path`.execute(db)
    const purpose = folder.purpose
    for (const file of rows)
      packed.push({
        ...file,
        purpose,
        path: `${purpose}/${file.originalName}`,
        from: join(folder.path, file.originalName),
        readOff: null,
      })
    packed.push(...(await packedTexts(db, folder.id)))
  }
  const paths = packagePaths(packed.map(({ path }) => path))
  return packed.map((file, at) => ({ ...file, path: `data/${paths[at] ?? ''}` }))
}

async function nextCode(db: Reader, today: string): Promise<string> {
  const row = await db
    .selectFrom('filePackage')
    .select((is) => is.fn.max<number | null>('id').as('last'))
    .executeTakeFirst()
  return `GN-${today.slice(0, 4)}-${String((row?.last ?? 0) + 1).padStart(4, '0')}`
}

type Planned = {
  code: string
  titleId: number
  files: Packed[]
  rights: RightsDecision
  recipient: string
  now: string
}

async function planOf(db: Reader, { code, titleId, files, rights, recipient, now }: Planned) {
  const library = await db.selectFrom('library').select(['name', 'code', 'placeName']).executeTakeFirst()
  const standard = await describedByStandards(db, titleId)
  const described = {
    title: { id: code, title: standard?.title ?? code },
    files,
    rights,
    library: library?.name ?? '',
    now,
  }
  return {
    files: files.map(({ from, path, size, sha256 }): BagFile => ({ from, path, size, sha256 })),
    tags: [
      { path: 'metadata/mets.xml', text: metsOf(described) },
      { path: 'metadata/premis.xml', text: premisOf(described) },
      { path: 'metadata/dc.xml', text: standard?.dublinCore ?? '' },
      { path: 'metadata/mods.xml', text: standard?.mods ?? '' },
    ],
    info: [
      ['Source-Organization', library?.name ?? ''],
      ['Organization-Address', library?.placeName ?? ''],
      ['External-Identifier', code],
      ['External-Description', standard?.title ?? ''],
      ['Internal-Sender-Description', recipient],
      ['Bagging-Date', now.slice(0, 10)],
      ['Bag-Software-Agent', 'Kho Sách'],
    ] as const,
  }
}
