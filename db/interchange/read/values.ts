import { withoutControls } from '../../../shared/fold.ts'
import type { Decode, ReadProblem, ReadProblemCode } from './entry.ts'

/** One record being read. */
export type Reading = { decode: Decode; problems: ReadProblem[] }

/** The limits of the type `MarcRecord`; over-long records have as many fields as they have. */
const maxText = 99_999
export const maxSubfields = 500

/** What has no code of its own is kept in the one that MARC leaves to each library. */
export const ownCode = '9'

export function decodeUtf8(bytes: Uint8Array): string {
  return asBuffer(bytes).toString('utf8').normalize('NFC')
}

export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** What must not be stored, and the sign that bytes could not be decoded. */
// eslint-disable-next-line no-control-regex
const odd = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\uFEFF\uFFFD]/

/** A text as it may be stored; `where` is the tag, with the subfield's code where there is one. */
export function settled(text: string, where: string, problems: ReadProblem[]): string {
  if (text.length > maxText) return cut(text, where, problems)
  return odd.test(text) ? cleaned(text, where, problems) : text
}

function cleaned(text: string, where: string, problems: ReadProblem[]): string {
  const kept = withoutControls(text)
  if (kept.length < text.replace(/\r\n?/g, '\n').length) note(problems, 'controls_removed', where)
  if (kept.includes('\uFFFD')) note(problems, 'text_undecoded', where)
  return kept
}

function cut(text: string, where: string, problems: ReadProblem[]): string {
  note(problems, 'text_too_long', where)
  const kept = cleaned(text, where, problems)
  if (kept.length <= maxText) return kept
  const isInsidePair = /[\uD800-\uDBFF]/.test(kept.charAt(maxText - 1))
  return kept.slice(0, isInsidePair ? maxText - 1 : maxText)
}

/** More of them tell nobody more. */
const maxProblems = 100

/** Says a thing of one place only once. */
export function note(problems: ReadProblem[], code: ReadProblemCode, detail = ''): void {
  if (problems.length >= maxProblems) return
  if (problems.some((known) => known.code === code && known.detail === detail)) return
  problems.push({ code, detail })
}

export const leaderLength = 24
/** For a record that came without: a text, one for itself, how complete is not known. */
export const noLeader = '00000nam a2200000u  4500'

export function leaderFrom(given: string, problems: ReadProblem[]): string {
  const leader = given
    .replace(/[^ -~]/g, ' ')
    .slice(0, leaderLength)
    .padEnd(leaderLength)
  if (leader !== given) note(problems, 'leader_wrong', glimpse(given))
  return leader
}

/** A piece of what was found, short enough for a list of problems. */
export function glimpse(text: string): string {
  const line = withoutControls(text.replace(/\s+/g, ' ')).trim()
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}
