import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Office } from '../app.ts'
import { type Person } from './accounts.ts'
declare module 'fastify' {
  interface FastifyRequest {
    person: Person | null
  }
}
/** The page's own questions and acts: signed in, from the page itself, changes by administrators only. */
export declare function officeRoutes(office: Office): FastifyPluginAsyncZod
