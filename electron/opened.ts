import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { FileTicket, OpenedFile } from '../shared/door.ts'
import { packageExtension, receiptExtension } from '../shared/opened-files.ts'

const ends = [packageExtension, receiptExtension].map((extension) => `.${extension}`)

/** The file of ours that a start was given, as Windows gives the one that was double-clicked. */
export function openedPath(argv: readonly string[], folder: string): string | null {
  const words = argv.slice(1).filter((word) => ends.some((end) => word.toLowerCase().endsWith(end)))
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
      if (path === null || !existsSync(path)) return null
      if (path.toLowerCase().endsWith(`.${receiptExtension}`))
        return { kind: 'receipt', folder: dirname(path) }
      return { kind: 'package', file: await admit(path) }
    },
  }
}
