import type { Reply } from '../../shared/contract.ts'
import type { JobState } from '../../shared/door.ts'
import type { Host } from './host.ts'
import { createSeat } from './seat.ts'

export type Request = { operation: string; input: unknown; username: string; password: string }

/** One operation from a terminal: signs in when a name is given, waits for a run to end, and leaves no session behind. */
export async function perform(
  host: Host,
  request: Request,
  onProgress: (job: JobState) => void,
): Promise<Reply> {
  const { call } = createSeat(host)
  const { username, password } = request
  if (username !== '') {
    const signedIn = await call('users.signIn', { username, password })
    if (!signedIn.ok) return signedIn
  }
  const ends = new Map<number, JobState>()
  let settle: () => void = () => undefined
  const stop = host.onEvent((event) => {
    if (event.type !== 'job') return
    if (event.job.state === 'running') return onProgress(event.job)
    ends.set(event.job.id, event.job)
    settle()
  })
  try {
    const reply = await call(request.operation, request.input)
    const jobId = jobIdOf(reply)
    if (jobId === null) return reply
    while (!ends.has(jobId)) await new Promise<void>((resolve) => (settle = resolve))
    return replyOf(ends.get(jobId) as JobState)
  } finally {
    stop()
    if (username !== '') await call('users.signOut', {})
  }
}

function jobIdOf(reply: Reply): number | null {
  if (!reply.ok || typeof reply.value !== 'object' || reply.value === null) return null
  const keys = Object.keys(reply.value)
  return keys.length === 1 && 'jobId' in reply.value ? Number(reply.value.jobId) : null
}

function replyOf({ state, output, error }: JobState): Reply {
  if (state === 'done') return { ok: true, value: output }
  return { ok: false, error: error ?? { code: 'busy', details: { state } } }
}
