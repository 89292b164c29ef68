import { sql } from 'kysely'
import type { SpecOf } from '../../shared/contracts.ts'
import { reasonWords } from '../../shared/weeding/reasons.ts'
import { isListOpen, type PaperKind } from '../../shared/weeding/rules.ts'
import type { JobHandler, JobsOf } from '../context.ts'
import { render } from '../documents/index.ts'
import { wordsIn } from '../words.ts'
import { candidateRows, findCandidates, groundFor } from './candidates.ts'
import { fetchList } from './fetch-list.ts'
import { mostItems } from './items.ts'
import { languageNames } from './language-names.ts'
import { printable } from './paper.ts'
import { readPapers, requireWeeding } from './reading.ts'
import { agesOf, readRule } from './rule.ts'
import { attachScan, openScan } from './scans.ts'

const writeAtOnce = 500

type Gathered = { copyId: number; ground: string | null; reason: string }
type Chunk = { weedingId: number; items: Gathered[] }

const gather: JobHandler<SpecOf<'weeding.gather'>, Chunk> = {
  async run({ id, rules, without, only, groundMeant }, { db, fail, jobId, progress, write, today }) {
    const weeding = await requireWeeding(db, { id }, fail)
    if (!isListOpen(weeding.stage)) fail('list_closed', { name: weeding.name })
    const ages = agesOf(await readRule(db))
    progress(0, null)
    const set = await findCandidates(db, { rules, ages, today })
    const known = await copiesEverIn(db, id)
    const left = new Set(without)
    const meant = only === null ? null : new Set(only)
    const ids = set.ids.filter(
      (copyId) => !known.has(copyId) && !left.has(copyId) && (meant === null || meant.has(copyId)),
    )
    if (ids.length === 0) fail('no_candidates')
    const groundless = ids.filter((copyId) => groundFor(set, copyId) === null)
    if (groundless.length > 0 && groundMeant === null) fail('ground_missing', { copies: groundless.length })
    if (weeding.copies + ids.length > mostItems)
      fail('too_many_items', { most: mostItems, copies: ids.length })
    const { language } = await db.selectFrom('library').select('language').executeTakeFirstOrThrow()
    const nameOf = await languageNames(db, language)
    for (let from = 0; from < ids.length; from += writeAtOnce) {
      const rows = await candidateRows(db, ids.slice(from, from + writeAtOnce), { set, rules, ages })
      const items = rows.map(({ copyId, ground, reasons }) => ({
        copyId,
        ground: ground ?? groundMeant,
        reason: reasonWords(reasons, wordsIn[language], nameOf),
      }))
      await write({ weedingId: id, items })
      progress(from + items.length, ids.length)
    }
    // Fewer than were found, where the list was signed meanwhile.
    const { added } = await db
      .selectFrom('weedingItem')
      .select((is) => is.fn.countAll<number>().as('added'))
      .where('jobId', '=', jobId)
      .executeTakeFirstOrThrow()
    return { weedingId: id, added, jobId }
  },

  /** A list that was signed meanwhile takes nothing any more. */
  async apply({ weedingId, items }, { db, jobId }) {
    await sql`insert into weedingItem (weedingId, copyId, state, ground, reason, jobId)
      select ${weedingId}, value ->> 'copyId', 'listed', value ->> 'ground', value ->> 'reason', ${jobId}
      from json_each(${JSON.stringify(items)})
      where exists (select 1 from weeding where id = ${weedingId} and stage in ('gathering', 'proposed'))
      on conflict (weedingId, copyId) do nothing`.execute(db)
    return { bulk: { weedingId, items: items.length } }
  },

  async takeBack({ db, jobId }) {
    const { numDeletedRows } = await db
      .deleteFrom('weedingItem')
      .where('jobId', '=', jobId)
      .executeTakeFirstOrThrow()
    return numDeletedRows > 0n
  },
}

const produce: JobHandler<SpecOf<'weeding.produce'>, never> = {
  async run({ id, kind, format }, { db, fail, progress, offerFile, today }) {
    const weeding = await requireWeeding(db, { id }, fail)
    if (weeding.copies === 0) fail('list_empty', { name: weeding.name })
    const paper = (await readPapers(db, id)).find((each) => each.kind === kind)
    if (!paper) throw new Error(`weeding ${id} has no ${kind}`)
    progress(0, 2)
    const document = await printable(db, { weeding, paper, today })
    progress(1, 2)
    const bytes = await render(document, format)
    progress(2, 2)
    return { file: await offerFile(`${fileNames[kind]}-${weeding.year}.${format}`, bytes) }
  },
}

const fileNames: Record<PaperKind, string> = {
  proposal: 'to-trinh-thanh-loc',
  list: 'danh-muc-thanh-loc',
  council: 'quyet-dinh-hoi-dong-thanh-loc',
  minutes: 'bien-ban-tham-dinh-thanh-loc',
  approval: 'quyet-dinh-phe-duyet-thanh-loc',
}

export const jobs: JobsOf<'weeding'> = { gather, produce, fetchList, attachScan, openScan }

/** Copies on the list, and those that somebody has taken off it: what was refused once is not proposed again. */
async function copiesEverIn(
  db: Parameters<typeof findCandidates>[0],
  weedingId: number,
): Promise<Set<number>> {
  const rows = await db
    .selectFrom('weedingItem')
    .select('copyId')
    .where('weedingId', '=', weedingId)
    .execute()
  return new Set(rows.map(({ copyId }) => copyId))
}
