import type { Reply } from '../../shared/contract.ts'
import { callOperation, keepFile, refusal, type Place } from './cli-call.ts'

export type ExportOptions = {
  data: Place
  out: string
  /** One of `interchange.export`, or `everything`. */
  format: string
  query?: string | undefined
  copies?: string | undefined
  people?: boolean | undefined
}

/** Titles, or the whole library, into a file; what came of it is answered without the ticket, which is used up. */
export async function exportTo({ data, out, ...asked }: ExportOptions): Promise<Reply> {
  const reply =
    asked.format === 'everything'
      ? await callOperation(data, 'interchange.exportAll', { includesPeople: asked.people ?? false })
      : await callOperation(data, 'interchange.export', inputOf(asked))
  if (!reply.ok) return reply
  const kept = keepFile(data, out, reply.value)
  if (!kept) return refusal('file_gone', { out })
  const { file: _, ...told } = reply.value as { file: unknown }
  return { ok: true, value: { out, size: kept.size, ...told } }
}

function inputOf({ format, query, copies }: Pick<ExportOptions, 'format' | 'query' | 'copies'>) {
  const selection = query === undefined ? { all: true } : { search: { text: query } }
  return { selection, format, ...(copies === undefined ? {} : { copies }) }
}
