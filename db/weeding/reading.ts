import { sql } from 'kysely'
import { withdrawalLimit } from '../../shared/copies/rules.ts'
import { PaperContent, type Paper, type Weeding } from '../../shared/weeding/contract.ts'
import { isListOpen, paperKinds } from '../../shared/weeding/rules.ts'
import type { Reader } from '../connection.ts'
import type { Fail } from '../failure.ts'

const columns = [
  'id',
  'rev',
  'name',
  'year',
  'disposal',
  'note',
  'stage',
  'withdrawnOn',
  'keptUntil',
  'destroyedOn',
  'destroyedNote',
  'createdAt',
] as const

/** Dossiers in the order asked for, with how many copies stand on each list. */
export async function readWeedings(db: Reader, ids: readonly number[]): Promise<Weeding[]> {
  const rows = await db
    .selectFrom('weeding')
    .select(columns)
    .select((is) => [
      is
        .selectFrom('weedingItem')
        .select((item) => item.fn.countAll<number>().as('copies'))
        .whereRef('weedingId', '=', 'weeding.id')
        .where('state', '=', 'listed')
        .as('copies'),
      is
        .selectFrom('weedingPaper')
        .select(sql<string>`iif(number = '' or symbol = '', number, number || '/' || symbol)`.as('number'))
        .whereRef('weedingId', '=', 'weeding.id')
        .where('kind', '=', 'approval')
        .as('approvalNumber'),
    ])
    .where('id', 'in', sql<number>`(select value from json_each(${JSON.stringify(ids)}))`)
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [{ ...row, copies: row.copies ?? 0, approvalNumber: row.approvalNumber ?? '' }] : []
  })
}

export async function readWeeding(db: Reader, id: number): Promise<Weeding | null> {
  return (await readWeedings(db, [id]))[0] ?? null
}

export async function readBack(db: Reader, id: number): Promise<Weeding> {
  const weeding = await readWeeding(db, id)
  if (!weeding) throw new Error(`weeding ${id} is gone within its own command`)
  return weeding
}

export async function requireWeeding(
  db: Reader,
  { id, rev }: { id: number; rev?: number },
  fail: Fail<'weeding_not_found'>,
): Promise<Weeding> {
  const weeding = (await readWeeding(db, id)) ?? fail('weeding_not_found', { id })
  if (rev !== undefined && weeding.rev !== rev) fail('stale', { id, rev: weeding.rev })
  return weeding
}

/** One whose list a person may still change. */
export async function requireOpenList(
  db: Reader,
  id: number,
  fail: Fail<'weeding_not_found' | 'list_closed'>,
): Promise<Weeding> {
  const weeding = await requireWeeding(db, { id }, fail)
  if (!isListOpen(weeding.stage)) fail('list_closed', { name: weeding.name })
  return weeding
}

/** Its five papers, in their order. */
export async function readPapers(db: Reader, weedingId: number): Promise<Paper[]> {
  const rows = await db
    .selectFrom('weedingPaper')
    .select(['id', 'rev', 'kind', 'symbol', 'number', 'signedOn', 'content'])
    .select(['scanHash', 'scanName', 'scanSize'])
    .where('weedingId', '=', weedingId)
    .execute()
  return rows
    .map(({ content, scanHash, scanName, scanSize, ...row }) => ({
      ...row,
      content: PaperContent.parse(JSON.parse(content)),
      scan: scanHash === null ? null : { hash: scanHash, name: scanName ?? '', size: scanSize ?? 0 },
    }))
    .toSorted((a, b) => paperKinds.indexOf(a.kind) - paperKinds.indexOf(b.kind))
}

/** A count of copies against the stock of a day: at most a tenth leaves at once. */
export function shareOf(copies: number, stock: number) {
  return {
    copies,
    stock,
    most: Math.floor(stock * withdrawalLimit),
    isAboveLimit: copies > stock * withdrawalLimit,
  }
}

/** 12 and QĐ-SVHTTDL make 12/QĐ-SVHTTDL; typed in one it is taken apart. */
export function numberParts(number: string, symbol: string): { number: string; symbol: string } {
  const at = number.indexOf('/')
  return at < 0 ? { number, symbol } : { number: number.slice(0, at), symbol: number.slice(at + 1) }
}

export function fullNumber({ number, symbol }: { number: string; symbol: string }): string {
  return [number, symbol].filter((part) => part !== '').join('/')
}
