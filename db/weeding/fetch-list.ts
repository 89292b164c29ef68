import { sql } from 'kysely'
import type { SpecOf } from '../../shared/contracts.ts'
import type { Item } from '../../shared/weeding/contract.ts'
import type { Reader } from '../connection.ts'
import type { JobHandler } from '../context.ts'
import { openList, render, type OfficialDocument, type Row } from '../documents/index.ts'
import { wordsIn } from '../words.ts'
import { byShelf } from './facts.ts'
import { readItems } from './items.ts'
import { requireWeeding } from './reading.ts'

const readAtOnce = 500

/** The copies of a list in the order of the shelves, with a box to tick for each that is in the basket. */
export const fetchList: JobHandler<SpecOf<'weeding.fetchList'>, never> = {
  async run({ id, format }, { db, fail, progress, offerFile }) {
    const weeding = await requireWeeding(db, { id }, fail)
    const { rows } = await sql<{ id: number }>`
      select item.id from weedingItem as item
      join copy on copy.id = item.copyId join title on title.id = copy.titleId
      where item.weedingId = ${id} and item.state = 'listed' order by ${byShelf}`.execute(db)
    if (rows.length === 0) fail('list_empty', { name: weeding.name })
    const items: Item[] = []
    for (let from = 0; from < rows.length; from += readAtOnce) {
      progress(from, rows.length)
      items.push(
        ...(await readItems(
          db,
          rows.slice(from, from + readAtOnce).map((row) => row.id),
        )),
      )
    }
    progress(rows.length, rows.length)
    const bytes =
      format === 'xlsx'
        ? await sheetOf(db, items)
        : await render(await paperOf(db, weeding.name, items), format)
    return { file: await offerFile(`danh-sach-lay-tai-lieu-${id}.${format}`, bytes) }
  },
}

async function sheetOf(db: Reader, items: readonly Item[]): Promise<Uint8Array> {
  const { language } = await db.selectFrom('library').select('language').executeTakeFirstOrThrow()
  const t = wordsIn[language]
  const list = await openList<Item>(
    'xlsx',
    [
      { head: t('weeding.fetch.place'), width: 30, value: ({ place }) => place },
      { head: t('weeding.fetch.shelf'), width: 12, value: ({ shelf }) => shelf },
      { head: t('weeding.fetch.callNumber'), width: 20, value: ({ callNumber }) => callNumber },
      { head: t('weeding.fetch.accessionNumber'), width: 16, value: (item) => item.accessionNumber },
      { head: t('weeding.fetch.title'), width: 50, value: ({ title }) => title },
      {
        head: t('weeding.fetch.ground'),
        width: 22,
        value: ({ ground }) => t(`copies.grounds.${ground}`),
      },
      { head: t('weeding.fetch.reason'), width: 40, value: ({ reason }) => reason },
    ],
    t('weeding.fetch.sheet'),
  )
  list.add(items)
  return list.finish()
}

async function paperOf(db: Reader, name: string, items: readonly Item[]): Promise<OfficialDocument> {
  const library = await db.selectFrom('library').selectAll().executeTakeFirstOrThrow()
  const t = wordsIn[library.language]
  let place = ''
  const rows = items.flatMap((item): Row[] => {
    const here = [item.place, item.shelf && t('weeding.fetch.onShelf', { shelf: item.shelf })]
      .filter((part) => part !== '')
      .join(', ')
    const isNew = here !== place
    place = here
    const line: Row = {
      type: 'values',
      values: {
        box: '',
        callNumber: item.callNumber,
        accessionNumber: item.accessionNumber,
        title: item.title,
        reason: item.reason || t(`copies.grounds.${item.ground}`),
      },
    }
    return isNew ? [{ type: 'group', label: here }, line] : [line]
  })
  return {
    language: library.language,
    letterhead: {
      governingBody: library.governingBody,
      issuingBody: library.name,
      number: '',
      symbol: '',
      place: library.placeName,
      date: null,
    },
    kind: t('weeding.fetch.kind'),
    subject: name,
    addressees: [],
    blocks: [
      {
        type: 'table',
        columns: [
          { key: 'box', label: t('weeding.fetch.box'), weight: 6, kind: 'text', align: 'center' },
          { key: 'callNumber', label: t('weeding.fetch.callNumber'), weight: 17, kind: 'text' },
          { key: 'accessionNumber', label: t('weeding.fetch.accessionNumber'), weight: 14, kind: 'text' },
          { key: 'title', label: t('weeding.fetch.title'), weight: 38, kind: 'text' },
          { key: 'reason', label: t('weeding.fetch.reason'), weight: 25, kind: 'text' },
        ],
        rows,
        note: t('weeding.fetch.note', { copies: items.length }),
      },
    ],
    signature: null,
    recipients: [],
  }
}
