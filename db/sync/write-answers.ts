import type { SpecOf } from '../../shared/contracts.ts'
import { answersEnding, answersFile } from '../../shared/sync/post.ts'
import type { JobHandler } from '../context.ts'
import { fail } from '../failure.ts'
import { answersUnreceived } from './answers.ts'
import { apply, takeBack, type Chunk } from './chunks.ts'
import { fingerprintOf, writerWith } from './crypto.ts'
import { keysReady } from './keys.ts'
import { currentEnrolment } from './enrolments.ts'
import { requestOf } from './send-answers.ts'
import { writeProven } from './to-folder.ts'
import { libraryCodes, packedPeriod } from './write-package.ts'

const writeAnswers: JobHandler<SpecOf<'sync.writeAnswers'>, Chunk> = {
  async run({ path }, context) {
    const { db } = context
    if (!(await currentEnrolment(db))) context.fail('not_enrolled')
    const waiting = await answersUnreceived(db)
    if (waiting.length === 0) context.fail('nothing_to_answer')
    // An answer names its restatement by the package's hash, so that package is written first.
    for (const { periodId, restatementHash } of waiting)
      if (periodId !== null && restatementHash === null) await packedPeriod({ ...context, fail }, periodId)
    const library = await libraryCodes(db, context.fail)
    const keys = await keysReady(context)
    const answers = (await answersUnreceived(db)).map(requestOf)
    const { sign } = writerWith(keys)
    const content = { libraryId: library.id, keyFingerprint: fingerprintOf(keys.publicKey), answers }
    const bytes = Buffer.from(answersFile(content, sign))
    const last = Math.max(...answers.map(({ questionId }) => questionId))
    const fileName = `${library.provinceCode}-${library.code}-tra-loi-${last}`.replace(/[^\w.-]+/g, '_')
    const name = fileName + answersEnding
    const problem = writeProven({ path, name, bytes })
    return { fileName: name, answers: answers.length, bytes: bytes.length, problem }
  },
  apply,
  takeBack,
}

export const answerJobs = { writeAnswers }
