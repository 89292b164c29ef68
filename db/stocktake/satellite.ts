import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { TFunction } from 'i18next'
import type { SpecOf } from '../../shared/contracts.ts'
import { crc32, satelliteFormat } from '../../shared/stocktake/scan-file.ts'
import { scopeWords } from '../../shared/stocktake/scope-words.ts'
import type { WordAt } from '../../shared/texts.ts'
import { fileName } from '../../shared/file-name.ts'
import type { Reader } from '../connection.ts'
import type { JobHandler } from '../context.ts'
import { libraryWords } from '../words.ts'
import { requireOpen } from './reading.ts'

/** From source it lies here; the built program carries it beside its bundle. */
const template = new URL('./satellite.html', import.meta.url)

/** A page for a PC or phone without a database: what is counted, where, and nobody's name. */
export const satellitePage: JobHandler<SpecOf<'stocktake.satellitePage'>, never> = {
  async run({ id, hasCodes }, { db, fail, progress, offerFile }) {
    const stocktake = await requireOpen(db, id, fail)
    progress(0, null)
    const t = await libraryWords(db)
    const codes = hasCodes ? await expectedCodes(db, id) : []
    const { uuid, name, siteId, storeId } = stocktake
    const scope = scopeWords(stocktake, t)
    const data = {
      format: satelliteFormat,
      version: 1,
      stocktake: uuid,
      name,
      scope,
      siteId,
      storeId,
      stores: storeId === null ? await storesOf(db, siteId) : [],
      codes,
      checksum: crc32(JSON.stringify([uuid, name, scope, codes])),
      words: wordsOf(t),
    }
    const html = readFileSync(template, 'utf8').replace('null /* data */', () => scriptText(data))
    progress(1, 1)
    const file = await offerFile(`quet-${fileName(name) || id}.html`, Buffer.from(html))
    return { file, codes: codes.length }
  },
}

/** JSON as a script may hold it: nothing in it can end the script or a line of it. */
function scriptText(data: object): string {
  return JSON.stringify(data)
    .replaceAll('<', String.raw`\u003c`)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`)
}

/** Whatever a label of an expected copy may bear. */
async function expectedCodes(db: Reader, id: number): Promise<string[]> {
  const { rows } = await sql<{ accessionNumber: string; barcode: string }>`
    select copy.accessionNumber, copy.barcode from stocktakeItem as item join copy on copy.id = item.copyId
    where item.stocktakeId = ${id} and item.isExpected = 1 order by item.id`.execute(db)
  return rows.flatMap(({ accessionNumber, barcode }) =>
    barcode === '' || barcode === accessionNumber ? [accessionNumber] : [accessionNumber, barcode],
  )
}

async function storesOf(db: Reader, siteId: number | null) {
  const rows = await db
    .selectFrom('store')
    .innerJoin('site', 'site.id', 'store.siteId')
    .select(['site.id as siteId', 'store.id as storeId', 'site.name as siteName', 'store.name as storeName'])
    .where('store.closedOn', 'is', null)
    .where('site.closedOn', 'is', null)
    .$if(siteId !== null, (query) => query.where('site.id', '=', siteId ?? 0))
    .orderBy('site.id')
    .orderBy('store.id')
    .execute()
  return rows.map(({ siteName, storeName, ...ids }) => ({ ...ids, name: `${siteName} – ${storeName}` }))
}

const wordKeys = [
  'title',
  'scope',
  'label',
  'labelHint',
  'store',
  'anyStore',
  'shelf',
  'code',
  'add',
  'undo',
  'save',
  'mute',
  'unmute',
  'ready',
  'recorded',
  'expected',
  'unexpected',
  'twice',
  'echo',
  'undone',
  'scans',
  'copies',
  'repeats',
  'unsaved',
  'last',
  'kept',
  'notKept',
  'damaged',
  'offline',
  'none',
] as const satisfies WordAt<'stocktake.satellite'>[]

function wordsOf(t: TFunction): Record<string, string> {
  return Object.fromEntries(wordKeys.map((key) => [key, t(`stocktake.satellite.${key}`)]))
}
