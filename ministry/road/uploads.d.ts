import type { Readable } from 'node:stream'
import { type Receiver } from '../receiver.ts'
import { type Received } from './receive.ts'
import type { Sender } from './signed.ts'
type Place = {
  packageHash: string
  fingerprint: string
}
/** How far an upload is; a package that came whole stands at its end. */
export declare function offsetOf({ store: { db } }: Receiver, place: Place): Promise<number | null>
export type Appended = {
  offset: number
  received: Received | null
}
type Part = {
  offset: number
  length: number
  body: Readable
}
/** Keeps what comes as it comes, so that a cut costs no more than what was under way. */
export declare function append(
  receiver: Receiver,
  sender: Sender,
  packageHash: string,
  { offset, length, body }: Part,
): Promise<Appended>
export {}
