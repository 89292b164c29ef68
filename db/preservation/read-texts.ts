import { sql } from 'kysely'
import type { SpecOf } from '../../shared/contracts.ts'
import type { TextProgram } from '../../shared/preservation/contract.ts'
import type { Reader } from '../connection.ts'
import type { ChunkContext, JobHandler } from '../context.ts'
import type { Fail } from '../failure.ts'
import { isStillThere, rootAt } from './files/root.ts'
import { requireFolder } from './folder-rows.ts'
import { keepText, type ReadText } from './keep-text.ts'
import { hasText, isReadable, languagesOf, readTextRule } from './text-rows.ts'
import { findProgram } from './texts/program.ts'
import { readPage } from './texts/read-page.ts'

type Spec = SpecOf<'preservation.readTexts'>
type Refuse = Fail<NonNullable<Spec['errors']>[number]>

const mostNamed = 50

/** One page after the other, each kept at once: what a cut takes is the page that was being read. */
export const readTexts: JobHandler<Spec, ReadText> = {
  async run({ folderId, languages, isAgain, minutes }, context) {
    const { db, fail, progress, write } = context
    const folder = await requireFolder(db, folderId, fail)
    if (folder.state === 'new') fail('folder_unchecked', { path: folder.path })
    const rule = await readTextRule(db)
    const program = (await findProgram(rule.path)) ?? fail('program_missing', { path: rule.path })
    const wanted = languages ?? (await languagesOf(db, folder.titleId)).languages
    requireLanguages(program, wanted, fail)
    const root = rootAt(folder.path) ?? fail('folder_out_of_reach', { path: folder.path })
    const pages = await unread(db, folderId, isAgain)
    const end = minutes === null ? Infinity : performance.now() + minutes * 60_000
    const outcome = {
      folderId,
      read: 0,
      low: 0,
      failed: 0,
      failedPaths: Array<string>(),
      left: 0,
      isWhole: true,
    }
    for (const [at, { path, sha256 }] of pages.entries()) {
      if (performance.now() >= end) return { ...outcome, left: pages.length - at }
      const onWait = () => progress(at, pages.length)
      onWait()
      const reading = await readPage(
        { root: root.path, path, sha256 },
        { program: program.path, languages: wanted, timeoutMs: rule.secondsPerPage * 1000, onWait },
      )
      if (reading.problem === 'unreadable' && !isStillThere(root))
        return { ...outcome, left: pages.length - at, isWhole: false }
      await write({
        sha256,
        ...reading,
        source: 'read',
        tool: `Tesseract ${program.version}`,
        languages: wanted.join('+'),
        broughtSum: null,
      })
      if (reading.problem === null) {
        outcome.read += 1
        if ((reading.confidence ?? 100) < rule.lowBelow) outcome.low += 1
      } else {
        outcome.failed += 1
        if (outcome.failedPaths.length < mostNamed) outcome.failedPaths.push(path)
      }
    }
    progress(pages.length, pages.length)
    return outcome
  },

  async apply(text: ReadText, { db, now }: ChunkContext) {
    await keepText(db, text, now)
    const { sha256, problem, confidence } = text
    return { bulk: { text: sha256, problem, confidence } }
  },
}

function requireLanguages(program: TextProgram, wanted: readonly string[], fail: Refuse): void {
  const missing = wanted.filter((each) => !program.languages.includes(each))
  if (missing.length > 0) fail('language_missing', { languages: missing.join(', '), path: program.path })
}

/** Of one picture in several files, the first one is read. */
async function unread(db: Reader, folderId: number, isAgain: boolean) {
  const isLeft = isAgain
    ? sql<boolean>`(text.id is null or text.source = 'read' or ${sql`text.problem is not null`})`
    : sql<boolean>`not ${hasText}`
  const { rows } = await sql<{ path: string; sha256: string }>`
    select min(file.path) as path, file.sha256
    from digitalFile as file left join fileText as text on text.sha256 = file.sha256
    where file.folderId = ${folderId} and ${isReadable} and ${isLeft}
    group by file.sha256 order by 1`.execute(db)
  return rows
}
