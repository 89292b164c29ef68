import type { Gaps } from '../../shared/sync/protocol.ts'
import type { Receiver } from '../receiver.ts'
/** What a library has not sent: periods that are asked for and ended, and numbers below one that came. */
export declare function gapsOf({ store: { db }, now }: Receiver, libraryId: string): Promise<Gaps>
