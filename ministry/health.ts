import { sql } from 'kysely'
import type { FastifyPluginAsync } from 'fastify'
import type { Office } from './app.ts'

/** For whoever watches the service: both speak of numbers alone. */
export function healthRoutes({ receiver, metrics }: Office): FastifyPluginAsync {
  return async (app) => {
    app.addHook('onRoute', (route) => {
      route.schema = { ...route.schema, hide: true }
    })
    app.get('/health', async (request, reply) => {
      try {
        await sql`select 1`.execute(receiver.store.db)
        return { status: 'ok', at: receiver.now().toISOString() }
      } catch (error) {
        request.log.error(error)
        return reply.code(503).send({ status: 'no_database' })
      }
    })
    app.get('/metrics', async (_, reply) =>
      reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics.text(receiver.store)),
    )
  }
}
