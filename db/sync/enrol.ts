import type { SpecOf } from '../../shared/contracts.ts'
import { EnrolmentAnswer, enrolmentMessage, paths } from '../../shared/sync/protocol.ts'
import type { JobHandler } from '../context.ts'
import { apply, type Chunk } from './chunks.ts'
import { writerWith } from './crypto.ts'
import { isEndpoint } from './endpoints.ts'
import { keysReady } from './keys.ts'
import { blockedByAnswer, parsed, RoadBlocked } from './road-problems.ts'
import { onTheRoad } from './on-the-road.ts'
import { libraryCodes } from './write-package.ts'

const enrol: JobHandler<SpecOf<'sync.enrol'>, Chunk> = {
  async run({ endpoint: typed, code }, context) {
    const { db, fail, write } = context
    const endpoint = /^\w+:\/\//.test(typed) ? typed : `https://${typed}`
    if (!isEndpoint(endpoint)) fail('endpoint_wrong', { endpoint })
    const library = await libraryCodes(db, fail)
    const keys = await keysReady(context)
    const { publicKey } = keys
    const message = enrolmentMessage({ code, library, publicKey })
    const signature = Buffer.from(writerWith(keys).sign(message)).toString('base64url')
    try {
      const answer = await onTheRoad(context, { endpoint }, (road) =>
        road.ask({
          method: 'POST',
          path: paths.enrolments,
          type: 'application/json',
          body: Buffer.from(JSON.stringify({ code, library, publicKey, signature })),
        }),
      )
      const { receiver, sharedKey, enrolledAt } = readAnswer(answer.status, answer.body.toString('utf8'))
      await write({
        kind: 'enrolment',
        signingKeyId: keys.id,
        endpoint,
        receiver: receiver.name,
        receiverKey: receiver.publicKey,
        recipient: receiver.encryptionRecipient,
        sharedKey,
        enrolledAt,
      })
      return { receiver: receiver.name, problem: null, reason: '' }
    } catch (error) {
      if (!(error instanceof RoadBlocked)) throw error
      const { refusal, problem, reason } = error
      const isOfCode = refusal === 'code_unknown' || refusal === 'code_used'
      return { receiver: null, problem: isOfCode ? refusal : problem, reason }
    }
  },
  apply,
}

export const enrolJobs = { enrol }

function readAnswer(status: number, text: string) {
  if (status < 200 || status > 299) throw blockedByAnswer(status, text)
  const read = EnrolmentAnswer.safeParse(parsed(text))
  if (!read.success) throw new RoadBlocked('sign_in_page')
  return read.data
}
