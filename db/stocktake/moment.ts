import { sql } from 'kysely'
import type { Reader } from '../connection.ts'

/** Another answer once anything at all was written, by this connection or another: scans leave no trace in the journal. */
export async function stateOfFile(db: Reader): Promise<string> {
  const { rows } = await sql<{ state: string }>`
    select data_version || '.' || total_changes() as state from pragma_data_version`.execute(db)
  return rows[0]?.state ?? ''
}
