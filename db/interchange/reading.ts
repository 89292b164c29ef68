import type { Fail } from '../failure.ts'
import type { Incoming, ReadIncoming, ReadingOptions } from './incoming.ts'
import type { KeptFile } from './kept-files.ts'
export const plainProfile = {} as never
export type Source = { path: string; kind: string; name: string; size: number }
export async function sourcesOf(_files: readonly KeptFile[], _fail: Fail<'source_unreadable'>): Promise<Source[]> { return [] }
export async function encodingOf(_sources: readonly Source[], _profile: { encoding: string }): Promise<string> { return 'utf8' }
export declare const readIncoming: (sources: readonly Source[], options: ReadingOptions, told: (bytes: number) => void) => AsyncIterable<Incoming[]>
export type { ReadIncoming }
export async function readOne(_s: readonly Source[], _o: ReadingOptions, _k: { at: number; length: number; place: number }): Promise<{ incoming: Incoming; bytes: Uint8Array } | null> { return null }
