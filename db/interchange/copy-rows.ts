import { sql } from 'kysely'
import type { AcquisitionSource } from '../../shared/catalogue/contract.ts'
import { accessionNumberText, type NumberForm } from '../../shared/copies/rules.ts'
import type { CopyDraft } from '../../shared/interchange/contract.ts'
import type { Writer } from '../connection.ts'
import { codesTaken, lastNumbers, type CopyRow } from '../copies/index.ts'
import type { PlaceFinder } from './copy-places.ts'
import { partNumber, prefixKey } from './numbering.ts'

export type TitledDraft = { titleId: number; draft: CopyDraft }
export type Ground = {
  places: PlaceFinder
  seriesByPrefix: ReadonlyMap<string, number>
  formById: ReadonlyMap<number, NumberForm>
  catchAllSeriesId: number
  effectiveOn: string
  /** Days in closed years, or yet to come, are not taken from a file. */
  isDayAllowed: (day: string) => boolean
}

type Numbered = { seriesId: number; number: number | null; accessionNumber: string }

/** Copies as they will stand in the catalogue; those whose number or barcode is another copy's are left out. */
export async function copyRows(
  db: Writer,
  drafts: readonly TitledDraft[],
  ground: Ground & { voucherBySource: Readonly<Record<string, number>> },
): Promise<{ rows: CopyRow[]; taken: number }> {
  const numbered = drafts.map(({ draft }) => numberOf(draft.accessionNumber, ground))
  const numbers = await nextFree(db, numbered)
  const kept = new Set<string>()
  const { codes, places } = await takenIn(db, drafts, numbered)
  const rows: CopyRow[] = []
  for (const [at, { titleId, draft }] of drafts.entries()) {
    const { seriesId, number, accessionNumber } = numbered[at] ?? numberOf('', ground)
    const isClash =
      [accessionNumber, draft.barcode].some((code) => code !== '' && (codes.has(code) || kept.has(code))) ||
      (number !== null && (places.has(`${seriesId} ${number}`) || kept.has(`${seriesId}\n${number}`)))
    if (isClash) continue
    const given = number ?? numbers.next(seriesId)
    const form = ground.formById.get(seriesId)
    const text = accessionNumber || (form ? accessionNumberText(form, given) : String(given))
    for (const code of [text, draft.barcode, `${seriesId}\n${given}`]) if (code !== '') kept.add(code)
    rows.push({ ...rowOf(draft, ground), titleId, seriesId, number: given, accessionNumber: text })
  }
  return { rows, taken: drafts.length - rows.length }
}

function numberOf(text: string, { seriesByPrefix, catchAllSeriesId }: Ground): Numbered {
  const parts = partNumber(text)
  const seriesId = parts ? seriesByPrefix.get(prefixKey(parts.prefix)) : undefined
  return parts && seriesId !== undefined
    ? { seriesId, number: parts.number, accessionNumber: text }
    : { seriesId: catchAllSeriesId, number: null, accessionNumber: text }
}

function rowOf(draft: CopyDraft, ground: Parameters<typeof copyRows>[2]) {
  const { accessionedOn } = draft
  const voucherId = ground.voucherBySource[sourceOf(draft)] ?? 0
  return {
    ...ground.places.find(draft),
    status: draft.status || ('available' as const),
    condition: draft.condition || ('good' as const),
    voucherId,
    accessionedOn: accessionedOn && ground.isDayAllowed(accessionedOn) ? accessionedOn : ground.effectiveOn,
    priceMinor: draft.priceMinor,
    barcode: draft.barcode,
    shelf: draft.shelf,
    callNumber: draft.callNumber,
    enumeration: draft.enumeration,
    note: draft.note,
  }
}

export function sourceOf(draft: CopyDraft): AcquisitionSource {
  return draft.source || 'other'
}

async function takenIn(db: Writer, drafts: readonly TitledDraft[], numbered: readonly Numbered[]) {
  const codes = drafts
    .flatMap(({ draft }) => [draft.accessionNumber, draft.barcode])
    .filter((code) => code !== '')
  const pairs = numbered.flatMap(({ seriesId, number }) => (number === null ? [] : [[seriesId, number]]))
  const { rows } = await sql<{ place: string }>`
    select copy.seriesId || ' ' || copy.number as place from json_each(${JSON.stringify(pairs)}) as wanted
    cross join copy on copy.seriesId = wanted.value ->> 0 and copy.number = wanted.value ->> 1`.execute(db)
  return { codes: await codesTaken(db, codes), places: new Set(rows.map(({ place }) => place)) }
}

/** Numbers after the greatest of each series, also of those that come with this piece and those declared void. */
async function nextFree(db: Writer, numbered: readonly Numbered[]) {
  const last = await lastNumbers(db)
  for (const { seriesId, number } of numbered)
    if (number !== null) last.set(seriesId, Math.max(last.get(seriesId) ?? 0, number))
  return {
    next(seriesId: number): number {
      const number = (last.get(seriesId) ?? 0) + 1
      last.set(seriesId, number)
      return number
    },
  }
}
