import type { Db, Store } from './store/connection.ts'
/** What every route works with; nothing else is kept between two requests. */
export type Receiver = {
  store: Store
  now: () => Date
}
export type ReceiverKey = {
  name: string
  publicKey: string
  privateKey: string
  fingerprint: string
  ageIdentity: string
  ageRecipient: string
}
export declare function instantOf({ now }: Receiver): string
/** The newest key signs; an older one stays known, so that what was encrypted to it can still be read. */
export declare function currentKey(db: Db): Promise<ReceiverKey>
export declare function ageIdentities(db: Db): Promise<string[]>
/** At the first start; whoever comes second takes the key of the first. */
export declare function ensureKey({ store: { db, dialect }, now }: Receiver, name: string): Promise<void>
