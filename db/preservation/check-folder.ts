import type { SpecOf } from '../../shared/contracts.ts'
import type { FileProblem, ProfileRule } from '../../shared/preservation/rules.ts'
import type { Reader } from '../connection.ts'
import type { JobContext, JobHandler } from '../context.ts'
import { applyCheck, type CheckChunk, type ReadFile } from './check-apply.ts'
import { lookAt, type Look } from './files/look.ts'
import { isStillThere, rootAt, type Root } from './files/root.ts'
import { walk, type SeenFile } from './files/walk.ts'
import { requireFolder } from './folder-rows.ts'
import { nothingKnown } from './images/facts.ts'
import { judge } from './judge.ts'
import { takeTexts } from './take-texts.ts'
import { asProfile } from './profiles.ts'

type Context = JobContext<'folder_not_found' | 'folder_out_of_reach', CheckChunk>
type Run = { context: Context; folderId: number; root: Root }

const listedAtOnce = 1000
const judgedAtOnce = 1000
const textsAtOnce = 100
/** What is read is kept at least so often, so that little is read twice after a cut. */
const keepEveryMs = 250
const keepAtMost = 200
/** What a disk may give the next time. */
const triedAgain = ['["unreadable"]', '["changed"]']

export const checkFolder: JobHandler<SpecOf<'preservation.checkFolder'>, CheckChunk> = {
  async run({ id, isFull }, context) {
    const { db, fail, write } = context
    const folder = await requireFolder(db, id, fail)
    const root = rootAt(folder.path) ?? (await lost(context, id, folder.path))
    const run = { context, folderId: id, root }
    const listed = await list(run)
    const read = isStillThere(root) ? await readWaiting(run, isFull) : null
    await judgeAll(run, { rule: await ruleOf(db, folder.profileId), code: folder.jobCode })
    const isWhole = read?.isWhole ?? false
    await write({ step: 'ended', folderId: id, state: isWhole ? 'checked' : 'lost' })
    const { tally } = await requireFolder(db, id, fail)
    const { good, noticed, bad, gone } = tally
    return { id, ...listed, read: read?.files ?? 0, isWhole, good, noticed, bad, gone }
  },

  apply: applyCheck,
}

/** A disk that is not attached says nothing of its files: they stay as they were. */
async function lost({ write, fail }: Context, folderId: number, path: string): Promise<never> {
  await write({ step: 'ended', folderId, state: 'lost' })
  return fail('folder_out_of_reach', { path })
}

/** What is there now goes into the list; what was in it and is not there any more is named as gone. */
async function list({ context, folderId, root }: Run) {
  const { db, write, progress } = context
  const before = await db
    .selectFrom('digitalFile')
    .select(['id', 'path'])
    .where('folderId', '=', folderId)
    .where('state', '<>', 'gone')
    .execute()
  const missing = new Map(before.map(({ id, path }) => [path, id]))
  const counts = { listed: 0, ignored: 0, unreadable: 0 }
  let seen: SeenFile[] = []
  progress(0, null)
  for (const found of walk(root.path)) {
    if ('ignored' in found) counts.ignored += 1
    else if ('unreadable' in found) {
      counts.unreadable += 1
      forgetBelow(missing, found.unreadable)
    } else {
      counts.listed += 1
      missing.delete(found.file.path)
      seen.push(found.file)
    }
    if (seen.length < listedAtOnce) continue
    await write({ step: 'listed', folderId, seen })
    progress(counts.listed, null)
    seen = []
  }
  if (seen.length > 0) await write({ step: 'listed', folderId, seen })
  // Only a folder that stood there to the end can say what is missing in it.
  if (missing.size > 0 && isStillThere(root)) await write({ step: 'gone', ids: [...missing.values()] })
  return counts
}

/** What lies in a folder that cannot be opened may well be there. */
function forgetBelow(missing: Map<string, number>, folder: string): void {
  for (const path of missing.keys()) if (path.startsWith(`${folder}/`)) missing.delete(path)
}

async function readWaiting(run: Run, isFull: boolean) {
  const { context, folderId, root } = run
  const { db, progress } = context
  const files = await db
    .selectFrom('digitalFile')
    .select(['id', 'path', 'size', 'modifiedMs', 'seenProblems', 'sha256', 'checkedAt'])
    .where('folderId', '=', folderId)
    .where('state', '<>', 'gone')
    .$if(!isFull, (query) =>
      query.where((is) => is.or([is('checkedAt', 'is', null), is('readProblems', 'in', triedAgain)])),
    )
    .orderBy('path')
    .execute()
  const total = files.reduce((sum, { size }) => sum + size, 0)
  const kept = keeper(context)
  let done = 0
  for (const [at, file] of files.entries()) {
    const start = done
    const look = isLink(file.seenProblems)
      ? ({ outcome: 'link' } as const)
      : lookAt(root.path, file.path, (bytes) => progress(Math.min((done += bytes), total), total))
    if (look.outcome !== 'read' && look.outcome !== 'link' && !isStillThere(root)) {
      await kept.finish()
      return { files: at, isWhole: false }
    }
    await kept.add(rowOf(file, look))
    done = start + file.size
    progress(Math.min(done, total), total)
  }
  await kept.finish()
  return { files: files.length, isWhole: isStillThere(root) }
}

