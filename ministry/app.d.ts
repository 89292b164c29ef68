import { type ZodTypeProvider } from 'fastify-type-provider-zod'
import { type Limits } from './limits.ts'
import { createMetrics } from './metrics.ts'
import { type Receiver } from './receiver.ts'
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
export declare function buildApp(
  options: AppOptions,
): Promise<
  import('fastify').FastifyInstance<
    import('http').Server<typeof import('http').IncomingMessage, typeof import('http').ServerResponse>,
    import('http').IncomingMessage,
    import('http').ServerResponse<import('http').IncomingMessage>,
    import('fastify').FastifyBaseLogger,
    ZodTypeProvider
  >
>
export type Office = {
  receiver: Receiver
  metrics: ReturnType<typeof createMetrics>
  isSecure: boolean
  guesses: (sender: string) => number | null
}
