import type { Target, TargetFields, TargetFilters, TargetRow } from '../../shared/plans/contract.ts'
import { endOf, heldTargets } from '../../shared/plans/rules.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { indicatorWords } from '../indicator-words.ts'
import { hasWords, pageOf } from '../listing.ts'
import { deleteRows, insertRow, isCurrent, updateRow } from '../plain-rows.ts'
import { isKept } from './removing.ts'

export const targetQueries: Pick<QueriesOf<'plans'>, 'targets' | 'targetGrid'> = {
  targets: async ({ cursor, limit, ...filters }, { db, fail }) =>
    pageOf(await findTargets(db, filters), { cursor, limit }, fail),

  async targetGrid({ year, scope, on }, { db }) {
    const targets = await db
      .selectFrom('indicatorTarget')
      .selectAll()
      .where('scope', '=', scope)
      .where((is) => is.or([is('period', '=', String(year)), is('period', 'like', `${year}-Q%`)]))
      .execute()
    return heldTargets(targets, on).filter(({ value }) => value !== null)
  },
}

type TargetCommand = 'addTarget' | 'updateTarget' | 'removeTargets' | 'setTargets'

export const targetCommands: Pick<CommandsOf<'plans'>, TargetCommand> = {
  async addTarget({ accepted, ...fields }, { db, fail }) {
    await checkTarget(db, fields, { accepted, fail })
    if (await sameTarget(db, fields)) fail('target_twice')
    return targetOf(db, await insertRow(db, 'indicatorTarget', fields))
  },

  async updateTarget({ id, rev, accepted, ...fields }, { db, fail }) {
    if (!(await isCurrent(db, 'indicatorTarget', { id, rev }, fail))) fail('target_not_found', { id })
    await checkTarget(db, fields, { accepted, fail })
    const same = await sameTarget(db, fields)
    if (same && same.id !== id) fail('target_twice')
    await updateRow(db, 'indicatorTarget', { id, rev, values: fields })
    return targetOf(db, id)
  },

  async removeTargets({ targets }, { db, fail }) {
    for (const { id, rev } of targets) {
      if (!(await isCurrent(db, 'indicatorTarget', { id, rev }, fail))) fail('target_not_found', { id })
      await deleteRows(db, 'indicatorTarget', 'id', id)
    }
    return { removed: targets.length }
  },

  async setTargets({ cells, accepted, ...common }, { db, fail }) {
    const keys = cells.map(({ indicatorCode, period }) => `${indicatorCode} ${period}`)
    const second = keys.findIndex((key, at) => keys.indexOf(key) < at)
    if (second >= 0) fail('cell_twice', { code: cells[second]?.indicatorCode ?? '' })
    const added: Target[] = []
    const changedFrom: Target[] = []
    for (const cell of cells) {
      const fields = { ...common, ...cell }
      await checkTarget(db, fields, { accepted, fail })
      const same = await sameTarget(db, fields)
      if (same) {
        changedFrom.push(same)
        await updateRow(db, 'indicatorTarget', { id: same.id, rev: same.rev, values: fields })
      } else added.push(await targetOf(db, await insertRow(db, 'indicatorTarget', fields)))
    }
    return { added, changedFrom }
  },
}

type Asking = 'percent_over_100' | 'unknown_indicator'
type Wrong = Asking | 'document_not_found' | 'roadmap_not_found'

async function checkTarget(
  db: Reader,
  { indicatorCode: code, value, documentId, roadmapId }: TargetFields,
  { accepted, fail }: { accepted: readonly Asking[]; fail: Fail<Wrong> },
): Promise<void> {
  if (documentId !== null && !(await isKept(db, 'policyDocument', documentId)))
    fail('document_not_found', { id: documentId })
  if (roadmapId !== null && !(await isKept(db, 'roadmap', roadmapId)))
    fail('roadmap_not_found', { id: roadmapId })
  const words = await indicatorWords(db)
  if (!words.isKnown(code)) {
    if (!accepted.includes('unknown_indicator')) fail('unknown_indicator', { code })
    return
  }
  const isOver = value !== null && value > 100 && words.unit(code) === '%'
  if (isOver && !accepted.includes('percent_over_100')) fail('percent_over_100', { code, value })
}

function sameTarget(
  db: Reader,
  { indicatorCode, period, scope, fromOn }: TargetFields,
): Promise<Target | undefined> {
  return db
    .selectFrom('indicatorTarget')
    .selectAll()
    .where('indicatorCode', '=', indicatorCode)
    .where('period', '=', period)
    .where('scope', '=', scope)
    .where('fromOn', '=', fromOn)
    .executeTakeFirst()
}

/** By indicator, then by the day they speak of, then the newest first. */
export async function findTargets(db: Reader, filters: TargetFilters): Promise<TargetRow[]> {
  const { on, scope, year, withPast } = filters
  const words = await indicatorWords(db)
  const isFound = hasWords(filters.text)
  const targets = await db.selectFrom('indicatorTarget').selectAll().execute()
  const held = new Set(heldTargets(targets, on).map(({ id }) => id))
  const names = await sourceNames(db)
  return targets
    .map((target): TargetRow => {
      const { id, fromOn, documentId, roadmapId, indicatorCode } = target
      const named = [names.documents.get(documentId ?? 0), names.roadmaps.get(roadmapId ?? 0), target.source]
      return {
        ...target,
        state: held.has(id) ? 'holds' : fromOn > on ? 'coming' : 'superseded',
        isKnown: words.isKnown(indicatorCode),
        withdrawnOn: words.withdrawnOn(indicatorCode),
        sourceName: named.filter((name) => name).join('; '),
      }
    })
    .filter((row) => withPast || (row.state === 'holds' && row.value !== null))
    .filter((row) => scope === null || row.scope === scope)
    .filter((row) => year === null || row.period.startsWith(String(year)))
    .filter(({ indicatorCode, isKnown, sourceName }) =>
      isFound(indicatorCode, isKnown ? words.name(indicatorCode) : '', sourceName),
    )
    .map((row) => ({ key: sortKeyOf(row), row }))
    .toSorted((a, b) => (a.key === b.key ? b.row.id - a.row.id : a.key < b.key ? -1 : 1))
    .map(({ row }) => row)
}

function sortKeyOf({ indicatorCode, period, scope, fromOn }: TargetRow): string {
  const newestFirst = 99_999_999 - Number(fromOn.replaceAll('-', ''))
  return `${indicatorCode} ${endOf(period)} ${period} ${scope} ${newestFirst}`
}

/** What was removed since goes on being named by the targets it set. */
async function sourceNames(db: Reader) {
  const documents = await db.selectFrom('policyDocument').select(['id', 'number', 'name']).execute()
  const roadmaps = await db.selectFrom('roadmap').select(['id', 'name']).execute()
  return {
    documents: new Map(documents.map(({ id, number, name }) => [id, number || name])),
    roadmaps: new Map(roadmaps.map(({ id, name }) => [id, name])),
  }
}

function targetOf(db: Reader, id: number): Promise<Target> {
  return db.selectFrom('indicatorTarget').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}
