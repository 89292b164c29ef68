import { acquisitionSources, type AcquisitionSource } from '../../shared/catalogue/contract.ts'
import type { Reader } from '../connection.ts'
import { ascending, type Measure, type Span } from '../measures.ts'
import { heldOn } from '../stock/index.ts'

type Counted = { copies: Measure; titles: Measure }

/** One choice of copies, counted as copies and as the titles they belong to. */
function countedAs(choose: (db: Reader, span: Span) => ReturnType<typeof copiesOf>): Counted {
  return {
    copies: {
      tableName: 'copy',
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

const held = countedAs((db, { to }) => copiesOf(db).where(heldOn(to)))

/** Copies that fill an opening balance were there before and did not come in; nor did those of a merged library. */
const cameIn = (source: AcquisitionSource | null) =>
  countedAs((db, { from, to }) =>
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
  )

const wentOut = countedAs((db, { from, to }) =>
  copiesOf(db)
    .where('cancelledOn', 'is', null)
    .where('withdrawnOn', '>=', from)
    .where('withdrawnOn', '<=', to),
)

type BySource<Kind extends string> = Record<`copies.${Kind}.${AcquisitionSource}`, Measure>

function cameInBySource(): BySource<'accessioned'> & BySource<'titlesAccessioned'> {
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
  ...cameInBySource(),
  'copies.withdrawn': wentOut.copies,
} satisfies Record<string, Measure>
