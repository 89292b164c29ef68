import { isoDateAt } from '../../shared/dates.ts'
import type { Gaps } from '../../shared/sync/protocol.ts'
import type { Receiver } from '../receiver.ts'

/** What a library has not sent: periods that are asked for and ended, and numbers below one that came. */
export async function gapsOf({ store: { db }, now }: Receiver, libraryId: string): Promise<Gaps> {
  const today = isoDateAt(now().getTime())
  const periods = await db
    .selectFrom('expectedPeriod')
    .leftJoin('counted', (join) =>
      join
        .onRef('counted.periodFrom', '=', 'expectedPeriod.periodFrom')
        .onRef('counted.periodTo', '=', 'expectedPeriod.periodTo')
        .on('counted.libraryId', '=', libraryId),
    )
    .select(['expectedPeriod.periodFrom as from', 'expectedPeriod.periodTo as to', 'dueOn'])
    .where('counted.packageHash', 'is', null)
    .where('expectedPeriod.periodTo', '<', today)
    .orderBy('expectedPeriod.periodFrom')
    .execute()
  const arrived = await db
    .selectFrom('package')
    .select(['periodFrom', 'periodTo', 'epoch', 'revision'])
    .where('libraryId', '=', libraryId)
    .orderBy('periodFrom')
    .execute()
  return { periods, revisions: missingNumbers(arrived) }
}

type Numbered = { periodFrom: string; periodTo: string; epoch: string; revision: number }

/** A restored library goes on counting in a new epoch, so the numbers before its first one are no gap of that epoch. */
function missingNumbers(arrived: readonly Numbered[]): Gaps['revisions'] {
  const series = Map.groupBy(
    arrived,
    ({ periodFrom, periodTo, epoch }) => `${periodFrom} ${periodTo} ${epoch}`,
  )
  const all = Map.groupBy(arrived, ({ periodFrom, periodTo }) => `${periodFrom} ${periodTo}`)
  return [...series.values()].flatMap((packages) => {
    const [{ periodFrom, periodTo, epoch } = { periodFrom: '', periodTo: '', epoch: '' }] = packages
    const known = all.get(`${periodFrom} ${periodTo}`) ?? []
    const isKnown = new Set(known.map(({ revision }) => revision))
    const highest = Math.min(Math.max(...packages.map(({ revision }) => revision)), 1000)
    return Array.from({ length: highest }, (_, at) => at + 1)
      .filter((revision) => !isKnown.has(revision))
      .map((revision) => ({ from: periodFrom, to: periodTo, epoch, revision }))
  })
}
