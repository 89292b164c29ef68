import { sql } from 'kysely'
import { runtimeKey } from '../../shared/texts.ts'
import { displayDate } from '../../shared/dates.ts'
import type { Reader, Writer } from '../connection.ts'
import { openingOn } from '../stock/index.ts'
import { libraryWords } from '../words.ts'
import { groundOf } from './begin.ts'
import type { MergerRow } from './mergers.ts'

export type FormerOpening = Omit<Awaited<ReturnType<typeof openingOn>>[number], 'id' | 'rev' | 'registered'>

/** What its opening balances still stand for on the day of merging: stock without numbers, which stays a balance here. */
export async function unitOpenings(unit: Reader, day: string): Promise<FormerOpening[]> {
  const opening = await openingOn(unit, day)
  return opening.filter(({ remaining }) => remaining > 0)
}

export async function applyOpenings(db: Writer, merger: MergerRow, openings: readonly FormerOpening[]) {
  if (openings.length === 0) return { bulk: { mergerId: merger.id, openings: 0 } }
  const { siteByFormer } = groundOf(merger.run)
  const t = await libraryWords(db)
  const from = t(runtimeKey('merger.made.opening'), {
    unit: merger.unitName,
    on: displayDate(merger.mergedOn),
  })
  const rows = openings.map(({ siteId, remaining, remainingTitles, evidence, ...cell }) => ({
    material: cell.material,
    language: cell.language,
    ddc: cell.ddc,
    source: cell.source,
    siteId: siteByFormer[siteId] ?? 0,
    asOf: merger.mergedOn,
    titles: remainingTitles,
    copies: remaining,
    evidence: [from, evidence].filter(Boolean).join('; ').slice(0, 500),
    mergerId: merger.id,
  }))
  await db.insertInto('openingBalance').values(rows).execute()
  return { bulk: { mergerId: merger.id, openings: rows.length } }
}

/** A balance that somebody has written anew since is no longer the former unit's. */
export async function removeOpenings(db: Writer, { id }: Pick<MergerRow, 'id'>): Promise<void> {
  await sql`delete from openingBalance where mergerId = ${id} and rev = 1`.execute(db)
}

export async function changedOpening(db: Reader, { id }: Pick<MergerRow, 'id'>): Promise<string | null> {
  const changed = await db
    .selectFrom('openingBalance')
    .innerJoin('site', 'site.id', 'siteId')
    .select('site.name')
    .where('openingBalance.mergerId', '=', id)
    .where('openingBalance.rev', '>', 1)
    .executeTakeFirst()
  return changed?.name ?? null
}
