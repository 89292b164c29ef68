import { acquisitionSources, type AcquisitionSource } from '../../shared/catalogue/contract.ts'
import type { Reader } from '../connection.ts'
import { ascending, type Measure, type Span } from '../measures.ts'
import { heldOn } from '../stock/index.ts'
import { cameInBySource, standingOf, titlesThatCame } from './counting.ts'

type Counted = { copies: Measure; titles: Measure }
type Count = NonNullable<Measure['count']>

const standing =
  (part: 'copies' | 'titles' | 'withdrawn'): Count =>
  async (db, span, once) =>
    (await standingOf(db, span, once))[part]

function came(part: 'copies' | 'titles', source: AcquisitionSource | null): Count {
  if (source === null && part === 'titles') return (db, span) => titlesThatCame(db, span)
  return async (db, span, once) =>
    (await cameInBySource(db, span, once))
      .filter((each) => source === null || each.source === source)
      .reduce((sum, each) => sum + each[part], 0)
}

/** One choice of copies, counted as copies and as the titles they belong to. */
function countedAs(
  choose: (db: Reader, span: Span) => ReturnType<typeof copiesOf>,
  count: Record<'copies' | 'titles', Count>,
): Counted {
  return {
    copies: {
      tableName: 'copy',
      count: count.copies,
      async find(db, span) {
        const rows = await choose(db, span).select('copy.id').execute()
        return ascending(rows)
      },
      label: (db, ids) =>
        db
          .selectFrom('copy')
          .innerJoin('title', 'title.id', 'copy.titleId')
          .select(['copy.id', 'title.title as label', 'accessionNumber as detail'])
          .where('copy.id', 'in', ids)
          .execute(),
    },
    titles: {
      tableName: 'title',
      count: count.titles,
      async find(db, span) {
        const rows = await choose(db, span).select('copy.titleId as id').distinct().execute()
        return ascending(rows)
      },
      label: (db, ids) =>
        db
          .selectFrom('title')
          .select(['id', 'title as label', 'responsibility as detail'])
          .where('id', 'in', ids)
          .execute(),
    },
  }
}

function copiesOf(db: Reader) {
  return db.selectFrom('copy')
}

const held = countedAs((db, { to }) => copiesOf(db).where(heldOn(to)), {
  copies: standing('copies'),
  titles: standing('titles'),
})

/** Copies that fill an opening balance were there before and did not come in; nor did those of a merged library. */
const cameIn = (source: AcquisitionSource | null) =>
  countedAs(
    (db, { from, to }) =>
      copiesOf(db)
        .where('cancelledOn', 'is', null)
        .where('accessionedOn', '>=', from)
        .where('accessionedOn', '<=', to)
        .where('voucherId', 'in', (is) =>
          is
            .selectFrom('voucher')
            .select('voucher.id')
            .where('isOpening', '=', 0)
            .where('mergerId', 'is', null)
            .$if(source !== null, (query) => query.where('source', '=', source ?? 'other')),
        ),
    { copies: came('copies', source), titles: came('titles', source) },
  )

const wentOut: Measure = {
  ...held.copies,
  count: standing('withdrawn'),
  async find(db, { from, to }) {
    const rows = await copiesOf(db)
      .select('copy.id')
      .where('cancelledOn', 'is', null)
      .where('withdrawnOn', '>=', from)
      .where('withdrawnOn', '<=', to)
      .execute()
    return ascending(rows)
  },
}

type BySource<Kind extends string> = Record<`copies.${Kind}.${AcquisitionSource}`, Measure>

function measuresBySource(): BySource<'accessioned'> & BySource<'titlesAccessioned'> {
  const entries = acquisitionSources.flatMap((source) => {
    const { copies, titles } = cameIn(source)
    return [
      [`copies.accessioned.${source}`, copies],
      [`copies.titlesAccessioned.${source}`, titles],
    ]
  })
  return Object.fromEntries(entries) as BySource<'accessioned'> & BySource<'titlesAccessioned'>
}

const all = cameIn(null)

export const measures = {
  /** Held at the end of the period: accessioned by then and not gone until after it. */
  'copies.held': held.copies,
  'copies.titlesHeld': held.titles,
  'copies.accessioned': all.copies,
  'copies.titlesAccessioned': all.titles,
  ...measuresBySource(),
  'copies.withdrawn': wentOut,
} satisfies Record<string, Measure>
