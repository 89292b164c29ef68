import type { FastifyPluginAsync } from 'fastify'
import type { Office } from './app.ts'
/** For whoever watches the service: both speak of numbers alone. */
export declare function healthRoutes({ receiver, metrics }: Office): FastifyPluginAsync
