import type { Reader, Writer } from '../connection.ts'

export type Source = {
  stocktakeId: number
  kind: 'file' | 'satellite'
  fileName: string
  label: string
  hash: string
  lines: number
  known: number
  doubles: number
  takenFrom: string
}

export async function sourceOf(
  db: Writer,
  { source, jobId, userId, now }: { source: Source; jobId: number; userId: number | null; now: string },
): Promise<number> {
  const begun = await db
    .selectFrom('stocktakeSource')
    .select('id')
    .where('jobId', '=', jobId)
    .executeTakeFirst()
  if (begun) return begun.id
  const { id } = await db
    .insertInto('stocktakeSource')
    .values({ ...source, added: 0, unknown: 0, userId, jobId, mergedAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What the run wrote; a file in which nothing was new leaves nothing behind. */
export async function resultOf(db: Reader, { jobId, source }: { jobId: number; source: Source }) {
  const written = await db
    .selectFrom('stocktakeSource')
    .select(['id as sourceId', 'lines', 'added', 'known', 'doubles', 'unknown'])
    .where('jobId', '=', jobId)
    .executeTakeFirst()
  const { undone } = await db
    .selectFrom('stocktakeScan')
    .select((is) => is.fn.countAll<number>().as('undone'))
    .where('undoneJobId', '=', jobId)
    .executeTakeFirstOrThrow()
  const { lines, known, doubles } = source
  return { ...(written ?? { sourceId: null, lines, added: 0, known, doubles, unknown: 0 }), undone }
}
