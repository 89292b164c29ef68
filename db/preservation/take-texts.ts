import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { textsBeside, type BesideText } from '../../shared/preservation/reading.ts'
import type { Reader } from '../connection.ts'
import { sha256 } from '../hash.ts'
import { placeOf } from './files/walk.ts'
import type { ReadText } from './keep-text.ts'
import { readBrought } from './texts/brought.ts'

type Checked = { id: number; path: string; sha256: string | null }
/** Texts that lie beside pictures: those to be kept, and those from which no text can be taken. */
export type TextsBeside = {
  besideIds: ReadonlySet<number>
  taken: ReadText[]
  refusedIds: ReadonlySet<number>
}

/** No page has so much text. */
const mostTextBytes = 16 * 1024 * 1024

/** Reads the texts that lie beside the pictures of a folder, but for those that were taken before and are the same. */
export async function takeTexts(db: Reader, root: string, files: readonly Checked[]): Promise<TextsBeside> {
  const sumById = new Map(files.map((file) => [file.id, file.sha256]))
  const beside = textsBeside(files)
  const known = await knownTexts(
    db,
    beside.map(({ picture }) => sumById.get(picture.id)),
  )
  const taken: ReadText[] = []
  const refusedIds = new Set<number>()
  for (const each of beside) {
    const pictureSum = sumById.get(each.picture.id)
    const textSum = sumById.get(each.text.id)
    if (!pictureSum || !textSum || known.get(pictureSum) === textSum) continue
    const brought = readAt(root, each, textSum)
    if (brought) taken.push({ ...brought, sha256: pictureSum, broughtSum: textSum })
    else refusedIds.add(each.text.id)
  }
  return { besideIds: new Set(beside.map(({ text }) => text.id)), taken, refusedIds }
}

async function knownTexts(db: Reader, sums: readonly (string | null | undefined)[]) {
  const { rows } = await sql<{ sha256: string; broughtSum: string | null }>`
    select sha256, broughtSum from fileText
    where sha256 in (select value from json_each(${JSON.stringify(sums)})) and broughtSum is not null`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.sha256, row.broughtSum]))
}

/** Null for what is no text any more, or not the text whose sum the check took. */
function readAt(root: string, { text, ending }: BesideText, sum: string) {
  const bytes = bytesAt(placeOf(root, text.path))
  if (bytes === null || sha256(bytes) !== sum) return null
  const read = readBrought(bytes, ending)
  if (!read) return null
  const { tool, confidence } = read
  return { source: 'brought' as const, tool, languages: '', confidence, problem: null, text: read.text }
}

function bytesAt(place: string): Buffer | null {
  let descriptor: number | null = null
  try {
    descriptor = openSync(place, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
    const { size } = fstatSync(descriptor)
    return size <= mostTextBytes ? readFileSync(descriptor) : null
  } catch {
    return null
  } finally {
    if (descriptor !== null) closeSync(descriptor)
  }
}
