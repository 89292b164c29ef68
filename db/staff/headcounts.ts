import { qualifications, type Headcount, type HeadcountFields } from '../../shared/staff/contract.ts'
import { heldOn, holdsOn } from '../../shared/dated-facts.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { deleteRows, insertRow, isCurrent, savePartRows, updateRow } from '../plain-rows.ts'
import { skilledOn, trainedBetween } from './counting.ts'
import { readPeople } from './people-reading.ts'

export const headcountQueries: Pick<QueriesOf<'staff'>, 'headcounts' | 'summary'> = {
  headcounts: (_, { db }) => readHeadcounts(db),

  async summary({ on }, { db }) {
    const headcount = await headcountOn(db, on)
    if (headcount) {
      const { id, fromOn, people, rows, digitallyTrained, digitallySkilled } = headcount
      return {
        headcountId: id,
        headcountFromOn: fromOn,
        people,
        byQualification: qualifications.map((qualification) => ({
          qualification,
          people: sumOf(rows.filter((row) => row.qualification === qualification)),
        })),
        trained: digitallyTrained,
        skilled: digitallySkilled,
      }
    }
    const present = (await readPeople(db, on)).filter((person) => holdsOn(person.startsOn, person.endsOn, on))
    const trained = await trainedBetween(db, { from: `${on.slice(0, 4)}-01-01`, to: on })
    const skilled = await skilledOn(db, on)
    const ids = new Set(present.map(({ id }) => id))
    return {
      headcountId: null,
      headcountFromOn: null,
      people: present.length,
      byQualification: qualifications.map((qualification) => ({
        qualification,
        people: present.filter((person) => person.qualification === qualification).length,
      })),
      trained: [...trained].filter((id) => ids.has(id)).length,
      skilled: skilled === null ? null : [...skilled].filter((id) => ids.has(id)).length,
    }
  },
}

type HeadcountCommand = 'addHeadcount' | 'updateHeadcount' | 'removeHeadcount'

export const headcountCommands: Pick<CommandsOf<'staff'>, HeadcountCommand> = {
  async addHeadcount({ rows, ...fields }, { db, fail }) {
    await checkHeadcount(db, { fields: { ...fields, rows }, id: null }, fail)
    const id = await insertRow(db, 'staffHeadcount', fields)
    return saved(db, id, rows)
  },

  async updateHeadcount({ id, rev, rows, ...fields }, { db, fail }) {
    if (!(await isCurrent(db, 'staffHeadcount', { id, rev }, fail))) fail('headcount_not_found', { id })
    await checkHeadcount(db, { fields: { ...fields, rows }, id }, fail)
    await updateRow(db, 'staffHeadcount', { id, rev, values: fields })
    return saved(db, id, rows)
  },

  async removeHeadcount({ id, rev }, { db, fail }) {
    if (!(await isCurrent(db, 'staffHeadcount', { id, rev }, fail))) fail('headcount_not_found', { id })
    await deleteRows(db, 'staffHeadcountRow', 'headcountId', id)
    await deleteRows(db, 'staffHeadcount', 'id', id)
    return { id }
  },
}

async function saved(db: Writer, id: number, rows: HeadcountFields['rows']): Promise<Headcount> {
  await savePartRows(db, 'staffHeadcountRow', {
    owner: ['headcountId', id],
    key: ['qualification', 'post'],
    rows,
  })
  const headcount = (await readHeadcounts(db)).find((each) => each.id === id)
  if (!headcount) throw new Error('a headcount that was just written is not there')
  return headcount
}

type Wrong = 'headcount_twice' | 'headcount_end_first' | 'row_twice' | 'more_than_people'

async function checkHeadcount(
  db: Reader,
  { fields, id }: { fields: HeadcountFields; id: number | null },
  fail: Fail<Wrong>,
): Promise<void> {
  const { fromOn, untilOn, rows } = fields
  if (untilOn !== null && untilOn <= fromOn) fail('headcount_end_first')
  const twin = await db
    .selectFrom('staffHeadcount')
    .select('id')
    .where('fromOn', '=', fromOn)
    .executeTakeFirst()
  if (twin && twin.id !== id) fail('headcount_twice', { fromOn })
  const keys = rows.map(({ qualification, post }) => `${qualification} ${post}`)
  const second = keys.findIndex((key, at) => keys.indexOf(key) < at)
  if (second >= 0) fail('row_twice', { row: second + 1 })
  const people = sumOf(rows)
  const parts = [fields.digitallyTrained, fields.retrained, fields.digitallySkilled]
  if (parts.some((part) => part !== null && part > people)) fail('more_than_people', { people })
}

const sumOf = (rows: readonly { people: number }[]) => rows.reduce((sum, { people }) => sum + people, 0)

/** The newest first. */
async function readHeadcounts(db: Reader): Promise<Headcount[]> {
  const headcounts = await db.selectFrom('staffHeadcount').selectAll().orderBy('fromOn', 'desc').execute()
  const rows = await db.selectFrom('staffHeadcountRow').selectAll().orderBy('id').execute()
  const byHeadcount = Map.groupBy(rows, ({ headcountId }) => headcountId)
  return headcounts.map((headcount) => {
    const own = (byHeadcount.get(headcount.id) ?? []).map(({ headcountId: _, ...row }) => row)
    return { ...headcount, rows: own, people: sumOf(own) }
  })
}

/** The table that counts on a day; null where names count, so that nobody is counted twice. */
export async function headcountOn(db: Reader, day: string): Promise<Headcount | null> {
  const latest = heldOn(await readHeadcounts(db), day)
  return latest && holdsOn(latest.fromOn, latest.untilOn, day) ? latest : null
}
