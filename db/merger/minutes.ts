import type { TFunction } from 'i18next'
import { sql } from 'kysely'
import type { SpecOf } from '../../shared/contracts.ts'
import { displayDate } from '../../shared/dates.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { Reader } from '../connection.ts'
import type { JobHandler } from '../context.ts'
import {
  render,
  type Block,
  type CellValue,
  type Column,
  type OfficialDocument,
  type Row,
} from '../documents/index.ts'
import { wordsIn } from '../words.ts'
import { knownMerger, type MergerRow } from './mergers.ts'
import { isLive } from './planned.ts'

export const produceMinutes: JobHandler<SpecOf<'merger.produceMinutes'>, never> = {
  async run({ id, format }, { db, fail, progress, offerFile }) {
    const merger = await knownMerger(db, id, fail)
    const { state } = merger.run
    if (state === 'reading' || state === 'undone') fail('wrong_state', { state })
    progress(0, 2)
    const paper = await minutesPaper(db, merger)
    progress(1, 2)
    const bytes = await render(paper, format)
    progress(2, 2)
    return { file: await offerFile(`bien-ban-ban-giao-sap-nhap-${id}.${format}`, bytes) }
  },
}

/** Biên bản bàn giao, sáp nhập: who hands over, what, by place and kind, how its numbers go on, and both signatures. */
export async function minutesPaper(db: Reader, merger: MergerRow): Promise<OfficialDocument> {
  const library = await db.selectFrom('library').selectAll().executeTakeFirstOrThrow()
  const t = wordsIn[library.language]
  const { unitName, mergedOn, decisionNumber, decidedOn, journalHash, run } = merger
  const titles = await titlesHeld(db, merger.id)
  const symbol = /^BC\b/.test(library.reportSymbol) ? library.reportSymbol.replace(/^BC/, 'BB') : ''
  const basis = decisionNumber
    ? [
        paragraph(
          t('merger.minutes.basis', {
            number: decisionNumber,
            on: decidedOn === null ? '…/…/……' : displayDate(decidedOn),
            unit: unitName,
            library: library.name,
          }),
          'basis',
        ),
      ]
    : []
  return {
    language: library.language,
    letterhead: {
      governingBody: library.governingBody,
      issuingBody: library.name,
      number: '',
      symbol,
      place: library.placeName,
      date: null,
    },
    kind: t('merger.minutes.kind'),
    subject: t('merger.minutes.subject', { unit: unitName, library: library.name }),
    addressees: [],
    blocks: [
      ...basis,
      ...(run.state === 'staged' ? [paragraph(t('merger.minutes.draft'), 'note')] : []),
      paragraph(t('merger.minutes.opening', { on: displayDate(mergedOn) })),
      heading(t('merger.minutes.giving')),
      paragraph(t('merger.minutes.unit', { unit: unitName })),
      people(t),
      heading(t('merger.minutes.taking')),
      paragraph(t('merger.minutes.unit', { unit: library.name })),
      people(t),
      heading(t('merger.minutes.what')),
      await placeTable(db, merger, titles, t),
      await kindTable(db, merger, titles, t),
      heading(t('merger.minutes.numbers')),
      { type: 'list', items: await numberItems(db, merger, t) },
      heading(t('merger.minutes.papers')),
      { type: 'list', items: paperItems(merger, titles, t) },
      paragraph(t('merger.minutes.ending')),
      {
        type: 'signatures',
        places: [
          { capacity: t('merger.minutes.giver'), name: '' },
          { capacity: t('merger.minutes.keeper'), name: '' },
          { capacity: t('merger.minutes.taker'), name: library.signerName },
        ],
      },
    ],
    signature: null,
    recipients: [],
    ...(journalHash === '' ? {} : { footer: t('merger.minutes.footer', { hash: journalHash }) }),
  }
}

function paragraph(text: string, manner: 'body' | 'basis' | 'note' = 'body'): Block {
  return { type: 'paragraph', text, manner }
}

function heading(text: string): Block {
  return { type: 'heading', level: 1, text }
}

const blankPeople = 3

/** Who takes part is written in by hand: nobody's name is known of the other side. */
function people(t: TFunction): Block {
  return {
    type: 'table',
    columns: [
      { key: 'number', label: t('merger.minutes.number'), weight: 8, kind: 'number' },
      { key: 'name', label: t('merger.minutes.name'), weight: 50, kind: 'text' },
      { key: 'position', label: t('merger.minutes.position'), weight: 42, kind: 'text' },
    ],
    rows: Array.from({ length: blankPeople }, (_, at) => ({
      type: 'values',
      values: { number: at + 1, name: '', position: '' },
    })),
  }
}

type Count = { name: string; titles: number; copies: number; amount: number }

