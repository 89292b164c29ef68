import swagger from '@fastify/swagger'
import Fastify, { type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify'
import {
  createJsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { maxPackageBytes, packageType } from '../shared/sync/protocol.ts'
import { writeAudit } from './audit.ts'
import { healthRoutes } from './health.ts'
import { type Limits, throttle, usualLimits } from './limits.ts'
import { createMetrics } from './metrics.ts'
import { officeRoutes } from './office/routes.ts'
import { instantOf, type Receiver } from './receiver.ts'
import { refuse, RefusalError } from './refusal.ts'
import { roadRoutes } from './road/routes.ts'
import { isStorageFull } from './store/connection.ts'
import { pageRoutes } from './web-files.ts'

export type AppOptions = {
  receiver: Receiver
  limits?: Partial<Limits>
  /** Where the built page lies; null serves none. */
  pageFolder?: string | null
  /** Behind a load balancer the address of the sender stands in a header. */
  isBehindProxy?: boolean
  isSecure?: boolean
  log?: boolean
}

const signedScheme = {
  type: 'http',
  scheme: 'KhoSach',
  description:
    'KhoSach v=1,key=<SHA-256 of the public key>,at=<instant>,nonce=<16 bytes>,sig=<Ed25519 signature> over ' +
    'KHOSACH-REQUEST1, method, path with query, at, nonce and SHA-256 of the body, each on its line. ' +
    'A body is told beforehand by Content-Digest: sha-256=:…: (RFC 9530). A nonce serves once.',
} as const

/** The fastest and surest thing to say of a body that is a stream: whoever reads it counts. */
const streamTypes = [packageType, 'application/octet-stream']

export async function buildApp(options: AppOptions) {
  const { receiver, pageFolder = null, isBehindProxy = false, isSecure = false, log = false } = options
  const limits = { ...usualLimits, ...options.limits }
  const metrics = createMetrics()
  const app = Fastify({
    logger: log ? { level: 'info', redact: ['req.headers.authorization', 'req.headers.cookie'] } : false,
    bodyLimit: maxPackageBytes,
    requestTimeout: limits.requestTimeoutMs,
    trustProxy: isBehindProxy,
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.addContentTypeParser(streamTypes, (request, payload, done) => {
    if (Number(request.headers['content-length'] ?? 0) > maxPackageBytes) done(new RefusalError('too_large'))
    else done(null, payload)
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Kho Sách: the road to the receiver',
        version: '1',
        description: 'How a library hands its signed quarterly figures to a department or the Ministry.',
      },
      components: { securitySchemes: { library: signedScheme } },
    },
    transform: createJsonSchemaTransform({ skipList: [] }),
  })
  const isThrottled = throttle(limits.requestsPerMinute, () => receiver.now().getTime())
  app.addHook('onRequest', async (request, reply) => {
    const seconds = isThrottled(request.ip)
    if (seconds !== null) refuse('throttled', { headers: { 'Retry-After': String(seconds) } })
    reply.header('X-Content-Type-Options', 'nosniff')
    endAfter(request, limits.requestTimeoutMs)
  })
  app.addHook('onResponse', async (request, reply) => {
    metrics.request(request.routeOptions.url ?? 'none', reply.statusCode)
  })
  app.setNotFoundHandler(() => refuse('not_found'))
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const refusal = refusalOf(error)
    metrics.refusal(refusal.code)
    if (refusal.code === 'internal') request.log.error(error)
    await noteRefusal(receiver, request, refusal)
    return answer(reply, refusal, instantOf(receiver))
  })
  const guesses = throttle(limits.guessesPerMinute, () => receiver.now().getTime())
  const office = { receiver, metrics, isSecure, guesses }
  await app.register(roadRoutes(office))
  await app.register(officeRoutes(office), { prefix: '/office' })
  await app.register(healthRoutes(office))
  await app.register(pageRoutes(pageFolder))
  return app
}

export type Office = {
  receiver: Receiver
  metrics: ReturnType<typeof createMetrics>
  isSecure: boolean
  guesses: (sender: string) => number | null
}

/** Node looks for slow senders twice a minute only; who holds a connection open is let go at its time. */
function endAfter({ raw }: FastifyRequest, timeoutMs: number): void {
  const timer = setTimeout(() => raw.destroy(), timeoutMs)
  raw.once('close', () => clearTimeout(timer))
}

function refusalOf(error: FastifyError): RefusalError {
  if (error instanceof RefusalError) return error
  if (isStorageFull(error)) return new RefusalError('storage_full')
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new RefusalError('too_large')
  const isSenders = error.statusCode !== undefined && error.statusCode < 500
  return new RefusalError(isSenders || error.code === 'ECONNRESET' ? 'bad_request' : 'internal')
}

/** What was refused on the road of packages is for a person to find; who asks too often is only counted. */
async function noteRefusal(
  receiver: Receiver,
  request: FastifyRequest,
  { code }: RefusalError,
): Promise<void> {
  if (!request.url.startsWith('/v1/') || ['throttled', 'not_found', 'storage_full'].includes(code)) return
  const detail = { code, method: request.method, path: request.url.slice(0, 200), from: request.ip }
  const entry = { at: instantOf(receiver), actor: '-', act: 'refusal', detail } as const
  await writeAudit(receiver.store.db, entry).catch((error: unknown) => request.log.error(error))
}

function answer(reply: FastifyReply, { code, status, message, headers }: RefusalError, at: string) {
  // What is still coming of a refused body is not read: the connection ends with the answer.
  if (code === 'too_large') reply.header('Connection', 'close')
  return reply.code(status).headers(headers).send({ error: { code, message, at } })
}
