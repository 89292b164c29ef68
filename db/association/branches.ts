import { sql } from 'kysely'
import type { Branch, BranchFields } from '../../shared/association/contract.ts'
import { sortKey } from '../../shared/collate.ts'
import { fold, words } from '../../shared/fold.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'

export const branchQueries: Pick<QueriesOf<'association'>, 'branches'> = {
  async branches({ text }, { db }) {
    const branches = inTree(await readAll(db))
    const wanted = words(fold(text))
    return branches.filter(({ name }) => wanted.every((word) => fold(name).includes(word)))
  },
}

type Row = Omit<Branch, 'depth'> & { sortKey: string }

/** An association of a province has some hundreds of units, so the tree is read whole. */
async function readAll(db: Reader, id: number | null = null): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select id, rev, name, kind, sector, parentId, leader, decisionNumber, foundedOn, closedOn, note, sortKey,
      (select count(*) from member where branchId = branch.id and leftOn is null) as members
    from branch ${id === null ? sql`` : sql`where id = ${id}`} order by sortKey, id`.execute(db)
  return rows
}

/** Each unit below the one it belongs to. */
function inTree(rows: readonly Row[]): Branch[] {
  const byParent = Map.groupBy(rows, ({ parentId }) => parentId)
  const below = (parentId: number | null, depth: number): Branch[] =>
    (byParent.get(parentId) ?? []).flatMap(({ sortKey: _, ...row }) => [
      { ...row, depth },
      ...below(row.id, depth + 1),
    ])
  return below(null, 0)
}

export const branchCommands: Pick<
  CommandsOf<'association'>,
  'addBranch' | 'updateBranch' | 'removeBranch'
> = {
  async addBranch(fields, { db, fail, today }) {
    await checked(db, { fields, id: null, today }, fail)
    const { id } = await db
      .insertInto('branch')
      .values(asRow(fields))
      .returning('id')
      .executeTakeFirstOrThrow()
    return requireBranch(db, id, fail)
  },

  async updateBranch({ id, rev, ...fields }, { db, fail, today }) {
    const branch = await requireBranch(db, id, fail)
    if (branch.rev !== rev) fail('stale', { id, rev: branch.rev })
    await checked(db, { fields, id, today }, fail)
    if (await isBelow(db, fields.parentId, id)) fail('branch_below_itself', { name: branch.name })
    await db
      .updateTable('branch')
      .set({ ...asRow(fields), rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return requireBranch(db, id, fail)
  },

  async removeBranch({ id, rev }, { db, fail }) {
    const branch = await requireBranch(db, id, fail)
    if (branch.rev !== rev) fail('stale', { id, rev: branch.rev })
    if (await isUsed(db, id)) fail('branch_in_use', { name: branch.name })
    await db.deleteFrom('branch').where('id', '=', id).execute()
    return { id }
  },
}

function asRow(fields: BranchFields) {
  return { ...fields, sortKey: sortKey(fields.name), folded: fold(fields.name) }
}

type Refusal = 'duplicate_branch' | 'branch_not_found' | 'closed_before_founded' | 'day_in_future'
type Given = { fields: BranchFields; id: number | null; today: string }

async function checked(db: Writer, { fields, id, today }: Given, fail: Fail<Refusal>): Promise<void> {
  const { name, parentId, foundedOn, closedOn } = fields
  if (foundedOn > today) fail('day_in_future', { on: foundedOn })
  if (closedOn !== null && closedOn < foundedOn) fail('closed_before_founded', { name, closedOn, foundedOn })
  if (parentId !== null) await requireBranch(db, parentId, fail)
  const twin = await db.selectFrom('branch').select('id').where('name', '=', name).executeTakeFirst()
  if (twin && twin.id !== id) fail('duplicate_branch', { name })
}

/** Whether a unit is another, or belongs to it at any height. */
async function isBelow(db: Reader, id: number | null, topId: number): Promise<boolean> {
  for (let at = id; at !== null;) {
    if (at === topId) return true
    const above = await db.selectFrom('branch').select('parentId').where('id', '=', at).executeTakeFirst()
    at = above?.parentId ?? null
  }
  return false
}

async function isUsed(db: Reader, id: number): Promise<boolean> {
  const { rows } = await sql<{ used: number }>`
    select exists (select 1 from branch where parentId = ${id})
      or exists (select 1 from member where branchId = ${id})
      or exists (select 1 from duesEntry where branchId = ${id})
      or exists (select 1 from award where branchId = ${id}) as used`.execute(db)
  return rows[0]?.used === 1
}

export async function requireBranch(db: Reader, id: number, fail: Fail<'branch_not_found'>): Promise<Branch> {
  const [row] = await readAll(db, id)
  if (!row) return fail('branch_not_found', { id })
  const { sortKey: _, ...branch } = row
  return { ...branch, depth: await depthOf(db, row.parentId) }
}

async function depthOf(db: Reader, parentId: number | null): Promise<number> {
  const { rows } = await sql<{ depth: number }>`
    with recursive above (id, parentId) as (
      select id, parentId from branch where id = ${parentId}
      union all select branch.id, branch.parentId from branch join above on branch.id = above.parentId
    ) select count(*) as depth from above`.execute(db)
  return rows[0]?.depth ?? 0
}