function isLink(seenProblems: string): boolean {
  return (JSON.parse(seenProblems) as FileProblem[]).includes('link')
}

/** Gathers what was read and hands it on before much of it could be lost. */
function keeper({ write }: Context) {
  let waiting: ReadFile[] = []
  let keptAt = performance.now()
  async function finish(): Promise<void> {
    if (waiting.length > 0) await write({ step: 'read', files: waiting })
    waiting = []
    keptAt = performance.now()
  }
  return {
    finish,
    async add(file: ReadFile): Promise<void> {
      waiting.push(file)
      if (waiting.length >= keepAtMost || performance.now() - keptAt >= keepEveryMs) await finish()
    },
  }
}

type Unread = {
  id: number
  size: number
  modifiedMs: number
  sha256: string | null
  checkedAt: string | null
}
type Seen = Look | { outcome: 'link' }

function rowOf(file: Unread, look: Seen): ReadFile {
  const { id, size, modifiedMs } = file
  if (look.outcome !== 'read') {
    const { isEncrypted: _, fault: __, ...unknown } = nothingKnown
    const problem = look.outcome === 'changed' ? 'changed' : 'unreadable'
    const readProblems = JSON.stringify(look.outcome === 'link' ? [] : [problem])
    return { id, size, modifiedMs, ...unknown, format: 'other', isEncrypted: 0, sha256: null, readProblems }
  }
  const { isEncrypted, fault, ...facts } = look.facts
  const isAltered = isSame(file, look) && file.sha256 !== null && file.sha256 !== look.sha256
  return {
    id,
    size: look.size,
    modifiedMs: look.modifiedMs,
    // The sum of old stays, so that the file is found altered as long as it is.
    sha256: isAltered ? file.sha256 : look.sha256,
    ...facts,
    isEncrypted: isEncrypted ? 1 : 0,
    readProblems: JSON.stringify(readProblemsOf(fault, { isAltered, isPlain: look.isPlain })),
  }
}

/** Whether nobody has written to a file since it was last read, by what the disk says. */
function isSame(
  { size, modifiedMs, checkedAt }: Unread,
  look: { size: number; modifiedMs: number },
): boolean {
  return checkedAt !== null && size === look.size && modifiedMs === look.modifiedMs
}

function readProblemsOf(
  fault: FileProblem | null,
  { isAltered, isPlain }: { isAltered: boolean; isPlain: boolean },
): FileProblem[] {
  return [
    ...(fault ? [fault] : []),
    ...(isAltered ? (['altered'] as const) : []),
    ...(isPlain ? (['maybe_blank'] as const) : []),
  ]
}

async function ruleOf(db: Reader, profileId: number | null): Promise<ProfileRule | null> {
  if (profileId === null) return null
  const profile = await db
    .selectFrom('fileProfile')
    .selectAll()
    .where('id', '=', profileId)
    .executeTakeFirst()
  return profile ? asProfile(profile) : null
}

/** What has been read is judged by what is asked now, whenever it was read; what has not been, waits on. */
async function judgeAll(
  { context, folderId, root }: Run,
  { rule, code }: { rule: ProfileRule | null; code: string },
): Promise<void> {
  const { db, write } = context
  const files = await db
    .selectFrom('digitalFile')
    .select(['id', 'path', 'size', 'sha256', 'format', 'widthPx', 'heightPx', 'dpi', 'colour', 'isEncrypted'])
    .select(['seenProblems', 'readProblems', 'page', 'state', 'problems'])
    .where('folderId', '=', folderId)
    .where('state', '<>', 'gone')
    .where('checkedAt', 'is not', null)
    .execute()
  const known = new Map(files.map((file) => [file.id, file]))
  const { besideIds, taken, refusedIds } = await takeTexts(db, root.path, files)
  for (let from = 0; from < taken.length; from += textsAtOnce)
    await write({ step: 'texts', texts: taken.slice(from, from + textsAtOnce) })
  const changed = judge(files, { rule, code, besideIds, refusedIds }).filter((judged) => {
    const file = known.get(judged.id)
    return file?.state !== judged.state || file.page !== judged.page || file.problems !== judged.problems
  })
  for (let from = 0; from < changed.length; from += judgedAtOnce)
    await write({ step: 'judged', files: changed.slice(from, from + judgedAtOnce) })
}
