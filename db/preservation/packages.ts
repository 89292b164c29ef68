import { sql } from 'kysely'
import { Receipt } from '../../shared/preservation/contract.ts'
import type { FilePackage } from '../../shared/preservation/packages-contract.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { idCursor, readCursor } from '../cursor.ts'

export const packageQueries: Pick<QueriesOf<'preservation'>, 'packages'> = {
  async packages({ cursor, limit }, { db, fail }) {
    const before = readCursor(cursor, idCursor, fail)
    const where = before === null ? sql<boolean>`1` : sql<boolean>`package.id < ${before}`
    const rows = await readPackages(db, where, limit + 1)
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return { rows: shown, next: rows.length > limit && last ? JSON.stringify(last.id) : null }
  },
}

export const packageCommands: Pick<CommandsOf<'preservation'>, 'takeReceipt'> = {
  async takeReceipt({ id, rev, receipt }, { db, fail }) {
    const sent = (await readPackage(db, id)) ?? fail('package_not_found', { id })
    if (sent.rev !== rev) fail('stale', { id, rev: sent.rev })
    const read = parseReceipt(receipt) ?? fail('receipt_unreadable')
    if (read.seal !== sent.seal || read.package !== sent.code)
      fail('receipt_of_another', { code: sent.code, package: read.package })
    if (!read.isValid || read.files !== sent.files || read.bytes !== sent.bytes)
      fail('receipt_says_damaged', { code: sent.code, library: read.library })
    await db
      .updateTable('filePackage')
      .set({ receivedAt: read.checkedAt, receivedBy: read.library, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return { ...sent, rev: rev + 1, receivedAt: read.checkedAt, receivedBy: read.library }
  },
}

function parseReceipt(text: string): Receipt | null {
  try {
    return Receipt.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

export async function readPackage(db: Reader, id: number): Promise<FilePackage | null> {
  return (await readPackages(db, sql<boolean>`package.id = ${id}`, 1))[0] ?? null
}

async function readPackages(
  db: Reader,
  where: ReturnType<typeof sql<boolean>>,
  limit: number,
): Promise<FilePackage[]> {
  const { rows } = await sql<FilePackage>`
    select package.id, package.rev, package.code, package.titleId, title.title, package.path, package.files,
      package.bytes, package.seal, package.recipient, package.madeAt, package.receivedAt, package.receivedBy
    from filePackage as package join title on title.id = package.titleId
    where ${where} order by package.id desc limit ${limit}`.execute(db)
  return rows
}
