import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { Reply } from '../../shared/contract.ts'
import { plainName } from '../../shared/file-name.ts'
import { formats, Verification, type Verdict } from '../../shared/reports/contract.ts'
import { keepFile, refusal, withCalls, type Place } from './cli-call.ts'

const Periods = z.array(z.object({ id: z.int(), period: z.string() }))
const Kept = z.object({ file: z.object({ name: z.string() }) })

type ReportOptions = { data: Place; period: string; format: string; out: string }

/** The report of a period in each of the formats, into a folder; told are the files. */
export function writeReports({ data, period, format, out }: ReportOptions): Promise<Reply> | Reply {
  const wanted = format.split(',').map((name) => formats.find((each) => each === name.trim()))
  if (wanted.some((name) => name === undefined))
    return refusal('invalid_input', { format, formats: [...formats] })
  return withCalls(data, async ({ call }) => {
    const listed = await call('reports.periods', {})
    if (!listed.ok) return listed
    const found = Periods.parse(listed.value).find((each) => each.period === period)
    if (!found) return refusal('period_not_found', { period })
    mkdirSync(out, { recursive: true })
    const files: string[] = []
    for (const name of wanted) {
      const reply = await call('reports.produce', { id: found.id, format: name })
      if (!reply.ok) return reply
      const path = join(out, plainName(Kept.parse(reply.value).file.name))
      if (!keepFile(data, path, reply.value)) return refusal('file_gone', { out: path })
      files.push(path)
    }
    return { ok: true, value: { files } }
  })
}

const proved: readonly Verdict[] = ['intact', 'text_edited']

/** What a file of a report is, held against what was signed in the folder. */
export function verifyReport(data: Place, file: string): Promise<Reply> {
  return withCalls(data, async ({ call, admit }) => {
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return refusal('file_gone', { name: file })
    const reply = await call('reports.verifyFile', { file: await admit(file) })
    if (!reply.ok) return reply
    const found = Verification.parse(reply.value)
    return proved.includes(found.verdict) ? { ok: true, value: found } : refusal(found.verdict, found)
  })
}
