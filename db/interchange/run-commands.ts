import type { CommandsOf } from '../context.ts'
import { dropKeptFiles, runFolder } from './kept-files.ts'
import { readRun } from './run-queries.ts'
import { requireRun } from './runs.ts'

type Verb = 'setPolicy' | 'decide' | 'dropRun' | 'dropFile'

export const runCommands: Pick<CommandsOf<'interchange'>, Verb> = {
  async setPolicy({ id, rev, ...policy }, { db, dataDir, fail }) {
    const run = await requireRun(db, { id, rev, states: ['staged'] }, fail)
    await db
      .updateTable('importRun')
      .set({ options: JSON.stringify({ ...run.options, ...policy }), rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return (await readRun(db, dataDir, id)) ?? fail('run_not_found', { id })
  },

  async decide({ runId, recordIds, decision }, { db, fail }) {
    await requireRun(db, { id: runId, states: ['staged'] }, fail)
    const { numUpdatedRows } = await db
      .updateTable('importRecord')
      .set({ decision })
      .where('runId', '=', runId)
      .where('id', 'in', recordIds)
      .where('verdict', 'not in', ['invalid', 'unread'])
      .executeTakeFirstOrThrow()
    return { records: Number(numUpdatedRows) }
  },

  async dropRun({ id }, { db, dataDir, fail }) {
    const run = await requireRun(db, { id, states: ['staged', 'undone'] }, fail)
    await db.deleteFrom('importRun').where('id', '=', id).execute()
    dropKeptFiles(runFolder(dataDir, run.stageJobId))
    return { id }
  },

  async dropFile({ id }, { db, dataDir, fail }) {
    const run = await requireRun(db, { id, states: ['written', 'undone'] }, fail)
    dropKeptFiles(runFolder(dataDir, run.stageJobId))
    return { id }
  },
}
