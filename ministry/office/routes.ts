import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { isoDateAt } from '../../shared/dates.ts'
import { hashText } from '../../shared/sync/package.ts'
import { messagesEnding } from '../../shared/sync/post.ts'
import { receiptType } from '../../shared/sync/protocol.ts'
import type { Office } from '../app.ts'
import { writeAudit } from '../audit.ts'
import { currentKey, instantOf } from '../receiver.ts'
import { refuse, RefusalError } from '../refusal.ts'
import { isAnswersFile, messagesOnFile, takeAnswersFile } from '../road/post.ts'
import { receive } from '../road/receive.ts'
import {
  addAccount,
  changePassword,
  type Person,
  personOf,
  requireOwnPage,
  setAccountState,
  signIn,
  signOut,
} from './accounts.ts'
import {
  askLibrary,
  changeKey,
  decideConflict,
  expectPeriod,
  makeCode,
  revoke,
  tellAll,
  withdrawCode,
} from './acts.ts'
import * as contract from './contract.ts'
import { exported } from './export.ts'
import * as records from './records.ts'
import { periodRows, reportRows, seriesOf, totalsOf } from './reports.ts'

declare module 'fastify' {
  interface FastifyRequest {
    person: Person | null
  }
}

const byHash = z.object({ hash: hashText })
const byId = z.object({ id: z.uuid() })

/** The page's own questions and acts: signed in, from the page itself, changes by administrators only. */
export function officeRoutes(office: Office): FastifyPluginAsyncZod {
  const { receiver } = office
  return async (app) => {
    app.decorateRequest('person', null)
    app.addHook('onRoute', (route) => {
      route.schema = { ...route.schema, hide: true }
    })
    app.addHook('onRequest', async (request, reply) => {
      reply.header('Cache-Control', 'no-store')
      const isAct = request.method !== 'GET' && request.method !== 'HEAD'
      if (isAct) requireOwnPage(request)
      if (request.url === '/office/session' && request.method === 'POST') return
      request.person = await personOf(receiver, request)
      const isOwn = request.url === '/office/session' || request.url === '/office/password'
      if (isAct && !isOwn && request.person.role !== 'administrator') {
        refuse('unknown_library', { message: 'Only an administrator may do this.' })
      }
    })
    await app.register(sessionRoutes(office))
    await app.register(questionRoutes(office))
    await app.register(actRoutes(office))
  }
}

function personIn({ person }: FastifyRequest): Person {
  return person ?? refuse('not_enrolled')
}

function sessionRoutes({ receiver, guesses, isSecure }: Office): FastifyPluginAsyncZod {
  return async (app) => {
    app.post('/session', async (request, reply) => {
      const seconds = guesses(request.ip)
      if (seconds !== null) refuse('throttled', { headers: { 'Retry-After': String(seconds) } })
      const { data } = contract.SignIn.safeParse(request.body)
      return signIn(receiver, reply, { ...(data ?? refuse('bad_request')), isSecure })
    })
    app.delete('/session', async (request, reply) => {
      await signOut(receiver, request, reply)
      return {}
    })
    app.get('/session', async (request): Promise<contract.Me> => {
      const { name, fingerprint } = await currentKey(receiver.store.db)
      const today = isoDateAt(receiver.now().getTime())
      return { ...personIn(request), receiver: { name, fingerprint }, today }
    })
  }
}

