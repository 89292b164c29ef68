import type { Stocktake } from '../../shared/stocktake/contract.ts'
import type { Reader } from '../connection.ts'
import type { Fail } from '../failure.ts'

const columns = [
  'stocktake.id',
  'stocktake.rev',
  'stocktake.uuid',
  'stocktake.name',
  'stocktake.state',
  'stocktake.siteId',
  'stocktake.storeId',
  'stocktake.shelfFrom',
  'stocktake.shelfTo',
  'stocktake.callFrom',
  'stocktake.callTo',
  'stocktake.ddc',
  'stocktake.material',
  'stocktake.plannedFrom',
  'stocktake.plannedTo',
  'stocktake.basis',
  'stocktake.note',
  'stocktake.members',
  'stocktake.createdAt',
  'stocktake.openedAt',
  'stocktake.expected',
  'stocktake.closedOn',
  'stocktake.tallies',
  'stocktake.minutesNumber',
  'stocktake.signedOn',
  'site.name as siteName',
  'store.name as storeName',
] as const

function rows(db: Reader) {
  return db
    .selectFrom('stocktake')
    .leftJoin('site', 'site.id', 'stocktake.siteId')
    .leftJoin('store', 'store.id', 'stocktake.storeId')
    .select(columns)
}
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

function asStocktake({ members, tallies, siteName, storeName, material, ...row }: Row): Stocktake {
  return {
    ...row,
    material: material as Stocktake['material'],
    members: JSON.parse(members) as Stocktake['members'],
    tallies: tallies === null ? null : (JSON.parse(tallies) as Stocktake['tallies']),
    siteName: siteName ?? '',
    storeName: storeName ?? '',
  }
}

export async function readStocktakes(
  db: Reader,
  { state, limit, offset }: { state: Stocktake['state'] | null; limit: number; offset: number },
): Promise<Stocktake[]> {
  const found = await rows(db)
    .$if(state !== null, (query) => query.where('stocktake.state', '=', state ?? 'open'))
    .orderBy('stocktake.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return found.map(asStocktake)
}

export async function requireStocktake(
  db: Reader,
  id: number,
  fail: Fail<'stocktake_not_found'>,
): Promise<Stocktake> {
  const row = await rows(db).where('stocktake.id', '=', id).executeTakeFirst()
  return row ? asStocktake(row) : fail('stocktake_not_found', { id })
}

/** What a command has just written. */
export async function asSaved(db: Reader, id: number): Promise<Stocktake> {
  const row = await rows(db).where('stocktake.id', '=', id).executeTakeFirst()
  if (!row) throw new Error(`stocktake ${id} is gone within its own command`)
  return asStocktake(row)
}

export async function requireOpen(
  db: Reader,
  id: number,
  fail: Fail<'stocktake_not_found' | 'not_open'>,
): Promise<Stocktake> {
  const stocktake = await requireStocktake(db, id, fail)
  const { name, state } = stocktake
  return state === 'open' ? stocktake : fail('not_open', { name, state })
}

export function isClosed({ state }: Pick<Stocktake, 'state'>): boolean {
  return state === 'closed' || state === 'signed'
}

/** What a closing writes into a stocktake, taken out again. */
export const notClosed = { closedOn: null, tallies: null, scansHash: null, paper: null, paperHash: null }
