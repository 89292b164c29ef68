import { statSync } from 'node:fs'
import type { Fail } from '../failure.ts'
import type { KeptFile } from './kept-files.ts'
import { openSource, SourceProblem, type Source } from './read/index.ts'

export type { Source } from './read/index.ts'

type Refusing = Fail<'source_unreadable'>

/** The same, provided that at least one of them can be read. */
export async function sourcesOf(files: readonly KeptFile[], fail: Refusing): Promise<Source[]> {
  return refusing(fail, async () => {
    const found = await openSources(files)
    const [first] = found
    if (found.every(({ kind }) => kind === 'unknown'))
      throw first?.problem ?? new SourceProblem('unknown_format', first?.name ?? '')
    return found
  })
}

/** Every file there is, those inside archives too, in the order of a run's own counting; some cannot be read and say why. */
export async function openSources(files: readonly KeptFile[]): Promise<Source[]> {
  const sources = await Promise.all(files.map(({ path, name }) => sourcesIn(path, name)))
  return sources.flat()
}

/** The kept copy has a number before its name, which people do not know. */
async function sourcesIn(path: string, name: string): Promise<Source[]> {
  const sources = await openSource(path).catch((error: unknown): Source[] => {
    if (!(error instanceof SourceProblem)) throw error
    const problem = new SourceProblem(error.code, name, error.cause)
    return [{ kind: 'unknown', name, size: statSync(path).size, chunks: nothing, problem }]
  })
  return sources.length === 1 ? sources.map((source) => ({ ...source, name })) : sources
}

async function* nothing(): AsyncIterable<Uint8Array> {}

/** What cannot be read, or breaks off half-way, is said in a word that the page puts into sentences. */
export async function refusing<Value>(fail: Refusing, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof SourceProblem)
      return fail('source_unreadable', { reason: error.code, file: error.file })
    throw error
  }
}