function questionRoutes({ receiver }: Office): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/periods', () => periodRows(receiver))
    app.get('/reports', { schema: { querystring: contract.Period } }, ({ query }) =>
      reportRows(receiver, query),
    )
    app.get('/totals', { schema: { querystring: contract.TotalsQuestion } }, ({ query }) =>
      totalsOf(receiver, query),
    )
    app.get('/series', { schema: { querystring: contract.SeriesQuestion } }, ({ query }) =>
      seriesOf(receiver, query.code),
    )
    app.get('/libraries', () => records.libraryNames(receiver))
    app.get('/libraries/:id', { schema: { params: byId } }, ({ params }) =>
      records.libraryRecord(receiver, params.id),
    )
    app.get('/libraries/:id/messages', { schema: { params: byId } }, async ({ params }, reply) => {
      const file = await messagesOnFile(receiver, params.id)
      const name = `tin-${params.id.slice(0, 8)}${messagesEnding}`
      reply.header('Content-Disposition', `attachment; filename="${name}"`)
      return reply.type('application/octet-stream').send(Buffer.from(file))
    })
    app.get('/packages/:hash', { schema: { params: byHash } }, ({ params }) =>
      records.packageRecord(receiver, params.hash),
    )
    app.get('/packages/:hash/receipt', { schema: { params: byHash } }, async ({ params }, reply) => {
      const receipt = await records.receiptOf(receiver, params.hash)
      const name = `bien-nhan-${params.hash.slice(0, 12)}.khosach-receipt`
      reply.header('Content-Disposition', `attachment; filename="${name}"`)
      return reply.type(receiptType).send(receipt)
    })
    app.get('/questions', () => records.questionRows(receiver))
    app.get('/conflicts', () => records.conflictRows(receiver))
    app.get('/codes', () => records.codeRows(receiver))
    app.get('/accounts', () => records.accountRows(receiver))
    app.get('/audit', () => records.auditRows(receiver))
    app.get('/export', { schema: { querystring: contract.ExportQuestion } }, async (request, reply) => {
      const { name, type, bytes } = await exported(receiver, request.query)
      const entry = { at: instantOf(receiver), actor: personIn(request).name, act: 'export' } as const
      await writeAudit(receiver.store.db, { ...entry, detail: request.query })
      reply.header('Content-Disposition', `attachment; filename="${name}"`)
      return reply.type(type).send(Buffer.from(bytes))
    })
  }
}

function actRoutes({ receiver, metrics }: Office): FastifyPluginAsyncZod {
  return async (app) => {
    app.put('/password', { schema: { body: contract.NewPassword } }, async (request) => {
      await changePassword(receiver, personIn(request), request.body)
      return {}
    })
    app.post('/accounts', { schema: { body: contract.NewAccount } }, async (request) => {
      await addAccount(receiver, request.body, personIn(request).name)
      return {}
    })
    app.put(
      '/accounts/:name',
      { schema: { params: z.object({ name: z.string().max(100) }), body: contract.AccountState } },
      async (request) => {
        const { name } = request.params
        await setAccountState(receiver, { name, ...request.body }, personIn(request).name)
        return {}
      },
    )
    app.put('/periods', { schema: { body: contract.ExpectedPeriod } }, async (request) => {
      await expectPeriod(receiver, request.body, personIn(request).name)
      return {}
    })
    app.post('/codes', { schema: { body: contract.NewCode } }, (request) =>
      makeCode(receiver, request.body, personIn(request).name),
    )
    app.delete('/codes/:hash', { schema: { params: byHash } }, async (request) => {
      await withdrawCode(receiver, request.params.hash, personIn(request).name)
      return {}
    })
    app.post('/questions', { schema: { body: contract.NewQuestion } }, (request) =>
      askLibrary(receiver, request.body, personIn(request).name),
    )
    app.post('/notices', { schema: { body: contract.Notice } }, async (request) => {
      await tellAll(receiver, request.body, personIn(request).name)
      return {}
    })
    app.post('/key', (request) => changeKey(receiver, personIn(request).name))
    app.post(
      '/libraries/:id/revocation',
      { schema: { params: byId, body: contract.Revocation } },
      async (request) => {
        const { reason } = request.body
        await revoke(receiver, { libraryId: request.params.id, reason, by: personIn(request).name })
        return {}
      },
    )
    app.post(
      '/conflicts/:id',
      { schema: { params: z.object({ id: z.coerce.number().int() }), body: contract.Decision } },
      async (request) => {
        const { id } = request.params
        await decideConflict(receiver, { id, ...request.body, by: personIn(request).name })
        return {}
      },
    )
    app.post(
      '/packages',
      { schema: { querystring: z.object({ name: z.string().max(255) }) } },
      async (request): Promise<contract.Brought> => {
        const { name } = request.query
        const nothing = { name, outcome: null, answers: null, refusal: null, hash: null }
        try {
          const bytes = await bytesOf(request)
          if (isAnswersFile(bytes)) return { ...nothing, answers: await takeAnswersFile(receiver, bytes) }
          const received = await receive(receiver, bytes)
          if (received.isNew) metrics.package(received.outcome)
          return { ...nothing, outcome: received.outcome, hash: received.hash }
        } catch (error) {
          if (!(error instanceof RefusalError)) throw error
          return { ...nothing, refusal: error.code }
        }
      },
    )
  }
}

/** A file from a stick or a letter, as an administrator brings it. */
async function bytesOf({ body }: FastifyRequest): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of body as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}
