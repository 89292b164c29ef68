import type { Verification } from '../../shared/reports/verification.ts'

/** More of them are another paper, which nobody compares line by line. */
const mostLines = 20
const longestLine = 400

/** Lines that only one of two texts has, in its order. */
export function wordDifferences(signed: string, found: string): Verification['words'] {
  const [ours, theirs] = [linesOf(signed), linesOf(found)]
  return { signed: without(ours, theirs), found: without(theirs, ours) }
}

function linesOf(text: string): string[] {
  return text
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/[\s\u200B\uFEFF]+/g, ' ').trim())
    .filter((line) => line !== '')
}

const alike = (line: string): string => line.toLocaleLowerCase('vi')

function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = Map.groupBy(others, alike)
  return lines
    .filter((line) => left.get(alike(line))?.pop() === undefined)
    .slice(0, mostLines)
    .map((line) => (line.length > longestLine ? `${line.slice(0, longestLine)}…` : line))
}
