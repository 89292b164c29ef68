import type { Reader } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { currentEnrolment } from './enrolments.ts'

type Question = { id: number; content: string; answerSentAt: string | null }

export const answerCommands: Pick<CommandsOf<'sync'>, 'answerQuestion' | 'takeBackAnswer' | 'noteMessage'> = {
  async answerQuestion({ id, text, restatementId }, { db, fail, now }) {
    const question = await unreceived(db, id, fail)
    if (restatementId !== null && !(await isRestatementOf(db, question, restatementId)))
      fail('restatement_of_another')
    await db
      .updateTable('receiverMessage')
      .set({ answer: text, restatementId, answeredAt: now })
      .where('id', '=', id)
      .execute()
    return { done: true }
  },

  async takeBackAnswer({ id }, { db, fail }) {
    await unreceived(db, id, fail)
    await db
      .updateTable('receiverMessage')
      .set({ answer: '', restatementId: null, answeredAt: null })
      .where('id', '=', id)
      .execute()
    return { done: true }
  },

  async noteMessage({ id, isNoted }, { db, fail, now }) {
    const { numUpdatedRows } = await db
      .updateTable('receiverMessage')
      .set({ readAt: isNoted ? now : null })
      .where('id', '=', id)
      .where('kind', 'in', ['definitions', 'endpoint', 'key'])
      .executeTakeFirst()
    return numUpdatedRows === 1n ? { done: true } : fail('message_not_found')
  },
}

/** What the receiver has stands there for good. */
async function unreceived(
  db: Reader,
  id: number,
  fail: Fail<'message_not_found' | 'answer_received'>,
): Promise<Question> {
  const question = await db
    .selectFrom('receiverMessage')
    .select(['id', 'content', 'answerSentAt'])
    .where('id', '=', id)
    .where('kind', '=', 'question')
    .executeTakeFirst()
  if (!question) return fail('message_not_found')
  return question.answerSentAt === null ? question : fail('answer_received', { at: question.answerSentAt })
}

async function isRestatementOf(db: Reader, { content }: Question, restatementId: number): Promise<boolean> {
  const { body } = JSON.parse(content) as { body: { period: { from: string; to: string } } }
  const found = await db
    .selectFrom('restatement')
    .innerJoin('period', 'period.id', 'restatement.periodId')
    .select('restatement.id')
    .where('restatement.id', '=', restatementId)
    .where('fromOn', '=', body.period.from)
    .where('toOn', '=', body.period.to)
    .executeTakeFirst()
  return found !== undefined
}

/** Answers of which nothing says that they came; each names the package that restates, once it is packed. */
export async function answersUnreceived(db: Reader) {
  const enrolment = await currentEnrolment(db)
  if (!enrolment) return []
  return db
    .selectFrom('receiverMessage')
    .leftJoin('restatement', 'restatement.id', 'receiverMessage.restatementId')
    .leftJoin('summaryPackage', (join) =>
      join
        .onRef('summaryPackage.periodId', '=', 'restatement.periodId')
        .on((on) => on('summaryPackage.revision', '=', on('restatement.number', '+', on.lit(1)))),
    )
    .select(['receiverMessage.id', 'receiverMessage.number as questionId', 'answer as text', 'restatementId'])
    .select((is) => is.fn.max<string | null>('summaryPackage.hash').as('restatementHash'))
    .select('restatement.periodId')
    .where('enrolmentId', '=', enrolment.id)
    .where('answeredAt', 'is not', null)
    .where('answerSentAt', 'is', null)
    .groupBy('receiverMessage.id')
    .orderBy('receiverMessage.id')
    .execute()
}
export type WaitingAnswer = Awaited<ReturnType<typeof answersUnreceived>>[number]
