import { sql } from 'kysely'
import { protectedClasses } from '../../shared/weeding/rules.ts'
import type { Writer } from '../connection.ts'
import type { Fail } from '../failure.ts'
import { requireHere } from '../copies/index.ts'

type AddError =
  | 'copy_not_found'
  | 'copy_gone'
  | 'copy_away'
  | 'copy_protected'
  | 'copy_last'
  | 'copy_elsewhere'
type Adding = { weedingId: number; copyIds: readonly number[]; isProtectedMeant: boolean }
type Hindered = { accessionNumber: string; title: string; class: string; copies: number; name: string }

/** Copies that a person may put on a list: here, on no other list, and meant where they are protected. */
export async function requireAddable(db: Writer, adding: Adding, fail: Fail<AddError>): Promise<void> {
  const copies = await requireHere(db, adding.copyIds, fail)
  const away = copies.filter(({ status }) => status === 'on_loan' || status === 'in_rotation')
  const [first] = away
  if (first)
    fail('copy_away', {
      accessionNumber: first.accessionNumber,
      status: first.status,
      copies: away.length,
    })
  const elsewhere = await firstElsewhere(db, adding)
  if (elsewhere) fail('copy_elsewhere', { accessionNumber: elsewhere.accessionNumber, name: elsewhere.name })
  if (adding.isProtectedMeant) return
  const guarded = await firstProtected(db, adding)
  if (guarded)
    fail('copy_protected', {
      accessionNumber: guarded.accessionNumber,
      title: guarded.title,
      class: guarded.class,
      copies: guarded.copies,
    })
  const last = await firstLast(db, adding)
  if (last)
    fail('copy_last', { accessionNumber: last.accessionNumber, title: last.title, titles: last.copies })
}

async function firstElsewhere(db: Writer, { weedingId, copyIds }: Adding): Promise<Hindered | undefined> {
  const { rows } = await sql<Hindered>`
    select copy.accessionNumber, weeding.name from json_each(${JSON.stringify(copyIds)}) as wanted
    cross join weedingItem as item on item.copyId = wanted.value and item.state = 'listed'
    join weeding on weeding.id = item.weedingId
    join copy on copy.id = item.copyId
    where item.weedingId != ${weedingId} limit 1`.execute(db)
  return rows[0]
}

async function firstProtected(db: Writer, { copyIds }: Adding): Promise<Hindered | undefined> {
  const { rows } = await sql<Hindered>`
    select copy.accessionNumber, title.title, titleClass.class, count(*) over () as copies
    from json_each(${JSON.stringify(copyIds)}) as wanted
    cross join copy on copy.id = wanted.value
    join titleClass on titleClass.titleId = copy.titleId and endedOn is null
      and class in (${sql.join(protectedClasses)})
    join title on title.id = copy.titleId
    order by wanted.key limit 1`.execute(db)
  return rows[0]
}

/** A title none of whose copies would stay, were these to go with all that stand on lists already. */
async function firstLast(db: Writer, { copyIds }: Adding): Promise<Hindered | undefined> {
  const wanted = sql`(select value from json_each(${JSON.stringify(copyIds)}))`
  const { rows } = await sql<Hindered>`
    select min(copy.accessionNumber) as accessionNumber, title.title, count(*) over () as copies
    from copy join title on title.id = copy.titleId
    where copy.id in ${wanted} and not exists (
      select 1 from copy as other where other.titleId = copy.titleId and other.withdrawnOn is null
        and other.cancelledOn is null and other.id not in ${wanted} and not exists (
          select 1 from weedingItem where weedingItem.copyId = other.id and weedingItem.state = 'listed'))
    group by copy.titleId limit 1`.execute(db)
  return rows[0]
}
