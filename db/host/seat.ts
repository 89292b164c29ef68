import type { Reply } from '../../shared/contract.ts'
import type { Host } from './host.ts'

/** One person's place at a door. The session's token stays here; a page never sees it. */
export type Seat = { call(operation: string, input: unknown): Promise<Reply> }

export function createSeat(host: Pick<Host, 'call'>): Seat {
  let session: string | null = null
  return {
    async call(operation, input) {
      const answer = await host.call(operation, input, session)
      if (answer.session !== undefined) session = answer.session
      return answer.reply
    },
  }
}
