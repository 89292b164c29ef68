import {
  copyReader,
  localReader,
  titleGrouper,
  type CopyDraft,
  type RowTitle,
  type TitleDraft,
} from '../../shared/interchange/contract.ts'
import type { MarcRecord } from '../../shared/catalogue/contract.ts'
import { emptyRecord, withForm } from '../../shared/catalogue/rules.ts'
import type { Incoming, ReadingOptions } from './incoming.ts'
import { decodeFor, parseLetters } from './letters.ts'
import { hasMarcRecords, readEntries, type Entry, type Source } from './read/index.ts'
import { openTable } from './table-source.ts'

/** So few that a record is forgotten before it has become a burden to the memory: what lives on is a fifth of it. */
const atOnce = 100

/** Everything in these files, in order and in batches; `told` hears how many bytes lie behind. */
export async function* readIncoming(
  sources: readonly Source[],
  options: ReadingOptions,
  told: (bytes: number) => void,
): AsyncIterable<Incoming[]> {
  let before = 0
  for (const [file, source] of sources.entries()) {
    let read = 0
    const counted = { ...source, chunks: () => countedChunks(source, (bytes) => (read = bytes)) }
    let gathered: Incoming[] = []
    for await (const batch of incomingOf(counted, file, options)) {
      gathered.push(...batch)
      if (gathered.length < atOnce) continue
      told(before + Math.min(read, source.size))
      yield gathered
      gathered = []
    }
    before += source.size
    told(before)
    if (gathered.length > 0) yield gathered
  }
}

async function* countedChunks(source: Source, count: (bytes: number) => void): AsyncIterable<Uint8Array> {
  let read = 0
  for await (const chunk of source.chunks()) {
    read += chunk.length
    count(read)
    yield chunk
  }
}

export function incomingOf(source: Source, file: number, options: ReadingOptions): AsyncIterable<Incoming[]> {
  if (source.kind === 'unknown') return unreadFile(source, file)
  return hasMarcRecords(source) ? recordsOf(source, file, options) : tableRows(source, file, options)
}

/** A file among others that cannot be read is one line that says why. */
async function* unreadFile({ name, size, problem }: Source, file: number): AsyncIterable<Incoming[]> {
  const problems = [{ code: problem?.code ?? 'unknown_format', detail: name }]
  yield [{ file, at: 0, length: size, record: null, drafts: [], problems }]
}

async function* recordsOf(source: Source, file: number, options: ReadingOptions): AsyncIterable<Incoming[]> {
  const toIncoming = entryReader(file, options)
  const decode = decodeFor(parseLetters(options.encoding))
  for await (const entries of readEntries(source, { decode })) yield entries.map(toIncoming)
}

export function entryReader(
  file: number,
  { profile, effectiveOn }: ReadingOptions,
): (entry: Entry) => Incoming {
  const readCopies = profile.copies && copyReader(profile.copies, profile)
  const readLocal = profile.reads === 'local_fields' ? localReader(profile) : null
  return (entry) => {
    const { at, length } = entry
    if (entry.kind === 'unread')
      return { file, at, length, record: null, drafts: [], problems: [entry.problem], bytes: entry.bytes }
    if (readLocal) return { ...fromTitle(readLocal(entry.record, at), effectiveOn), file, at, length }
    if (!readCopies) return { file, at, length, record: entry.record, drafts: [], problems: entry.problems }
    const { drafts, record, problems } = readCopies(entry.record)
    return {
      file,
      at,
      length,
      record,
      drafts: held(drafts),
      problems: [...entry.problems, ...problems.map(said)],
    }
  }
}

async function* tableRows(source: Source, file: number, options: ReadingOptions): AsyncIterable<Incoming[]> {
  const letters = parseLetters(options.encoding)
  const { profile, sheet, effectiveOn } = options
  const table = await openTable(source, profile, { sheet, letters })
  const grouper = titleGrouper(table.map, profile)
  const toIncoming = (title: TitleDraft): Incoming => ({
    ...fromTitle(title, effectiveOn),
    file,
    at: title.at,
    length: title.to - title.at + 1,
  })
  for await (const rows of table.rows()) yield rows.flatMap((row) => grouper.add(row)).map(toIncoming)
  yield grouper.finish().map(toIncoming)
}

/** A row, or a record of another format, as the record it stands for here. */
function fromTitle({ fields, controlNumber, copies, problems }: RowTitle, day: string) {
  const { material, digitalOrigin: _, ...form } = fields
  const made = withForm(emptyRecord(material, day), form)
  const record: MarcRecord =
    controlNumber === '' ? made : { ...made, fields: [{ tag: '001', value: controlNumber }, ...made.fields] }
  return { record, drafts: held(copies), problems: problems.map(said) }
}

/** Copies that have left the stock there never come into it here; a problem of their line says so. */
function held(drafts: readonly CopyDraft[]): CopyDraft[] {
  return drafts.filter(({ isWithdrawn }) => !isWithdrawn)
}

function said({ code, detail }: { code: string; detail: string }): { code: string; detail: string } {
  return { code, detail }
}
