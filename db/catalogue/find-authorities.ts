import * as z from 'zod'
import { authorityKinds, type AuthorityKind, type AuthorityRow } from '../../shared/catalogue/contract.ts'
import { fold, words } from '../../shared/fold.ts'
import type { Reader } from '../connection.ts'
import { offsetCursor, readCursor } from '../cursor.ts'
import type { Fail } from '../failure.ts'

type Input = { text: string; kind: AuthorityKind | null; cursor: string | null; limit: number }
type Found = { rows: AuthorityRow[]; next: string | null }

/** The whole list in Vietnamese order, or, while somebody types, what begins so before what has such words in it. */
export async function foundAuthorities(db: Reader, input: Input, fail: Fail<never>): Promise<Found> {
  const typed = words(fold(input.text))
  if (typed.length === 0) return listed(db, input, fail)
  const from = readCursor(input.cursor, offsetCursor, fail) ?? 0
  const wanted = from + input.limit + 1
  const rowById = new Map<number, AuthorityRow>()
  for (const ask of [beginning, leading, containing]) {
    if (rowById.size >= wanted) break
    // Those found before may come again, so they are asked for on top.
    for (const row of await ask(db, { typed, kind: input.kind, limit: wanted + rowById.size })) {
      if (!rowById.has(row.id)) rowById.set(row.id, row)
    }
  }
  const rows = [...rowById.values()].slice(from, from + input.limit)
  return { rows, next: rowById.size > from + input.limit ? String(from + input.limit) : null }
}

const SortPlace = z.tuple([z.string(), z.int()])

async function listed(db: Reader, { kind, cursor, limit }: Input, fail: Fail<never>): Promise<Found> {
  const after = readCursor(cursor, SortPlace, fail)
  const page = await headings(db)
    .select('sortKey')
    .$if(kind !== null, (query) => query.where('kind', '=', kind))
    .$if(after !== null, (query) =>
      query.where((is) =>
        is(is.refTuple('sortKey', 'authority.id'), '>', is.tuple(after?.[0] ?? '', after?.[1] ?? 0)),
      ),
    )
    .orderBy('sortKey')
    .orderBy('authority.id')
    .limit(limit + 1)
    .execute()
  const last = page[limit - 1]
  const next = page.length > limit && last ? JSON.stringify([last.sortKey, last.id]) : null
  return { rows: page.slice(0, limit).map(({ sortKey: _, ...row }) => ({ ...row, through: '' })), next }
}

type Asked = { typed: readonly string[]; kind: AuthorityKind | null; limit: number }

/** Headings that begin with the words, along their index. */
async function beginning(db: Reader, { typed, kind, limit }: Asked): Promise<AuthorityRow[]> {
  const start = typed.join(' ')
  const rows = await headings(db)
    .where('kind', 'in', kind ? [kind] : authorityKinds)
    .where('foldedHeading', '>=', start)
    .where('foldedHeading', '<', `${start}\u{10FFFF}`)
    .orderBy('foldedHeading')
    .orderBy('authority.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, through: '' }))
}

/** Headings to which a form that begins so leads. */
function leading(db: Reader, { typed, kind, limit }: Asked): Promise<AuthorityRow[]> {
  const start = typed.join(' ')
  return headings(db)
    .innerJoin('authorityForm', 'authorityForm.authorityId', 'authority.id')
    .select('authorityForm.form as through')
    .$if(kind !== null, (query) => query.where('kind', '=', kind))
    .where('foldedForm', '>=', start)
    .where('foldedForm', '<', `${start}\u{10FFFF}`)
    .orderBy('foldedForm')
    .orderBy('authorityForm.id')
    .limit(limit)
    .execute()
}

/** A given name stands last, so the words may stand anywhere. */
async function containing(db: Reader, { typed, kind, limit }: Asked): Promise<AuthorityRow[]> {
  const rows = await headings(db)
    .where('kind', 'in', kind ? [kind] : authorityKinds)
    .where((is) =>
      is.and(typed.map((word) => is(is(is.val(' '), '||', is.ref('foldedHeading')), 'like', `% ${word}%`))),
    )
    .orderBy('foldedHeading')
    .orderBy('authority.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, through: '' }))
}

/** Headings with the number of titles that carry them. */
export function headingRows(db: Reader) {
  return db
    .selectFrom('authority')
    .select(['authority.id', 'authority.rev', 'authority.kind', 'authority.heading'])
    .select((is) =>
      is
        .selectFrom('titleAuthority')
        .select(is.fn.countAll<number>().as('titles'))
        .whereRef('titleAuthority.authorityId', '=', 'authority.id')
        .$asScalar()
        .$notNull()
        .as('titles'),
    )
}

function headings(db: Reader) {
  return headingRows(db).where('authority.mergedIntoId', 'is', null)
}
