import { sql, type Kysely, type Transaction } from 'kysely'
import type { Schema } from '../schema.generated.ts'
import { reference } from './reference.ts'

/** Upserts by natural key, so that an upgrade brings new terms without touching what points at old ones. */
export async function seedReference(db: Transaction<Schema> | Kysely<Schema>): Promise<void> {
  await upsert(db, 'province', ['code'], reference.province)
  await upsert(db, 'provinceKind', ['provinceCode', 'validFrom'], reference.provinceKind)
  await upsert(db, 'formerProvince', ['code'], reference.formerProvince)
  await upsert(db, 'referenceTerm', ['list', 'code'], reference.referenceTerm)
}

async function upsert(
  db: Kysely<Schema>,
  table: string,
  key: string[],
  rows: readonly Record<string, string | number | null>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const values = columns.map((column) => sql`value ->> ${sql.lit(column)}`)
  const updates = columns.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`)
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    select ${sql.join(values)} from json_each(${JSON.stringify(rows)}) where true
    on conflict (${sql.join(key.map((column) => sql.ref(column)))}) do update set ${sql.join(updates)}`.execute(
    db,
  )
}
