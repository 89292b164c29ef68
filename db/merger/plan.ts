import { displayDate } from '../../shared/dates.ts'
import type { SitePlan } from '../../shared/merger/contract.ts'
import { lastClosedYear } from '../closed-year.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { readMerger, requireMerger, type MergerRow } from './mergers.ts'

export const planCommands: Pick<CommandsOf<'merger'>, 'setPlan' | 'decideTitles'> = {
  async setPlan({ id, rev, sites, numbering, onMatch, ...unit }, { db, fail, today }) {
    const merger = await requireMerger(db, { id, rev, states: ['staged'] }, fail)
    const named = merger.sites.map((site) => ({
      ...site,
      name: sites.find(({ formerId }) => formerId === site.formerId)?.name ?? site.name,
    }))
    await requireFreeSites(db, named, fail)
    if (unit.mergedOn > today) fail('merged_in_future', { mergedOn: displayDate(unit.mergedOn) })
    await requireOpenDay(db, unit.mergedOn, fail)
    if (unit.decidedOn !== null && unit.decidedOn > unit.mergedOn)
      fail('decided_after_merging', {
        decidedOn: displayDate(unit.decidedOn),
        mergedOn: displayDate(unit.mergedOn),
      })
    await requireProvince(db, unit.formerProvinceCode, fail)
    if (numbering.seriesId !== null) await requireSeries(db, numbering.seriesId, fail)
    await db
      .updateTable('merger')
      .set({ ...unit, sites: JSON.stringify(named), numbering: JSON.stringify(numbering), rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    await setOptions(db, merger, { onMatch, effectiveOn: unit.mergedOn })
    return (await readMerger(db, id)) ?? fail('merger_not_found', { id })
  },

  async decideTitles({ mergerId, recordIds, decision }, { db, fail }) {
    const { runId } = await requireMerger(db, { id: mergerId, states: ['staged'] }, fail)
    const { numUpdatedRows } = await db
      .updateTable('importRecord')
      .set({ decision })
      .where('runId', '=', runId)
      .where('id', 'in', recordIds)
      // A title that is new here has nothing to be laid over.
      .where('verdict', 'in', ['changed', 'same'])
      .executeTakeFirstOrThrow()
    return { records: Number(numUpdatedRows) }
  },
}

async function setOptions(db: Writer, { run }: MergerRow, changed: object): Promise<void> {
  await db
    .updateTable('importRun')
    .set({ options: JSON.stringify({ ...run.options, ...changed }), rev: run.rev + 1 })
    .where('id', '=', run.id)
    .execute()
}

export async function requireFreeSites(
  db: Reader,
  sites: readonly SitePlan[],
  fail: Fail<'duplicate_site'>,
): Promise<void> {
  const taken = new Set((await db.selectFrom('site').select('name').execute()).map(({ name }) => name))
  for (const { name } of sites) {
    if (taken.has(name)) fail('duplicate_site', { name })
    taken.add(name)
  }
}

/** Neither a closed year nor a signed period is told otherwise by stock that comes later. */
export async function requireOpenDay(
  db: Reader,
  mergedOn: string,
  fail: Fail<'year_is_closed' | 'period_signed'>,
): Promise<void> {
  const year = Number(mergedOn.slice(0, 4))
  if (year <= (await lastClosedYear(db))) fail('year_is_closed', { year })
  const signed = await db
    .selectFrom('period')
    .select(['fromOn', 'toOn'])
    .where('state', '=', 'signed')
    .where('toOn', '>=', mergedOn)
    .orderBy('toOn')
    .limit(1)
    .executeTakeFirst()
  if (signed) fail('period_signed', { from: displayDate(signed.fromOn), to: displayDate(signed.toOn) })
}

/** The stock of one library is taken over once only. */
export async function requireNotMerged(
  db: Reader,
  uuid: string,
  fail: Fail<'already_merged'>,
): Promise<void> {
  const twin = await db
    .selectFrom('merger')
    .innerJoin('importRun', 'importRun.id', 'merger.runId')
    .select(['merger.id', 'merger.unitName', 'merger.mergedOn'])
    .where('unitUuid', '=', uuid)
    .where('importRun.state', 'in', ['writing', 'written', 'undoing'])
    .executeTakeFirst()
  if (twin) fail('already_merged', { id: twin.id, name: twin.unitName, on: displayDate(twin.mergedOn) })
}

async function requireProvince(db: Reader, code: string, fail: Fail<'unknown_province'>): Promise<void> {
  if (code === '') return
  const known = await db.selectFrom('formerProvince').select('id').where('code', '=', code).executeTakeFirst()
  if (!known) fail('unknown_province', { formerProvinceCode: code })
}

async function requireSeries(db: Reader, id: number, fail: Fail<'series_not_found'>): Promise<void> {
  const known = await db.selectFrom('accessionSeries').select('id').where('id', '=', id).executeTakeFirst()
  if (!known) fail('series_not_found', { id })
}
