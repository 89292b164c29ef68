import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { FileTicket, OpenedFile } from '../shared/door.ts'
import { packageExtension, receiptExtension, updateExtension } from '../shared/opened-files.ts'

const kinds = [
  { kind: 'package', end: `.${packageExtension}` },
  { kind: 'receipt', end: `.${receiptExtension}` },
  { kind: 'update', end: `.${updateExtension}` },
] as const

function kindOf(path: string): OpenedFile['kind'] | undefined {
  return kinds.find(({ end }) => path.toLowerCase().endsWith(end))?.kind
}

/** The file of ours that a start was given, as Windows gives the one that was double-clicked. */
export function openedPath(argv: readonly string[], folder: string): string | null {
  const words = argv.slice(1).filter((word) => kindOf(word) !== undefined)
  const paths = words.map((word) => resolve(folder, word)).filter((path) => existsSync(path))
  return paths.at(-1) ?? null
}

/** Kept until a page that may read it asks; a later file takes the place of one nobody asked for. */
export function createOpened(admit: (path: string) => Promise<FileTicket>) {
  let waiting: string | null = null
  return {
    put(path: string | null): boolean {
      if (path !== null) waiting = path
      return path !== null
    },
    async take(): Promise<OpenedFile | null> {
      const path = waiting
      waiting = null
      const kind = path === null ? undefined : kindOf(path)
      if (path === null || !kind || !existsSync(path)) return null
      if (kind === 'receipt') return { kind, folder: dirname(path) }
      return { kind, file: await admit(path) }
    },
  }
}
