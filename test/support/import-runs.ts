import type { MarcRecord } from '../../shared/catalogue/contract.ts'
import { readyProfile, type ImportRun, type RunOptions } from '../../shared/interchange/contract.ts'
import { createExchange } from '../../db/host/exchange.ts'
import { finishedJob, valueOf, writeTestFile, type Person, type TestEngine } from './engine.ts'
import { iso2709Of } from './marc-file.ts'

type Given = Partial<Omit<RunOptions, 'profile'>> & {
  source?: string
  localTags?: string[]
  profile?: object
}

/** Stages a file of these records, or these bytes, and answers the run. */
export async function stageFile(
  test: TestEngine,
  person: Person,
  content: readonly MarcRecord[] | Uint8Array,
  { source = '', localTags = [], profile = {}, ...options }: Given = {},
): Promise<ImportRun> {
  const bytes = content instanceof Uint8Array ? content : Buffer.concat(content.map(iso2709Of))
  const ticket = await createExchange(test.engine.dataDir).admit(writeTestFile('Xuất từ hệ khác.mrc', bytes))
  const job = await finishedJob(person, 'interchange.stage', {
    files: [ticket],
    profile: { ...koha, source, localTags, ...profile },
    effectiveOn: '2026-10-01',
    ...options,
  })
  if (job.state !== 'done') throw new Error(`staging ${job.state}: ${JSON.stringify(job.error)}`)
  const { runId } = job.output as { runId: number }
  return valueOf(await person.client.interchange.run({ id: runId }))
}

export async function writeRun(
  person: Person,
  { id }: { id: number },
  more: object = {},
): Promise<ImportRun> {
  const job = await finishedJob(person, 'interchange.write', { id, ...more })
  if (job.state !== 'done') throw new Error(`writing ${job.state}: ${JSON.stringify(job.error)}`)
  return valueOf(await person.client.interchange.run({ id }))
}

export function undoRun(person: Person, { id }: { id: number }, more: object = {}) {
  return finishedJob(person, 'interchange.undo', { id, ...more })
}

const koha = readyProfile('koha', 'Koha')
