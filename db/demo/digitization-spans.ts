import { sql } from 'kysely'
import type { Writer } from '../connection.ts'
import type { TableName } from '../privacy.ts'

type Leaning = readonly [table: TableName, column: string]

/** Tables that a year of digitization is written into, those first that others stand on, each with what leans on it. */
const tables: readonly (readonly [table: TableName, ...leaning: Leaning[]])[] = [
  ['inspectionFinding'],
  ['inspectionPage', ['inspectionFinding', 'pageId']],
  ['inspectionJob', ['inspectionPage', 'lotJobId']],
  ['inspection', ['inspectionJob', 'inspectionId'], ['inspection', 'followsId']],
  ['fixityCheck'],
  ['fileCopy', ['fixityCheck', 'copyId']],
  ['storageVolume', ['fileCopy', 'volumeId']],
  ['digitalFile', ['fileCopy', 'fileId']],
  ['fileFolder', ['digitalFile', 'folderId']],
  ['digitizationEvent'],
  ['digitizationJob', ['digitizationEvent', 'jobId'], ['fileFolder', 'jobId'], ['inspectionJob', 'jobId']],
  ['digitizationBatch', ['digitizationJob', 'batchId']],
  ['digitizationTarget'],
  [
    'digitizationProject',
    ['digitizationJob', 'projectId'],
    ['digitizationBatch', 'projectId'],
    ['digitizationTarget', 'projectId'],
  ],
  ['digitizationPlan', ['digitizationProject', 'planId']],
  ['digitizationStoppage'],
  ['digitizationMachine'],
  ['filePackage'],
  ['digitizationRights', ['filePackage', 'rightsId']],
  ['digitalCollectionTitle'],
  ['digitalCollection', ['digitalCollectionTitle', 'collectionId']],
]

/** The first and the last row of each table that one chunk has written. */
export type DigitizationSpans = Record<string, number[]>

export async function spansWritten(db: Writer, write: () => Promise<void>): Promise<DigitizationSpans> {
  const before = await lastIds(db)
  await write()
  const after = await lastIds(db)
  return Object.fromEntries(
    tables.flatMap(([table]): [string, number[]][] => {
      const first = (before.get(table) ?? 0) + 1
      const last = after.get(table) ?? 0
      return last >= first ? [[table, [first, last]]] : []
    }),
  )
}

async function lastIds(db: Writer): Promise<Map<TableName, number>> {
  const ids = new Map<TableName, number>()
  for (const [table] of tables) {
    const { rows } = await sql<{
      last: number | null
    }>`select max(id) as last from ${sql.table(table)}`.execute(db)
    ids.set(table, rows[0]?.last ?? 0)
  }
  return ids
}

/** Which rows go, table by table; what somebody has added to them meanwhile keeps what it stands on. */
export function digitizationSteps(spans: DigitizationSpans) {
  const id = sql.ref('found.id')
  return tables.flatMap(([table, ...leaning]) => {
    const [first = 0, last = -1] = spans[table] ?? []
    if (last < first) return []
    const free = leaning.map(
      ([other, column]) =>
        sql`not exists (select 1 from ${sql.table(other)} as leaning where ${sql.ref(`leaning.${column}`)} = ${id})`,
    )
    const conditions = [sql`${id} between ${first} and ${last}`, ...free]
    return [{ table, which: sql<boolean>`${sql.join(conditions, sql` and `)}` }]
  })
}
