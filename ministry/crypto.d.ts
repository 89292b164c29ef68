import { type KeyObject } from 'node:crypto'
import { type ReadPackage } from '../shared/sync/package.ts'
export declare function sha256(data: string | Uint8Array): string
export declare function randomText(bytes: number): string
/** Null for what is no Ed25519 key. */
export declare function publicKeyOf(text: string): KeyObject | null
export declare function fingerprintOf(publicKey: string): string
export declare function isSignedBy(publicKey: string, message: Uint8Array, signature: string): boolean
export declare function signWith(privateKey: string, message: Uint8Array): Uint8Array
export declare function newReceiverKeys(): Promise<{
  publicKey: string
  privateKey: string
  fingerprint: string
  ageIdentity: string
  ageRecipient: string
}>
/** A package as it comes: plain, or encrypted to one of the identities. */
export declare function openPackage(
  bytes: Uint8Array,
  identitiesOf: () => Promise<readonly string[]>,
): Promise<ReadPackage>
export declare function telephoneCodeFor(packageHash: string, sharedKey: string): string
