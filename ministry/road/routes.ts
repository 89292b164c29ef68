import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Readable } from 'node:stream'
import * as z from 'zod'
import {
  AnswerAnswer,
  AnswerRequest,
  EnrolmentAnswer,
  EnrolmentRequest,
  maxPackageBytes,
  MessagesAnswer,
  receiptType,
  RefusalAnswer,
} from '../../shared/sync/protocol.ts'
import { hashText } from '../../shared/sync/package.ts'
import type { Office } from '../app.ts'
import { refuse } from '../refusal.ts'
import { enrol } from './enrolments.ts'
import { messagesFor, takeAnswer } from './messages.ts'
import { receive, type Received } from './receive.ts'
import { requireBody, senderOf, type Sender } from './signed.ts'
import { append, offsetOf } from './uploads.ts'

declare module 'fastify' {
  interface FastifyRequest {
    sender: Sender | null
    rawBody: Buffer | null
  }
}

const refused = RefusalAnswer.describe('Refused by name')
const packageHash = z.object({ packageHash: hashText })
const security = [{ library: [] }]
const receiptText = z.string().describe('The receipt file: KHOSACH-RECEIPT1, canonical JSON, signature')
const uploadHead = z.looseObject({
  'upload-offset': z.coerce.number().int().nonnegative(),
  'upload-length': z.coerce.number().int().positive(),
})

/** The roads of the published protocol; `openapi.json` is made from here. */
export function roadRoutes(office: Office): FastifyPluginAsyncZod {
  return async (app) => {
    app.decorateRequest('sender', null)
    app.decorateRequest('rawBody', null)
    // A signature covers bytes, so the bytes are kept beside what they say.
    app.removeContentTypeParser('application/json')
    app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
      request.rawBody = Buffer.from(body)
      try {
        done(null, JSON.parse(request.rawBody.toString('utf8')))
      } catch {
        done(Object.assign(new Error('not JSON'), { statusCode: 400 }))
      }
    })
    await app.register(openRoutes(office))
    await app.register(signedRoutes(office))
  }
}

/** What needs no signed request: an enrolment proves its key, a package is signed itself. */
function openRoutes({ receiver, metrics, guesses }: Office): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/v1/enrolments',
      { schema: { body: EnrolmentRequest, response: { 200: EnrolmentAnswer, default: refused } } },
      async (request) => {
        const seconds = guesses(request.ip)
        if (seconds !== null) refuse('throttled', { headers: { 'Retry-After': String(seconds) } })
        return enrol(receiver, request.body)
      },
    )
    app.post(
      '/v1/packages',
      {
        schema: {
          description: 'A whole .khosach file. It is signed itself, so anyone may bring it.',
          consumes: ['application/octet-stream'],
          response: { 200: receiptText, default: refused },
        },
      },
      async (request, reply) => {
        const received = await receive(receiver, await wholeBody(request))
        noteOutcome(metrics, received)
        reply.type(receiptType)
        return received.receipt
      },
    )
  }
}

function signedRoutes({ receiver, metrics }: Office): FastifyPluginAsyncZod {
  return async (app) => {
    app.addHook('onRequest', async (request) => {
      request.sender = await senderOf(receiver, request)
    })
    app.head(
      '/v1/uploads/:packageHash',
      { schema: { security, params: packageHash } },
      async (request, reply) => {
        const { fingerprint } = senderIn(request)
        const offset = await offsetOf(receiver, { packageHash: request.params.packageHash, fingerprint })
        if (offset === null) return refuse('not_found')
        return reply.header('Upload-Offset', String(offset)).header('Cache-Control', 'no-store').send()
      },
    )
    app.patch(
      '/v1/uploads/:packageHash',
      {
        schema: {
          security,
          description: 'Goes on with an upload at Upload-Offset; what came before a cut is kept.',
          consumes: ['application/octet-stream'],
          params: packageHash,
          headers: uploadHead,
          response: { 200: receiptText, 204: z.null().describe('More is to come'), default: refused },
        },
      },
      async (request, reply) => {
        const { 'upload-offset': from, 'upload-length': length } = request.headers
        const part = { offset: from, length, body: streamOf(request) }
        const { offset, received } = await append(
          receiver,
          senderIn(request),
          request.params.packageHash,
          part,
        )
        reply.header('Upload-Offset', String(offset))
        if (received === null) {
          reply.code(204)
          return null
        }
        noteOutcome(metrics, received)
        reply.type(receiptType)
        return received.receipt
      },
    )
    app.get(
      '/v1/messages',
      {
        schema: {
          security,
          querystring: z.object({ after: z.coerce.number().int().nonnegative().default(0) }),
          response: { 200: MessagesAnswer, default: refused },
        },
      },
      async (request) => messagesFor(receiver, senderIn(request), request.query),
    )
    app.post(
      '/v1/answers',
      {
        preHandler: async (request) => requireBody(senderIn(request), request.rawBody ?? Buffer.alloc(0)),
        schema: { security, body: AnswerRequest, response: { 200: AnswerAnswer, default: refused } },
      },
      async (request) => takeAnswer(receiver, senderIn(request), request.body),
    )
  }
}

/** The same package again is no news. */
function noteOutcome(metrics: Office['metrics'], { outcome, isNew }: Received): void {
  if (isNew) metrics.package(outcome)
}

type WithSender = Pick<FastifyRequest, 'sender'>
function senderIn({ sender }: WithSender): Sender {
  return sender ?? refuse('wrong_signature')
}

type WithBody = { body?: unknown; raw: Readable }
function streamOf({ body, raw }: WithBody): Readable {
  return (body as Readable | undefined) ?? raw
}

async function wholeBody(request: WithBody): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of streamOf(request) as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > maxPackageBytes) return refuse('too_large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
