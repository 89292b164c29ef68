import { createReadStream } from 'node:fs'
import { copyDraftsOf } from '../../shared/interchange/contract.ts'
import type { Fail } from '../failure.ts'
import type { Incoming, ReadingOptions } from './incoming.ts'
import type { KeptFile } from './kept-files.ts'
import type { Entry } from './read/entry.ts'
import { readIso2709 } from './read/iso2709.ts'
export const plainProfile = {} as { encoding: string }
export type Source = { path: string; kind: string; name: string; size: number }
export async function sourcesOf(
  files: readonly KeptFile[],
  _fail: Fail<'source_unreadable'>,
): Promise<Source[]> {
  return files.map((f) => ({ ...f, kind: 'iso2709' }))
}
export async function encodingOf(
  _sources: readonly Source[],
  _profile: { encoding: string },
): Promise<string> {
  return 'utf8'
}
const atOnce = 500
export async function* readIncoming(
  sources: readonly Source[],
  options: ReadingOptions,
  told: (bytes: number) => void,
): AsyncIterable<Incoming[]> {
  let before = 0
  for (const source of sources) {
    let gathered: Incoming[] = []
    for await (const entries of readIso2709(createReadStream(source.path, { highWaterMark: 1 << 18 }), {
      decode: (b) => Buffer.from(b.buffer, b.byteOffset, b.byteLength).toString('utf8'),
    })) {
      for (const entry of entries) gathered.push(incomingOf(entry, options))
      if (gathered.length < atOnce) continue
      const last = gathered.at(-1)
      told(before + (last ? last.at + last.length : 0))
      yield gathered
      gathered = []
    }
    if (gathered.length > 0) yield gathered
    before += source.size
  }
}
function incomingOf(entry: Entry, { profile }: ReadingOptions): Incoming {
  if (entry.kind === 'unread') return { ...entry, record: null, drafts: [], problems: [entry.problem] }
  const { drafts, record, problems } = copyDraftsOf(entry.record, profile.copies)
  return { at: entry.at, length: entry.length, record, drafts, problems: [...entry.problems, ...problems] }
}
export async function readOne(
  _s: readonly Source[],
  _o: ReadingOptions,
  _k: { at: number; length: number; place: number },
): Promise<{ incoming: Incoming; bytes: Uint8Array } | null> {
  return null
}
