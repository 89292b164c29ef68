import { sql, type CreateTableBuilder, type Kysely } from 'kysely'

/** A STRICT table with an integer key; `create()` is called by the migration that adds the columns. */
export function strictTable(db: Kysely<unknown>, name: string): CreateTableBuilder<string, 'id'> {
  return db.schema
    .createTable(name)
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .modifyEnd(sql`strict`)
}

/** A column that takes one of the given words only; the generated types know them too. */
export function oneOf(column: string, choices: readonly string[]) {
  return sql`${sql.ref(column)} in (${sql.join(choices.map((choice) => sql.lit(choice)))})`
}
