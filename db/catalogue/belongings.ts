import { sql } from 'kysely'
import * as z from 'zod'
import type { Reader, Writer } from '../connection.ts'
import { moveToTitle } from '../copies/index.ts'

const ids = z.array(z.int())
/** What hangs on a title and goes with it when it is merged into another: the rows by their keys. */
export const Belongings = z.object({
  copies: ids,
  issues: ids,
  subscriptions: ids,
  classes: ids,
  checks: ids,
  articles: ids,
  products: ids,
})
type Belongings = z.output<typeof Belongings>

const tables = {
  issues: { table: 'serialIssue', column: 'titleId' },
  subscriptions: { table: 'subscription', column: 'titleId' },
  classes: { table: 'titleClass', column: 'titleId' },
  checks: { table: 'linkCheck', column: 'titleId' },
  articles: { table: 'title', column: 'hostId' },
  products: { table: 'productTitle', column: 'titleId' },
} as const
type Kind = keyof typeof tables
const kinds = Object.keys(tables) as Kind[]

/** A product that the other title is in already, or a class it was in on a day of the same period, has no room for a second entry; it stays behind. */
const clashes: Partial<Record<Kind, (toId: number) => ReturnType<typeof sql>>> = {
  classes: (toId) => sql`not exists (select 1 from titleClass as other where other.titleId = ${toId}
    and other.class = titleClass.class and other.setOn < ifnull(titleClass.endedOn, '9999')
    and titleClass.setOn < ifnull(other.endedOn, '9999'))`,
  products: (toId) => sql`not exists (select 1 from productTitle as other where other.titleId = ${toId}
    and other.productId = productTitle.productId)`,
}

export async function countBelongings(db: Reader, titleIds: readonly number[]) {
  const list = JSON.stringify(titleIds)
  const count = async (table: string, column: string, condition = sql`true`) => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}
      where ${sql.ref(column)} in (select value from json_each(${list})) and ${condition}`.execute(db)
    return rows[0]?.count ?? 0
  }
  return {
    copies: await count('copy', 'titleId', sql`cancelledOn is null`),
    issues: await count('serialIssue', 'titleId'),
    classes: await count('titleClass', 'titleId', sql`endedOn is null`),
    articles: await count('title', 'hostId', sql`removedOn is null`),
  }
}

export async function moveBelongings(
  db: Writer,
  { fromId, toId }: { fromId: number; toId: number },
): Promise<Belongings> {
  const moved: Belongings = {
    copies: await moveToTitle(db, fromId, toId),
    issues: [],
    subscriptions: [],
    classes: [],
    checks: [],
    articles: [],
    products: [],
  }
  for (const kind of kinds) {
    const { table, column } = tables[kind]
    const { rows } = await sql<{ id: number }>`update ${sql.table(table)} set ${sql.ref(column)} = ${toId}
      where ${sql.ref(column)} = ${fromId} and ${clashes[kind]?.(toId) ?? sql`true`} returning id`.execute(db)
    moved[kind] = rows.map((row) => row.id)
  }
  return moved
}

/** Only the rows that came from there; what was added since belongs to the title that has it. */
export async function returnBelongings(
  db: Writer,
  { fromId, toId, which }: { fromId: number; toId: number; which: Belongings },
): Promise<void> {
  await moveToTitle(db, fromId, toId, which.copies)
  for (const kind of kinds) {
    const { table, column } = tables[kind]
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${toId}
      where ${sql.ref(column)} = ${fromId}
      and id in (select value from json_each(${JSON.stringify(which[kind])}))`.execute(db)
  }
}
