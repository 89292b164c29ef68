import { verdicts, type Verdict } from '../../shared/interchange/contract.ts'
import { runPath } from './RunTabs.tsx'

/** Which lines of a run are looked at. */
export type RecordsAsked = { verdicts: Verdict[]; problem: string | null }

export function recordsPath(runId: number, asked: Partial<RecordsAsked>): string {
  const search = recordsParams(asked).toString()
  return runPath(runId, 'records') + (search && `?${search}`)
}

export function recordsParams({
  verdicts: wanted = [],
  problem = null,
}: Partial<RecordsAsked>): URLSearchParams {
  return new URLSearchParams({
    ...(wanted.length > 0 && { verdict: wanted.join(',') }),
    ...(problem !== null && { problem }),
  })
}

/** What an address asks for; words it does not know narrow nothing. */
export function readRecords(params: URLSearchParams): RecordsAsked {
  const named = (params.get('verdict') ?? '').split(',')
  return { verdicts: verdicts.filter((verdict) => named.includes(verdict)), problem: params.get('problem') }
}
