import type { SpecOf } from '../../shared/contracts.ts'
import { readyProfile, readyProfileCodes, type ColumnMap } from '../../shared/interchange/contract.ts'
import { isDataField, type MarcRecord } from '../../shared/catalogue/contract.ts'
import { samplesOf, type EncodingGuess, type TextEncoding } from '../../shared/legacy/rules.ts'
import type { JobHandler } from '../context.ts'
import { guessOf, sampleFields } from './guess-letters.ts'
import { decodeFor } from './letters.ts'
import { decodeMarc8, hasMarcRecords, readEntries, type Source } from './read/index.ts'
import { refusing, sourcesOf } from './sources.ts'
import { openSheets, openTable, sampleRows } from './table-source.ts'
import { samplesOfBytes } from './text/index.ts'

const shownRows = 20
const shownRecords = 5

/** Looks into files where they lie: what they are, in what letters, with which columns. */
export const look: JobHandler<SpecOf<'interchange.look'>, never> = {
  async run({ files: tickets, encoding, sheet }, { fail, pathOfFile, progress }) {
    progress(0, 3)
    const given = tickets.map(({ name, size, token }) => ({
      name,
      size,
      path: pathOfFile({ name, size, token }) ?? fail('file_gone', { name }),
    }))
    const sources = await sourcesOf(given, fail)
    const first = sources.find(({ kind }) => kind !== 'unknown')
    if (!first) return fail('file_gone', { name: '' })
    progress(1, 3)
    return refusing(fail, async () => {
      const guess = await guessOf(first)
      progress(2, 3)
      const meant = encoding === 'auto' ? guess.encoding : encoding
      const found = hasMarcRecords(first)
        ? { ...noTable, records: await firstRecords(first, meant) }
        : { ...(await tableOf(first, meant, sheet)), records: [] }
      progress(3, 3)
      return {
        files: sources.map(({ name, size, kind }) => ({ name, size, kind })),
        encoding: {
          guessed: guess.encoding,
          confidence: guess.confidence,
          ranking: guess.ranking,
          samples: await samplesIn(first, meant),
        },
        ...found,
        profile: hasMarcRecords(first) ? profileFor(found.records) : null,
      }
    })
  },
}

const noTable = { sheets: [], headers: [], rows: [], columns: null as ColumnMap | null }

async function samplesIn(source: Source, encoding: EncodingGuess['encoding']) {
  if (hasMarcRecords(source))
    return samplesOfBytes(await sampleFields(source), encoding, { marc8: decodeMarc8 })
  const { bytes, cells } = await sampleRows(source)
  if (bytes) return samplesOfBytes(bytes, encoding, { marc8: decodeMarc8 })
  return encoding === 'marc8' ? [] : samplesOf(cells, encoding)
}

async function firstRecords(source: Source, encoding: TextEncoding): Promise<MarcRecord[]> {
  const records: MarcRecord[] = []
  for await (const entries of readEntries(source, { decode: decodeFor({ encoding, others: [] }) })) {
    for (const entry of entries) if (entry.kind === 'record') records.push(entry.record)
    if (records.length >= shownRecords) break
  }
  return records.slice(0, shownRecords)
}

async function tableOf(source: Source, encoding: TextEncoding, sheet: string | null) {
  const { headers, map, samples } = await openTable(
    source,
    { columns: [] },
    { sheet, letters: { encoding, others: [] } },
  )
  return {
    sheets: source.kind === 'sheet' ? (await openSheets(source)).sheets : [],
    headers,
    rows: samples.slice(0, shownRows).map(({ cells }) => cells),
    columns: map,
  }
}

/** The ready profile whose field of copies these records have. */
function profileFor(records: readonly MarcRecord[]): string | null {
  const tags = new Set(records.flatMap(({ fields }) => fields.filter(isDataField).map(({ tag }) => tag)))
  const fitting = readyProfileCodes.find((code) => {
    const { copies } = readyProfile(code, code)
    return copies?.tags.some((tag) => tags.has(tag)) ?? false
  })
  return fitting ?? null
}
