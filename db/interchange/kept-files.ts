import { createReadStream, createWriteStream, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FileTicket } from '../../shared/door.ts'
import { plainName } from '../../shared/file-name.ts'
import { keptFolder } from '../kept-folders.ts'

/**
 * A run keeps a copy of the files it reads, named after its first job: a stick may be pulled out, Excel may change a
 * workbook between looking and writing, and what could not be read must stay to be looked at.
 */
export function runFolder(dataDir: string, stageJobId: number): string {
  return join(keptFolder(dataDir, 'imports'), String(stageJobId))
}

/** How the names of files begin that a job needs while it works; the folder is emptied at each start. */
export function scratchFor(dataDir: string, jobId: number): string {
  const folder = join(dataDir, 'exchange')
  mkdirSync(folder, { recursive: true })
  return join(folder, `seen-${jobId}`)
}

export type KeptFile = { path: string; name: string; size: number }

/** `told` hears how many bytes have been copied so far, and may stop it by throwing. */
export async function keepFiles(
  folder: string,
  files: readonly { ticket: FileTicket; path: string }[],
  told: (bytes: number) => void,
): Promise<KeptFile[]> {
  mkdirSync(folder, { recursive: true })
  const kept: KeptFile[] = []
  let before = 0
  for (const [at, { ticket, path }] of files.entries()) {
    // The name shows in problems and decides nothing; the number keeps two of one name apart.
    const target = join(folder, `${at + 1} ${plainName(ticket.name)}`)
    let copied = 0
    await pipeline(
      createReadStream(path),
      async function* (source: AsyncIterable<Uint8Array>) {
        for await (const chunk of source) {
          copied += chunk.length
          told(before + copied)
          yield chunk
        }
      },
      createWriteStream(target),
    )
    kept.push({ path: target, name: ticket.name, size: copied })
    before += copied
  }
  return kept
}

/** The files of a run in the order they were given; empty once they were let go. */
export function keptFiles(folder: string): KeptFile[] {
  const names = readdirSafely(folder).toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
  return names.map((name) => {
    const path = join(folder, name)
    return { path, name: name.slice(name.indexOf(' ') + 1), size: statSync(path).size }
  })
}

export function dropKeptFiles(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

function readdirSafely(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
