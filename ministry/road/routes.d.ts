import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Office } from '../app.ts'
import { type Sender } from './signed.ts'
declare module 'fastify' {
  interface FastifyRequest {
    sender: Sender | null
    rawBody: Buffer | null
  }
}
/** The roads of the published protocol; `openapi.json` is made from here. */
export declare function roadRoutes(office: Office): FastifyPluginAsyncZod
