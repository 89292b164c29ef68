import { sql } from 'kysely'
import { fold } from '../../shared/fold.ts'
import type { CounterKind, KindFields } from '../../shared/readers/contract.ts'
import { declaredCounters, isDeclaredCounter, type CounterFeed } from '../../shared/readers/counters.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'

export type KnownKind = Omit<CounterKind, 'isUsed'>

/** Every counter as the library has it, in order: the program's declaration, and what the library changed or added. */
export async function readKinds(db: Reader): Promise<KnownKind[]> {
  const rows = await db.selectFrom('counterKind').selectAll().orderBy('id').execute()
  return rows.map(({ code, rev, name, hiddenOn, feed, rhythm }) => {
    const isDeclared = isDeclaredCounter(code)
    const declared = isDeclared ? declaredCounters[code] : { feed: feed ?? 'none', rhythm: rhythm ?? 'day' }
    return { code, rev, name, isHidden: hiddenOn !== null, isDeclared, ...declared }
  })
}

export async function kindByCode(db: Reader): Promise<ReadonlyMap<string, KnownKind>> {
  return new Map((await readKinds(db)).map((kind) => [kind.code, kind]))
}

export async function codesThatFeed(db: Reader, feeds: readonly CounterFeed[]): Promise<string[]> {
  const kinds = await readKinds(db)
  return kinds.filter(({ feed }) => feeds.includes(feed)).map(({ code }) => code)
}

export const kindQueries: Pick<QueriesOf<'readers'>, 'counterKinds'> = {
  counterKinds: async (_, { db }) => withUse(db, await readKinds(db)),
}

type KindCommands = Pick<CommandsOf<'readers'>, 'addCounterKind' | 'updateCounterKind' | 'removeCounterKind'>

export const kindCommands: KindCommands = {
  async addCounterKind(fields, { db, fail, today }) {
    await refuseTwin(db, { name: fields.name, code: null }, fail)
    const { rows } = await sql<{ last: number }>`
      select ifnull(max(cast(substr(code, 5) as integer)), 0) as last from counterKind where code glob 'own_*'`.execute(
      db,
    )
    const code = `own_${(rows[0]?.last ?? 0) + 1}`
    await db
      .insertInto('counterKind')
      .values({ code, ...asRow(fields, today), feed: fields.feed, rhythm: fields.rhythm })
      .execute()
    return asSaved(db, code)
  },

  async updateCounterKind({ code, rev, ...fields }, { db, fail, today }) {
    const kind = await requireKind(db, { code, rev }, fail)
    if (!kind.isDeclared && fields.name === '') fail('name_missing')
    await refuseTwin(db, { name: fields.name, code }, fail)
    const isOther = kind.feed !== fields.feed || kind.rhythm !== fields.rhythm
    // What was counted as one thing in signed quarters does not become another.
    if (!kind.isDeclared && isOther && (await isUsed(db, code))) fail('kind_in_use', { name: kind.name })
    const own = kind.isDeclared ? {} : { feed: fields.feed, rhythm: fields.rhythm }
    await db
      .updateTable('counterKind')
      .set({ ...asRow(fields, today), ...own, rev: rev + 1 })
      .where('code', '=', code)
      .execute()
    return asSaved(db, code)
  },

  async removeCounterKind({ code, rev }, { db, fail }) {
    const kind = await requireKind(db, { code, rev }, fail)
    if (kind.isDeclared) fail('kind_declared', { code })
    if (await isUsed(db, code)) fail('kind_in_use', { name: kind.name })
    await db.deleteFrom('counterKind').where('code', '=', code).execute()
    return { code }
  },
}

function asRow({ name, isHidden }: KindFields, today: string) {
  return { name, hiddenOn: isHidden ? today : null }
}

async function refuseTwin(
  db: Reader,
  { name, code }: { name: string; code: string | null },
  fail: Fail<'duplicate_kind'>,
): Promise<void> {
  const kinds = await readKinds(db)
  const twin = kinds.find((kind) => kind.code !== code && fold(kind.name) === fold(name))
  if (name !== '' && twin) fail('duplicate_kind', { name })
}

async function requireKind(
  db: Reader,
  { code, rev }: { code: string; rev: number },
  fail: Fail<'kind_not_found'>,
): Promise<KnownKind> {
  const kind = (await kindByCode(db)).get(code) ?? fail('kind_not_found', { code })
  if (kind.rev !== rev) fail('stale', { id: code, rev: kind.rev })
  return kind
}

async function isUsed(db: Reader, code: string): Promise<boolean> {
  const row = await db
    .selectFrom('counterValue')
    .select('id')
    .where('kindCode', '=', code)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function withUse(db: Reader, kinds: readonly KnownKind[]): Promise<CounterKind[]> {
  const all: CounterKind[] = []
  for (const kind of kinds) all.push({ ...kind, isUsed: await isUsed(db, kind.code) })
  return all
}

async function asSaved(db: Writer, code: string): Promise<CounterKind> {
  const kinds = (await readKinds(db)).filter((kind) => kind.code === code)
  const [kind] = await withUse(db, kinds)
  if (!kind) throw new Error('a counter that was just written is not there')
  return kind
}
