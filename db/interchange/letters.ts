import { profileEncodings } from '../../shared/interchange/contract.ts'
import { decodeBestText, isCellEncoding, type TextEncoding } from '../../shared/legacy/rules.ts'
import { decodeMarc8, decodeUtf8, type Decode } from './read/index.ts'
import { decodeBest } from './text/index.ts'

/** In what letters a run's files are: most of them, and what single records may be in instead. */
export type Letters = { encoding: TextEncoding; others: TextEncoding[] }

/** As a run keeps it: the first word names most of the file. */
export function lettersText({ encoding, others }: Letters): string {
  return [encoding, ...others].join(' ')
}

export function parseLetters(text: string): Letters {
  const known = text
    .split(' ')
    .filter((name): name is TextEncoding => name !== 'auto' && profileEncodings.some((each) => each === name))
  const [encoding = 'utf8', ...others] = known
  return { encoding, others }
}

/** The plain way of UTF-8 also lets XML and UTF-16 be what they say they are. */
export function decodeFor({ encoding, others }: Letters): Decode {
  if (encoding === 'utf8' && others.length === 0) return decodeUtf8
  return (bytes) => decodeBest(bytes, encoding, { others, marc8: decodeMarc8 }).text
}

/** Cells came as characters; MARC-8 is nothing that a table could be in. */
export function decodeCellFor({ encoding, others }: Letters): (cell: string) => string {
  if (!isCellEncoding(encoding) || (encoding === 'utf8' && others.length === 0))
    return (cell) => cell.normalize('NFC')
  const known = others.filter(isCellEncoding)
  return (cell) => decodeBestText(cell, encoding, known)
}
