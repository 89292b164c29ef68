import type { Bytes } from './bytes.ts'
import { BrokenFile, nothingKnown, type FileFacts } from './facts.ts'
import { readJpeg } from './jpeg.ts'
import { readPdf } from './pdf.ts'
import { readPng } from './png.ts'
import { readTiff } from './tiff.ts'

export { bytesOfFile, type Bytes } from './bytes.ts'
export type { FileFacts } from './facts.ts'

const readers = [
  ['tiff', readTiff],
  ['jpeg', readJpeg],
  ['png', readPng],
  ['pdf', readPdf],
] as const

/** What a file is by its first bytes, whatever its name says. */
export function readFacts(bytes: Bytes): FileFacts {
  if (bytes.size === 0) return { ...nothingKnown, format: 'other', fault: 'empty' }
  for (const [format, read] of readers) {
    try {
      const facts = read(bytes)
      if (facts) return facts
    } catch (error) {
      if (!(error instanceof BrokenFile)) throw error
      return { ...nothingKnown, format, fault: error.fault }
    }
  }
  return { ...nothingKnown, format: 'other' }
}
