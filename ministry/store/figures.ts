import { CompiledQuery, sql } from 'kysely'
import type { Payload } from '../../shared/sync/package.ts'
import type { Db } from './connection.ts'
import type { Dialect } from './migrations.ts'

/** A package's figures in one statement, in the form that each database takes fastest. */
export async function writeFigures(
  db: Db,
  dialect: Dialect,
  { hash, figures }: { hash: string; figures: Payload['figures'] },
): Promise<void> {
  if (figures.length === 0) return
  if (dialect === 'postgres') {
    const column = <Value>(read: (figure: Payload['figures'][number]) => Value) => figures.map(read)
    await sql`insert into "figure" select ${hash}, * from unnest(
      ${column(({ code }) => code)}::text[], ${column(({ version }) => version)}::integer[],
      ${column(({ status }) => status)}::text[], ${column(({ value }) => value)}::double precision[])`.execute(
      db,
    )
    return
  }
  const row = '(?, ?, ?, ?, ?)'
  const text = `insert into "figure" values ${Array.from(figures, () => row).join(', ')}`
  const values = figures.flatMap(({ code, version, status, value }) => [hash, code, version, status, value])
  await db.executeQuery(CompiledQuery.raw(text, values))
}
