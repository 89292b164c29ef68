import { fold } from '../../shared/fold.ts'
import { isAscii } from '../../shared/labels/rules.ts'
import { ReaderRule, type ReaderGroup, type ReaderSettings } from '../../shared/readers/contract.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { prepared, theOne } from '../prepared.ts'
import { wordsIn } from '../words.ts'

const settingRow = prepared((db: Reader, _: object) => db.selectFrom('readerSetting').selectAll())

/** What the library has not settled is as the contract proposes. */
export async function readSettings(db: Reader): Promise<ReaderSettings> {
  const { mode, rev, rule } = theOne(await settingRow(db, {}))
  return { ...ReaderRule.parse(JSON.parse(rule)), mode, rev }
}

type GroupRow = Omit<ReaderGroup, 'readers'>

export async function readGroups(db: Reader): Promise<GroupRow[]> {
  const rows = await db.selectFrom('readerGroup').selectAll().orderBy('id').execute()
  return rows.map(({ hiddenOn, isChild, ...row }) => ({
    ...row,
    isChild: isChild === 1,
    isHidden: hiddenOn !== null,
  }))
}

export async function requireGroup(db: Reader, id: number, fail: Fail<'group_not_found'>): Promise<GroupRow> {
  return (await readGroups(db)).find((group) => group.id === id) ?? fail('group_not_found', { id })
}

async function withReaders(db: Reader, groups: readonly GroupRow[]): Promise<ReaderGroup[]> {
  const rows = await db
    .selectFrom('reader')
    .select('groupId')
    .select((is) => is.fn.countAll<number>().as('readers'))
    .groupBy('groupId')
    .execute()
  const counts = new Map(rows.map(({ groupId, readers }) => [groupId, readers]))
  return groups.map((group) => ({ ...group, readers: counts.get(group.id) ?? 0 }))
}

export const settingQueries: Pick<QueriesOf<'readers'>, 'settings' | 'groups'> = {
  settings: (_, { db }) => readSettings(db),
  groups: async (_, { db }) => withReaders(db, await readGroups(db)),
}

export const settingCommands: Pick<CommandsOf<'readers'>, 'setSettings' | 'addGroup' | 'updateGroup'> = {
  async setSettings({ mode, rev, ...rule }, { db, fail }) {
    const before = await readSettings(db)
    if (before.rev !== rev) fail('stale', { rev: before.rev })
    const known = new Set((await readGroups(db)).map(({ id }) => id))
    const strange = rule.exceptions.find(({ groupId }) => groupId !== null && !known.has(groupId))
    if (strange) fail('group_not_found', { id: strange.groupId ?? 0 })
    refuseUnreadable(rule.cardPrefix, fail)
    if (mode !== 'loans') await refuseWhileLent(db, fail)
    // Counting only means that nobody is known here: first the people go, then the switch.
    if (mode === 'counters') await refuseWhileKept(db, fail)
    await db
      .updateTable('readerSetting')
      .set({ mode, rule: JSON.stringify(rule), rev: rev + 1 })
      .execute()
    return readSettings(db)
  },

  async addGroup({ name, isChild }, { db, fail }) {
    await refuseTwin(db, { name, id: null }, fail)
    const { id } = await db
      .insertInto('readerGroup')
      .values({ name, isChild: isChild ? 1 : 0 })
      .returning('id')
      .executeTakeFirstOrThrow()
    return groupAsSaved(db, id)
  },

  async updateGroup({ id, rev, name, isChild, isHidden }, { db, fail, today }) {
    const group = await requireGroup(db, id, fail)
    if (group.rev !== rev) fail('stale', { id, rev: group.rev })
    if (group.code === null && name === '') fail('name_missing')
    await refuseTwin(db, { name, id }, fail)
    await db
      .updateTable('readerGroup')
      .set({ name, isChild: isChild ? 1 : 0, hiddenOn: isHidden ? today : null, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return groupAsSaved(db, id)
  },
}

/** A card whose number no scanner reads could neither be printed nor used at the desk. */
function refuseUnreadable(prefix: string, fail: Fail<'prefix_unreadable'>): void {
  if (prefix !== '' && !isAscii(prefix))
    fail('prefix_unreadable', { prefix, instead: fold(prefix).toUpperCase() })
}

async function refuseWhileLent(db: Reader, fail: Fail<'still_lent'>): Promise<void> {
  const { count } = await db
    .selectFrom('loan')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('returnedOn', 'is', null)
    .where('lostOn', 'is', null)
    .executeTakeFirstOrThrow()
  if (count > 0) fail('still_lent', { count })
}

async function refuseWhileKept(db: Reader, fail: Fail<'still_kept'>): Promise<void> {
  const { count } = await db
    .selectFrom('reader')
    .select((is) => is.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (count > 0) fail('still_kept', { count })
}

/** What a group is called: by the library, else by the program. */
export function groupName({ code, name }: Pick<GroupRow, 'code' | 'name'>, language: 'vi' | 'en'): string {
  if (name !== '') return name
  switch (code) {
    case 'children':
    case 'adults':
    case 'disabled':
    case 'minority':
      return wordsIn[language](`readers.groups.${code}`)
    default:
      return ''
  }
}

async function refuseTwin(
  db: Reader,
  { name, id }: { name: string; id: number | null },
  fail: Fail<'duplicate_group'>,
): Promise<void> {
  if (name === '') return
  const namesOf = (group: GroupRow) =>
    [group.name, groupName({ ...group, name: '' }, 'vi')].map((each) => fold(each))
  const twin = (await readGroups(db)).find((group) => group.id !== id && namesOf(group).includes(fold(name)))
  if (twin) fail('duplicate_group', { name })
}

async function groupAsSaved(db: Writer, id: number): Promise<ReaderGroup> {
  const [group] = await withReaders(
    db,
    (await readGroups(db)).filter((each) => each.id === id),
  )
  if (!group) throw new Error('a group that was just written is not there')
  return group
}
