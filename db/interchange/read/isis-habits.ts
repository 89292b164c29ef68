import type { MarcRecord } from '../../../shared/catalogue/contract.ts'
import { noLeader, type Reading } from './values.ts'

const lineFeed = 0x0a
const carriageReturn = 0x0d

/** CDS/ISIS writes ISO 2709 in lines of 80; other widths are met in files that went through a mail program. */
const minWidth = 40

/** Without its line breaks, where every line but the last is of one width; null where they are not. */
export function unwrapped(bytes: Buffer): Buffer | null {
  const lines = linesOf(bytes)
  const width = lines[0]?.length ?? 0
  if (lines.length < 2 || width < minWidth) return null
  const areEqual = lines.every((line, place) =>
    place === lines.length - 1 ? line.length <= width : line.length === width,
  )
  return areEqual ? Buffer.concat(lines) : null
}

function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = []
  let from = 0
  for (let at = bytes.indexOf(lineFeed); at !== -1; at = bytes.indexOf(lineFeed, from)) {
    const to = bytes[at - 1] === carriageReturn ? at - 1 : at
    lines.push(bytes.subarray(from, to))
    from = at + 1
  }
  if (from < bytes.length) lines.push(bytes.subarray(from))
  return lines
}

/** CDS/ISIS says in the leader that it has no indicators, fills the rest with zeros, and need not divide a field. */
export function asMarc(record: MarcRecord, { problems }: Reading): MarcRecord {
  if (!/^[ \d]{10}00/.test(record.leader)) return record
  const meant = problems.filter(({ code }) => code !== 'subfields_missing')
  problems.splice(0, problems.length, ...meant)
  return { ...record, leader: noLeader }
}
