import { AnswerAnswer, paths, type AnswerRequest } from '../../shared/sync/protocol.ts'
import type { JobContext } from '../context.ts'
import { answersUnreceived, type WaitingAnswer } from './answers.ts'
import type { Chunk } from './chunks.ts'
import { blockedByAnswer, parsed, RoadBlocked } from './road-problems.ts'
import type { Road } from './road.ts'

/** Each for itself, and noted once the receiver says that it has it: sent twice, it is still one answer there. */
export async function sendAnswers(
  { db, write }: Pick<JobContext<never, Chunk>, 'db' | 'write'>,
  road: Road,
): Promise<number> {
  const waiting = await answersUnreceived(db)
  for (const answer of waiting) {
    const told = await road.ask({
      method: 'POST',
      path: paths.answers,
      type: 'application/json',
      body: Buffer.from(JSON.stringify(requestOf(answer))),
    })
    const text = told.body.toString('utf8')
    if (told.status !== 200) throw blockedByAnswer(told.status, text)
    const read = AnswerAnswer.safeParse(parsed(text))
    if (read.data?.questionId !== answer.questionId) throw new RoadBlocked('sign_in_page')
    await write({ kind: 'answer', messageId: answer.id, receivedAt: read.data.receivedAt })
  }
  return waiting.length
}

export function requestOf({ questionId, text, restatementHash }: WaitingAnswer): AnswerRequest {
  return { questionId, text, restatementHash }
}
