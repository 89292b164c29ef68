import type { FastifyRequest } from 'fastify'
import { type Receiver } from '../receiver.ts'
/** The library behind a signed request. */
export type Sender = {
  libraryId: string
  fingerprint: string
  sharedKey: string
  bodyHash: string
}
/** Before a byte of the body is read; whoever reads it holds it against `bodyHash`. */
export declare function senderOf(receiver: Receiver, request: FastifyRequest): Promise<Sender>
export declare function requireBody({ bodyHash }: Sender, body: Uint8Array): void
