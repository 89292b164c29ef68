import type { Reply } from '../../shared/contract.ts'
import { health } from '../../shared/health/contract.ts'
import { worst } from '../../shared/health/rules.ts'
import { callOperation, keepFile, refusal, type Place } from './cli-call.ts'

/** What the page of the PC's health shows; a grave finding is a no, so that a script hears of it. */
export async function tellHealth(data: Place): Promise<Reply> {
  const reply = await callOperation(data, 'health.machine', {})
  if (!reply.ok) return reply
  const seen = health.queries.machine.output.parse(reply.value)
  return worst(seen.findings) === 'bad' ? refusal('findings_bad', seen) : { ok: true, value: seen }
}

/** Whether this PC is quick enough for the program, measured on the library's own disk. */
export async function tryMachine(data: Place): Promise<Reply> {
  const reply = await callOperation(data, 'health.trial', {})
  if (!reply.ok) return reply
  const tried = health.jobs.trial.output.parse(reply.value)
  return tried.fitness.verdict === 'unfit' ? refusal('pc_unfit', tried) : { ok: true, value: tried }
}

/** The one file for whoever helps. */
export async function writeDiagnosis(data: Place, out: string): Promise<Reply> {
  const reply = await callOperation(data, 'health.diagnosis', {})
  if (!reply.ok) return reply
  const file = keepFile(data, out, { file: reply.value })
  return file ? { ok: true, value: { out, size: file.size } } : refusal('file_gone', { out })
}
