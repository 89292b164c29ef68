import { sql, type RawBuilder } from 'kysely'
import { shelfKey } from '../../shared/catalogue/rules.ts'
import { sortKey } from '../../shared/collate.ts'
import type { Scope } from '../../shared/stocktake/contract.ts'
import type { Reader } from '../connection.ts'
import { idsIn } from '../copies/index.ts'

/** Above every key that begins with it. */
const last = '\u{10FFFF}'

type Range = { from: string; to: string }
const callRange = ({ callFrom, callTo }: Scope): Range => ({ from: shelfKey(callFrom), to: shelfKey(callTo) })
const shelfRange = ({ shelfFrom, shelfTo }: Scope): Range => ({
  from: sortKey(shelfFrom),
  to: sortKey(shelfTo),
})

function isWithin(key: string, { from, to }: Range): boolean {
  return key !== '' && key >= from && (to === '' || key < to + last)
}

/** The range whose end lies before its beginning, as it was typed; null where none does. */
export function isBackwards(scope: Scope): Range | null {
  const { from, to } = callRange(scope)
  if (to !== '' && from >= to + last) return { from: scope.callFrom, to: scope.callTo }
  const shelves = shelfRange(scope)
  if (shelves.to !== '' && shelves.from >= shelves.to + last)
    return { from: scope.shelfFrom, to: scope.shelfTo }
  return null
}

/**
 * The parts of a scope as SQL over `copy` and `title`. What SQL cannot compare, the order of shelves and call numbers
 * that copies have of their own, is looked through here and goes along as lists.
 */
export type ScopeParts = {
  scope: Scope
  /** Shelves within the range; null where all are meant. */
  shelves: string[] | null
  /** Copies whose own call number lies within the range; null where no range is asked for. */
  ownWithin: number[] | null
}

export async function partsOf(db: Reader, scope: Scope): Promise<ScopeParts> {
  return { scope, shelves: await shelvesWithin(db, scope), ownWithin: await ownWithin(db, scope) }
}

async function shelvesWithin(db: Reader, scope: Scope): Promise<string[] | null> {
  const range = shelfRange(scope)
  if (range.from === '' && range.to === '') return null
  const rows = await db
    .selectFrom('copy')
    .select('shelf')
    .distinct()
    .where('withdrawnOn', 'is', null)
    .where('cancelledOn', 'is', null)
    .where('shelf', '!=', '')
    .$if(scope.siteId !== null, (query) => query.where('siteId', '=', scope.siteId ?? 0))
    .$if(scope.storeId !== null, (query) => query.where('storeId', '=', scope.storeId ?? 0))
    .execute()
  return rows.map(({ shelf }) => shelf).filter((shelf) => isWithin(sortKey(shelf), range))
}

async function ownWithin(db: Reader, scope: Scope): Promise<number[] | null> {
  const range = callRange(scope)
  if (range.from === '' && range.to === '') return null
  const rows = await db
    .selectFrom('copy')
    .select(['id', 'callNumber'])
    .where('callNumber', '!=', '')
    .where('withdrawnOn', 'is', null)
    .where('cancelledOn', 'is', null)
    .execute()
  return rows.filter(({ callNumber }) => isWithin(shelfKey(callNumber), range)).map(({ id }) => id)
}

/** Live copies that a scope means, with their titles: what stands after `from`. */
export function copiesWithin({ scope, shelves, ownWithin: own }: ScopeParts): RawBuilder<unknown> {
  const { siteId, storeId, ddc, material } = scope
  const { from, to } = callRange(scope)
  const conditions = [
    sql`copy.withdrawnOn is null and copy.cancelledOn is null`,
    ...(siteId === null ? [] : [sql`copy.siteId = ${siteId}`]),
    ...(storeId === null ? [] : [sql`copy.storeId = ${storeId}`]),
    ...(shelves === null
      ? []
      : [sql`copy.shelf in (select value from json_each(${JSON.stringify(shelves)}))`]),
    ...(ddc === '' ? [] : [sql`substr(title.ddc, 1, ${ddc.length}) = ${ddc}`]),
    ...(material === null ? [] : [sql`title.material = ${material}`]),
    ...(own === null
      ? []
      : [
          sql`iif(copy.callNumber != '', copy.id in ${idsIn(own)},
            title.shelfKey != '' and title.shelfKey >= ${from}
              and (${to} = '' or title.shelfKey < ${to + last}))`,
        ]),
  ]
  return sql`copy join title on title.id = copy.titleId where ${sql.join(conditions, sql` and `)}`
}
