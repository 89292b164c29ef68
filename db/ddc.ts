import { sql } from 'kysely'

/** The main class a title stands in, by the first digit of its `ddc`; what begins with none is in no class. */
export function mainClass(none: '' | '-') {
  return sql<string>`iif(substr(ddc, 1, 1) glob '[0-9]', substr(ddc, 1, 1), ${sql.lit(none)})`
}
