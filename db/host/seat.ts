import type { Reply } from '../../shared/contract.ts'
import type { Host } from './host.ts'

/** One person's place at a door. The session's token stays here; a page never sees it. */
export type Seat = {
  call(operation: string, input: unknown): Promise<Reply>
  /** The same for a call that may come twice, since whoever asked never heard the answer: it is carried out once. */
  callOnce(key: string, operation: string, input: unknown): Promise<Reply>
  holdsSession(): boolean
}

/** A page asks again within seconds, and for a few calls at a time. */
const keptAnswers = 32

export function createSeat(host: Pick<Host, 'call'>): Seat {
  let session: string | null = null
  const answers = new Map<string, Promise<Reply>>()
  async function call(operation: string, input: unknown): Promise<Reply> {
    const answer = await host.call(operation, input, session)
    if (answer.session !== undefined) session = answer.session
    return answer.reply
  }
  return {
    call,
    callOnce(key, operation, input) {
      const name = `${operation} ${key}`
      const answer = answers.get(name) ?? call(operation, input)
      answers.set(name, answer)
      const [oldest] = answers.keys()
      if (answers.size > keptAnswers && oldest !== undefined) answers.delete(oldest)
      return answer
    },
    holdsSession: () => session !== null,
  }
}
