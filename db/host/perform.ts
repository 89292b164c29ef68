import type { Reply } from '../../shared/contract.ts'
import type { JobNews, JobState } from '../../shared/door.ts'
import type { Host } from './host.ts'
import { createSeat, type Seat } from './seat.ts'

export type Request = { operation: string; input: unknown; username: string; password: string }

/** One operation from a terminal: signs in when a name is given, waits for a run to end, and leaves no session behind. */
export async function perform(
  host: Host,
  { operation, input, username, password }: Request,
  onProgress: (job: JobNews) => void,
): Promise<Reply> {
  const seat = createSeat(host)
  if (username !== '') {
    const signedIn = await seat.call('users.signIn', { username, password })
    if (!signedIn.ok) return signedIn
  }
  const ended = new Set<number>()
  let jobId: number | null = null
  let settle: () => void = () => undefined
  const stop = host.onEvent((event) => {
    if (event.type !== 'job') return
    if (event.job.state !== 'running') ended.add(event.job.id)
    else if (event.job.id === jobId) onProgress(event.job)
    settle()
  })
  try {
    const reply = await seat.call(operation, input)
    jobId = jobIdOf(reply)
    if (jobId === null) return reply
    while (!ended.has(jobId)) await new Promise<void>((resolve) => (settle = resolve))
    return await endOf(seat, jobId)
  } finally {
    stop()
    if (username !== '') await seat.call('users.signOut', {})
  }
}

function jobIdOf(reply: Reply): number | null {
  if (!reply.ok || typeof reply.value !== 'object' || reply.value === null) return null
  const keys = Object.keys(reply.value)
  return keys.length === 1 && 'jobId' in reply.value ? Number(reply.value.jobId) : null
}

async function endOf(seat: Seat, id: number): Promise<Reply> {
  const reply = await seat.call('jobs.job', { id })
  if (!reply.ok) return reply
  const { state, output, error } = reply.value as JobState
  if (state === 'done') return { ok: true, value: output }
  return { ok: false, error: error ?? { code: 'busy', details: { state } } }
}
