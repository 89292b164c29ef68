import { sql } from 'kysely'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { findTextQueries } from './find-texts.ts'
import { requireFolder } from './folder-rows.ts'
import { countTexts, languagesOf, readTextRule, requireText } from './text-rows.ts'
import { findProgram, isReadingProgram } from './texts/program.ts'

type TextQuery = 'textProgram' | 'textPlan' | 'jobTexts' | 'text' | keyof typeof findTextQueries

export const textQueries: Pick<QueriesOf<'preservation'>, TextQuery> = {
  ...findTextQueries,

  async textProgram(_, { db }) {
    const rule = await readTextRule(db)
    return { rule, program: await findProgram(rule.path) }
  },

  async textPlan({ folderId }, { db, fail }) {
    const { titleId } = await requireFolder(db, folderId, fail)
    const { lowBelow } = await readTextRule(db)
    const { rows } = await sql<{ unchecked: number; unfit: number }>`
      select count(*) filter (where state in ('waiting', 'bad')) as unchecked,
        count(*) filter (where format = 'pdf' and state in ('good', 'noticed')) as unfit
      from digitalFile where folderId = ${folderId}`.execute(db)
    return {
      ...(await languagesOf(db, titleId)),
      ...(await countTexts(db, folderId, lowBelow)),
      unchecked: rows[0]?.unchecked ?? 0,
      unfit: rows[0]?.unfit ?? 0,
    }
  },

  async jobTexts({ jobId }, { db }) {
    const { lowBelow } = await readTextRule(db)
    const folders = await db.selectFrom('fileFolder').select('id').where('jobId', '=', jobId).execute()
    const tallies = []
    for (const { id } of folders) tallies.push(await countTexts(db, id, lowBelow))
    const [furthest] = tallies.toSorted((a, b) => b.withText - a.withText || b.pages - a.pages)
    return furthest ?? { pages: 0, withText: 0, low: 0, failed: 0 }
  },

  text: ({ fileId }, { db, fail }) => requireText(db, fileId, fail),
}

export const textCommands: Pick<CommandsOf<'preservation'>, 'setTextRule' | 'correctText'> = {
  async setTextRule(rule, { db, fail }) {
    if (rule.path !== '' && !isReadingProgram(rule.path)) fail('program_unfit', { path: rule.path })
    await db
      .updateTable('library')
      .set({ textRule: JSON.stringify(rule) })
      .execute()
    return rule
  },

  async correctText({ fileId, rev, text }, { db, fail, now }) {
    const known = await requireText(db, fileId, fail)
    if (known.rev !== rev) fail('stale', { id: fileId, rev: known.rev ?? 0 })
    const file = await db
      .selectFrom('digitalFile')
      .select('sha256')
      .where('id', '=', fileId)
      .executeTakeFirst()
    const sha256 = file?.sha256 ?? fail('file_unread', { path: known.path })
    const corrected = { corrected: text, correctedAt: text === null ? null : now }
    // What nobody has read and nobody types any more is no text.
    if (known.source === 'typed' && text === null)
      await db.deleteFrom('fileText').where('sha256', '=', sha256).execute()
    else if (rev !== null)
      await db
        .updateTable('fileText')
        .set({ ...corrected, rev: rev + 1 })
        .where('sha256', '=', sha256)
        .execute()
    else if (text !== null)
      await db
        .insertInto('fileText')
        .values({ sha256, source: 'typed', tool: '', languages: '', text: '', readAt: now, ...corrected })
        .execute()
    return requireText(db, fileId, fail)
  },
}
