import type { Decision, Verdict } from '../../shared/interchange/contract.ts'
import { decisionOf } from '../../shared/interchange/rules.ts'
import type { Reader } from '../connection.ts'
import { createAssessor, type Line } from './assess.ts'
import type { Incoming } from './incoming.ts'
import type { RunRow } from './runs.ts'

export type DecidedLine = Line & { recordId: number; decision: Decision }
type Kept = {
  id: number
  place: number
  verdict: Verdict
  decision: Decision | null
  titleId: number | null
  insideOf: number | null
}

/** The file's records once more, each with what was found of it when the run was staged, and what was decided since. */
export async function* decidedLines(
  db: Reader,
  run: RunRow,
  incoming: AsyncIterable<Incoming[]>,
  scratch: string,
): AsyncIterable<DecidedLine[]> {
  const assessor = await createAssessor(db, run.options, scratch)
  const isAsStaged = !(await hasCatalogueChanged(db, run))
  let place = 0
  for await (const batch of incoming) {
    const kept = await keptLines(db, run.id, { from: place + 1, to: place + batch.length })
    place += batch.length
    const lines: Line[] = isAsStaged ? assessor.remember(batch, kept) : await assessor.look(batch)
    yield lines.map((line, at): DecidedLine => {
      const { id: recordId = 0, decision = null } = kept[at] ?? {}
      return { ...line, recordId, decision: decisionOf({ verdict: line.verdict, decision }, run.options) }
    })
  }
  await assessor.close()
}

async function keptLines(
  db: Reader,
  runId: number,
  { from, to }: { from: number; to: number },
): Promise<Kept[]> {
  return db
    .selectFrom('importRecord')
    .select(['id', 'place', 'verdict', 'decision', 'titleId', 'insideOf'])
    .where('runId', '=', runId)
    .where('place', '>=', from)
    .where('place', '<=', to)
    .orderBy('place')
    .execute()
}

/** Whether anybody else has changed titles or copies since the run was staged, so that it has to look again. */
async function hasCatalogueChanged(
  db: Reader,
  { position, stageJobId, writeJobId }: RunRow,
): Promise<boolean> {
  const bulk = await db
    .selectFrom('journalCommand')
    .select('id')
    .where('id', '>', position)
    .where('isBulk', '=', 1)
    .where('jobId', '!=', stageJobId)
    .where('operation', '!=', 'interchange.stage')
    .where('operation', '!=', 'interchange.write')
    .where('jobId', 'is not', writeJobId)
    .limit(1)
    .executeTakeFirst()
  if (bulk) return true
  const row = await db
    .selectFrom('journalRow')
    .select('id')
    .where('commandId', '>', position)
    .where('tableName', 'in', ['title', 'marcRecord', 'copy'])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
