import type { CallNumberRule } from '../../shared/catalogue/contract.ts'

type Table = CallNumberRule['table']

export function tableText(table: Table): string {
  return table.map(({ begins, code }) => `${begins} = ${code}`).join('\n')
}

/** A line each: `Tr = 78`. Answers the first line that says nothing of that kind instead. */
export function readTable(text: string): { table: Table; wrongLine: string | null } {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const read = lines.map((line) => /^\s*(.{1,20}?)\s*[=\t:]\s*(.{0,20}?)\s*$/u.exec(line))
  const wrong = read.findIndex((match) => match === null)
  return {
    table: read.flatMap((match) => (match ? [{ begins: match[1] ?? '', code: match[2] ?? '' }] : [])),
    wrongLine: lines[wrong] ?? null,
  }
}