/** Titles of which copies are handed over; one that stands in two places is one title. */
async function titlesHeld(db: Reader, mergerId: number): Promise<number> {
  const { rows } = await sql<{ titles: number }>`
    select count(distinct formerTitleId) as titles from formerCopy as former
    where mergerId = ${mergerId} and ${isLive}`.execute(db)
  return rows[0]?.titles ?? 0
}

async function placeTable(db: Reader, merger: MergerRow, titles: number, t: TFunction): Promise<Block> {
  const { rows } = await sql<Count>`
    select siteName || iif(storeName = '', '', ' – ' || storeName) as name, count(distinct formerTitleId) as titles,
      count(*) as copies, ifnull(sum(priceMinor), 0) as amount
    from formerCopy as former where mergerId = ${merger.id} and ${isLive} group by 1 order by 1`.execute(db)
  return countTable(
    rows,
    titles,
    {
      caption: t('merger.minutes.byPlace'),
      first: t('merger.minutes.place'),
      note: t('merger.minutes.titlesNote'),
    },
    t,
  )
}

async function kindTable(db: Reader, merger: MergerRow, titles: number, t: TFunction): Promise<Block> {
  const { rows } = await sql<Count>`
    select material as name, count(distinct formerTitleId) as titles, count(*) as copies,
      ifnull(sum(priceMinor), 0) as amount
    from formerCopy as former where mergerId = ${merger.id} and ${isLive} group by 1 order by 3 desc`.execute(
    db,
  )
  const named = rows.map((row) => ({ ...row, name: t(runtimeKey(`catalogue.materials.${row.name}`)) }))
  return countTable(
    named,
    titles,
    { caption: t('merger.minutes.byKind'), first: t('merger.minutes.kindOf') },
    t,
  )
}

function countTable(
  counts: readonly Count[],
  titles: number,
  { caption, first, note }: { caption: string; first: string; note?: string },
  t: TFunction,
): Block {
  const number = (key: 'titles' | 'copies' | 'amount', weight: number): Column => ({
    key,
    label: t(`merger.minutes.columns.${key}`),
    weight,
    kind: 'number',
  })
  const sum = (key: 'copies' | 'amount') => counts.reduce((total, row) => total + row[key], 0)
  const values = ({ name, ...row }: Count): Record<string, CellValue> => ({ name, ...row })
  return {
    type: 'table',
    caption,
    columns: [
      { key: 'name', label: first, weight: 46, kind: 'text' },
      number('titles', 16),
      number('copies', 16),
      number('amount', 22),
    ],
    rows: [
      ...counts.map((row): Row => ({ type: 'values', values: values(row) })),
      {
        type: 'total',
        values: {
          name: t('merger.minutes.sum'),
          titles,
          copies: sum('copies'),
          amount: sum('amount'),
        },
      },
    ],
    ...(note === undefined ? {} : { note }),
  }
}

/** How many keep their number; of a plan as it would be, of a merger as it is. */
async function numberItems(
  db: Reader,
  { id, found, numbering, run }: MergerRow,
  t: TFunction,
): Promise<string[]> {
  const shown = numberIn(t)
  const clashes = t('merger.minutes.clashes', { shown: shown(found.numberClashes + found.barcodeClashes) })
  if (run.state !== 'written')
    return [clashes, t(`merger.minutes.policies.${numbering.policy}`, { prefix: numbering.prefix })]
  const { rows } = await sql<{ kept: number; changed: number }>`
    select ifnull(sum(copy.accessionNumber = former.accessionNumber), 0) as kept,
      ifnull(sum(copy.accessionNumber != former.accessionNumber), 0) as changed
    from formerCopy as former join copy on copy.id = former.copyId where former.mergerId = ${id}`.execute(db)
  const { kept = 0, changed = 0 } = rows[0] ?? {}
  return [clashes, t('merger.minutes.renamed', { kept: shown(kept), changed: shown(changed) })]
}

function paperItems(
  { found, journalPosition, isJournalWhole }: MergerRow,
  titles: number,
  t: TFunction,
): string[] {
  const shown = numberIn(t)
  const alone = found.titles - titles
  return [
    ...(alone > 0 ? [t('merger.minutes.titlesAlone', { shown: shown(alone) })] : []),
    t('merger.minutes.books', { books: shown(found.books), lines: shown(found.lines) }),
    t('merger.minutes.gone', { shown: shown(found.gone) }),
    t(isJournalWhole ? 'merger.minutes.journal' : 'merger.minutes.journalBroken', {
      entries: journalPosition,
    }),
    t('merger.minutes.notGiven'),
  ]
}

/** Figures inside a sentence are grouped as the library's language groups them. */
function numberIn(t: TFunction): (value: number) => string {
  const style = new Intl.NumberFormat(t('merger.minutes.locale'))
  return (value) => style.format(value)
}
