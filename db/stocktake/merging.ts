import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { SpecOf } from '../../shared/contracts.ts'
import type { Stocktake } from '../../shared/stocktake/contract.ts'
import { doubleWithinMs, type Place } from '../../shared/stocktake/rules.ts'
import { readScanFile, type ScanFile, type ScanLine } from '../../shared/stocktake/scan-file.ts'
import { plainCode } from '../../shared/stocktake/codes.ts'
import type { Reader } from '../connection.ts'
import type { JobHandler } from '../context.ts'
import type { Fail } from '../failure.ts'
import { marksOf } from './class-sql.ts'
import { isExpected, resolveCodes } from './look-up.ts'
import { requireOpen } from './reading.ts'
import { insertScans, type NewScanRow } from './scan-rows.ts'
import { requirePlace } from './scanning.ts'
import { resultOf, sourceOf, type Source } from './source-rows.ts'

const codesAtOnce = 1000
const takenBackAtOnce = 5000
const longestCode = 200

type Merging = { source: Source; rows: NewScanRow[]; undone: string[] }

/** A scan of a file before its code is looked up. */
type Given = Place & { key: string; code: string; at: string }

export const mergeFile: JobHandler<SpecOf<'stocktake.mergeFile'>, Merging> = {
  async run({ id, file, label, isTakenOver, ...place }, context) {
    const { db, fail, now, write, progress, pathOfFile } = context
    const stocktake = await requireOpen(db, id, fail)
    await requirePlace(db, place, fail)
    const path = pathOfFile(file) ?? fail('file_gone', { name: file.name })
    const read = readScanFile(decoded(readFileSync(path)))
    const { given, undone, source } = await readAs(
      db,
      { read, stocktake, place, isTakenOver, now },
      fail,
      file.name,
    )
    const whole: Source = { ...source, stocktakeId: id, fileName: file.name, label: label || source.label }
    const marks = await marksOf(db, id)
    let repaired = 0
    // The last piece also takes back what the satellite took back, and there is one piece at least where something is.
    const pieces = Math.max(undone.length > 0 ? 1 : 0, Math.ceil(given.length / codesAtOnce))
    for (let piece = 0; piece < pieces; piece++) {
      progress(piece * codesAtOnce, given.length)
      const some = given.slice(piece * codesAtOnce, (piece + 1) * codesAtOnce)
      const found = await resolveCodes(
        db,
        marks,
        some.map(({ code }) => code),
      )
      const rows = some.flatMap((scan): NewScanRow[] => {
        const resolved = found.get(scan.code)
        if (!resolved || resolved.code === '') return []
        const { code, reading, repair, named } = resolved
        return [
          {
            ...scan,
            code,
            reading,
            repair,
            copyId: named?.copyId ?? null,
            isExpected: isExpected(resolved),
            userId: null,
            sourceId: null,
          },
        ]
      })
      repaired += rows.filter(({ repair }) => repair !== 'none' && repair !== 'number').length
      await write({ source: whole, rows, undone: piece === pieces - 1 ? undone : [] })
    }
    return { ...(await resultOf(db, { jobId: context.jobId, source: whole })), repaired }
  },

  async apply({ source, rows, undone }, { db, now, jobId, userId }) {
    const { stocktakeId } = source
    const sourceId = await sourceOf(db, { source, jobId, userId, now })
    const inserted = await insertScans(
      db,
      stocktakeId,
      rows.map((row) => ({ ...row, userId, sourceId })),
    )
    const unknown = rows.filter(({ key, copyId }) => copyId === null && inserted.has(key)).length
    await db
      .updateTable('stocktakeSource')
      .set((is) => ({
        added: is('added', '+', inserted.size),
        known: is('known', '+', rows.length - inserted.size),
        unknown: is('unknown', '+', unknown),
      }))
      .where('id', '=', sourceId)
      .execute()
    await sql`update stocktakeScan set undoneAt = ${now}, undoneJobId = ${jobId}
      where stocktakeId = ${stocktakeId} and undoneAt is null
        and key in (select value from json_each(${JSON.stringify(undone)}))`.execute(db)
    return { bulk: { sourceId, fileName: source.fileName, hash: source.hash, added: inserted.size } }
  },

  async takeBack({ db, jobId }) {
    const source = await db
      .selectFrom('stocktakeSource')
      .select('id')
      .where('jobId', '=', jobId)
      .executeTakeFirst()
    if (!source) return false
    const { numAffectedRows } = await sql`delete from stocktakeScan where id in (
      select id from stocktakeScan where sourceId = ${source.id} limit ${takenBackAtOnce})`.execute(db)
    if (Number(numAffectedRows ?? 0) > 0) return true
    await db
      .updateTable('stocktakeScan')
      .set({ undoneAt: null, undoneJobId: null })
      .where('undoneJobId', '=', jobId)
      .execute()
    await db.deleteFrom('stocktakeSource').where('id', '=', source.id).execute()
    return false
  },
}

