import { type Outcome } from '../../shared/sync/receipt.ts'
import { type Receiver } from '../receiver.ts'
export type Received = {
  hash: string
  receipt: string
  outcome: Outcome
  isNew: boolean
}
/**
 * The one entrance of a package, whatever the road: what came before gets the very receipt it got then, and nothing
 * that came is ever written over.
 */
export declare function receive(
  receiver: Receiver,
  bytes: Uint8Array,
  expectedHash?: string,
): Promise<Received>
