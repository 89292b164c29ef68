import type { OutputOf } from '../../shared/contract.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import { addDays } from '../../shared/dates.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { waiting, type DueReader } from '../due.ts'

type Due = OutputOf<SpecOf<'facilities.due'>>[number]

export const dueQueries: Pick<QueriesOf<'facilities'>, 'due'> = {
  due: ({ from, to }, { db }) => whatEnds(db, { from, to }),
}

/** A licence or a warranty takes a month to see to. */
const noticeDays = 30

export const due: DueReader = {
  can: 'facilities.read',
  find: async (db, { today }) =>
    waiting('resourcesEnding', await whatEnds(db, { from: today, to: addDays(today, noticeDays) })),
}

async function whatEnds(db: Reader, { from, to }: { from: string; to: string }): Promise<Due[]> {
  const isNear = (on: string | null): on is string => on !== null && on >= from && on <= to
  const software = await db.selectFrom('software').selectAll().execute()
  const used = software.filter(({ untilOn }) => untilOn === null || untilOn > from)
  const ofSoftware = used.flatMap(({ id, name, version, licenceUntil, supportUntil, replaceBy }) => {
    const ends = { licence: licenceUntil, support: supportUntil, replacement: replaceBy }
    return (Object.keys(ends) as (keyof typeof ends)[]).flatMap((kind): Due[] => {
      const on = ends[kind]
      return isNear(on) ? [{ kind, on, id, name, detail: version }] : []
    })
  })
  const equipment = await db
    .selectFrom('equipment')
    .select(['id', 'name', 'inventoryNumber', 'warrantyUntil'])
    .where('warrantyUntil', '>=', from)
    .where('warrantyUntil', '<=', to)
    .where('retiredOn', 'is', null)
    .execute()
  const warranties = equipment.flatMap(({ id, name, inventoryNumber, warrantyUntil }): Due[] =>
    warrantyUntil === null
      ? []
      : [{ kind: 'warranty', on: warrantyUntil, id, name, detail: inventoryNumber }],
  )
  return [...ofSoftware, ...warranties].toSorted((a, b) =>
    a.on === b.on ? a.id - b.id : a.on < b.on ? -1 : 1,
  )
}