/** UTF-8, UTF-16 with its mark, or what old Windows programs write, of which codes use the plain letters. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1258').decode(bytes)
  }
}

type Reading = {
  read: ScanFile
  stocktake: Stocktake
  place: Place
  isTakenOver: boolean
  now: string
}
type Refusal = 'file_empty' | 'file_unreadable' | 'file_damaged' | 'other_stocktake'
type Content = {
  given: Given[]
  undone: string[]
  source: Pick<Source, 'kind' | 'label' | 'hash' | 'lines' | 'known' | 'doubles' | 'takenFrom'>
}

async function readAs(
  db: Reader,
  { read, stocktake, place, isTakenOver, now }: Reading,
  fail: Fail<Refusal>,
  name: string,
): Promise<Content> {
  switch (read.kind) {
    case 'empty':
    case 'unreadable':
    case 'damaged':
      return fail(`file_${read.kind}`, { name })
    case 'lines':
      return linesOf(db, { lines: read.lines, stocktakeId: stocktake.id, place, now })
    case 'satellite': {
      const isOurs = read.stocktake === stocktake.uuid
      const other = isOurs
        ? undefined
        : await db
            .selectFrom('stocktake')
            .select(['id', 'name'])
            .where('uuid', '=', read.stocktake)
            .executeTakeFirst()
      if (!isOurs && !isTakenOver)
        fail('other_stocktake', { name, other: other?.name ?? read.name, id: other?.id ?? null })
      const takenFrom = isOurs ? '' : (other?.name ?? read.name)
      return satelliteOf(db, { read, takenFrom, stocktakeId: stocktake.id, now })
    }
  }
}

type Lines = { lines: readonly ScanLine[]; stocktakeId: number; place: Place; now: string }

/** A scanner that is not emptied writes its old lines again before the new ones: those count as known. */
async function linesOf(db: Reader, { lines, stocktakeId, place, now }: Lines): Promise<Content> {
  const { hash, knownLines } = await beginningsKnown(db, stocktakeId, lines)
  const fresh = lines.slice(knownLines)
  const given: Given[] = []
  let doubles = 0
  let last: ScanLine | null = null
  for (const [at, line] of fresh.entries()) {
    const isDouble = last !== null && isEcho(last, line)
    last = line
    if (isDouble) doubles += 1
    else {
      const when = line.at === null || line.at > now ? now : line.at
      given.push({
        ...place,
        key: `${hash.slice(0, 24)}.${knownLines + at}`,
        code: line.code.slice(0, longestCode),
        at: when,
      })
    }
  }
  const source = {
    kind: 'file' as const,
    label: '',
    hash,
    lines: lines.length,
    known: knownLines,
    doubles,
    takenFrom: '',
  }
  return { given, undone: [], source }
}

/** Without times nobody knows whether two like codes are two books with one label; then both stay. */
function isEcho(one: ScanLine, other: ScanLine): boolean {
  if (one.at === null || other.at === null || plainCode(one.code) !== plainCode(other.code)) return false
  return Math.abs(Date.parse(other.at) - Date.parse(one.at)) < doubleWithinMs
}

async function beginningsKnown(db: Reader, stocktakeId: number, lines: readonly ScanLine[]) {
  const merged = await db
    .selectFrom('stocktakeSource')
    .select(['hash', 'lines'])
    .where('stocktakeId', '=', stocktakeId)
    .where('kind', '=', 'file')
    .where('takenOutAt', 'is', null)
    .execute()
  const hashesByLength = Map.groupBy(merged, (source) => source.lines)
  const hash = createHash('sha256')
  let knownLines = 0
  lines.forEach(({ code, at }, index) => {
    hash.update(`${code}\t${at ?? ''}\n`)
    const sources = hashesByLength.get(index + 1)
    if (!sources) return
    const soFar = hash.copy().digest('hex')
    if (sources.some((source) => source.hash === soFar)) knownLines = index + 1
  })
  return { hash: hash.digest('hex'), knownLines }
}

type Satellite = {
  read: Extract<ScanFile, { kind: 'satellite' }>
  takenFrom: string
  stocktakeId: number
  now: string
}

async function satelliteOf(db: Reader, { read, takenFrom, stocktakeId, now }: Satellite): Promise<Content> {
  const { scans, undone, label } = read
  const hash = createHash('sha256')
    .update(JSON.stringify([scans, undone]))
    .digest('hex')
  const known = await db
    .selectFrom('stocktakeSource')
    .select('id')
    .where('stocktakeId', '=', stocktakeId)
    .where('hash', '=', hash)
    .where('takenOutAt', 'is', null)
    .executeTakeFirst()
  const stores = new Map(
    (await db.selectFrom('store').select(['id', 'siteId']).execute()).map((row) => [row.id, row.siteId]),
  )
  const sites = new Set((await db.selectFrom('site').select('id').execute()).map((row) => row.id))
  // A page made in another library names places of its own.
  const placed = scans.map(({ siteId, storeId, at, ...scan }) => {
    const isSite = siteId !== null && sites.has(siteId)
    const isStore = isSite && storeId !== null && stores.get(storeId) === siteId
    return {
      ...scan,
      siteId: isSite ? siteId : null,
      storeId: isStore ? storeId : null,
      at: at > now ? now : at,
    }
  })
  const source = {
    kind: 'satellite' as const,
    label,
    hash,
    lines: scans.length,
    known: known ? scans.length : 0,
    doubles: 0,
    takenFrom,
  }
  return known ? { given: [], undone: [], source } : { given: placed, undone, source }
}
