import type { Verification } from '../../shared/reports/verification.ts'
import type { Language } from '../../shared/texts.ts'
import type { MarkedFigure, PaperRead } from '../documents/index.ts'

type Found = PaperRead['figures'][number]

/** Each figure that the file shows otherwise than it was signed, or no longer holds. */
export function differencesIn(
  { figures }: PaperRead,
  expected: readonly MarkedFigure[],
  language: Language,
): Verification['differences'] {
  const byMark = Map.groupBy(figures, ({ mark }) => mark)
  return expected.flatMap(({ mark, code, name, label, cell }) => {
    const found = byMark.get(mark)
    const other = found ? found.find((each) => !isSame(each, cell, language)) : null
    if (other === undefined) return []
    return [{ code, name, column: label, signed: cell.shown, found: other ? other.shown : null }]
  })
}

/** A name that the paper does not have, or has once and the file twice, is no figure of it but something put in. */
export function hasOtherFigures({ figures }: PaperRead, expected: readonly MarkedFigure[]): boolean {
  return figures.length !== expected.length
}

function isSame({ shown, value }: Found, cell: MarkedFigure['cell'], language: Language): boolean {
  if (cell.kind !== 'number') return bare(shown) === bare(cell.shown)
  // A sheet keeps the number itself; a document only what was shown of it.
  if (value !== undefined) return value !== null && Math.abs(value - cell.value) < 1e-9
  return bare(shown) === bare(cell.shown) || numberIn(shown, language) === numberIn(cell.shown, language)
}

/** However it is spaced and filled up: 1234,50 is 1.234,5. */
function numberIn(shown: string, language: Language): number {
  const [thousands, decimal] = language === 'vi' ? ['.', ','] : [',', '.']
  const plain = shown.replace(/\s/g, '').replaceAll(thousands, '').replace(decimal, '.')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
}

function bare(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}
