import { personSortKey } from '../../shared/collate.ts'
import { secondOfADay } from '../../shared/dated-facts.ts'
import type { Member, MemberFields } from '../../shared/staff/contract.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { pageOf, requireSite } from '../listing.ts'
import { deleteRows, insertRow, isCurrent, savePartRows, touchRows, updateRow } from '../plain-rows.ts'
import { findPeople, readMember } from './people-reading.ts'
import { readRule } from './rule.ts'

export const peopleQueries: Pick<QueriesOf<'staff'>, 'people' | 'member'> = {
  people: async ({ cursor, limit, ...filters }, { db, fail }) =>
    pageOf(await findPeople(db, filters), { cursor, limit }, fail),
  member: async ({ id }, { db, fail }) => (await readMember(db, id)) ?? fail('member_not_found', { id }),
}

type PeopleCommand = 'addMember' | 'updateMember' | 'removeMember' | 'assess' | 'removeAssessment'

export const peopleCommands: Pick<CommandsOf<'staff'>, PeopleCommand> = {
  async addMember({ assessments, ...fields }, { db, fail, today }) {
    await checkMember(db, fields, fail)
    const id = await insertRow(db, 'staffMember', rowOf(fields))
    await savePostings(db, id, fields)
    for (const said of assessments) {
      await checkLevel(db, { ...said, today }, fail)
      await insertRow(db, 'staffAssessment', { memberId: id, ...said })
    }
    return asSaved(db, id)
  },

  async updateMember({ id, rev, ...fields }, { db, fail }) {
    if (!(await isCurrent(db, 'staffMember', { id, rev }, fail))) fail('member_not_found', { id })
    await checkMember(db, fields, fail)
    await savePostings(db, id, fields)
    await updateRow(db, 'staffMember', { id, rev, values: rowOf(fields) })
    return asSaved(db, id)
  },

  async removeMember({ id, rev }, { db, fail }) {
    if (!(await isCurrent(db, 'staffMember', { id, rev }, fail))) fail('member_not_found', { id })
    const attended = await db
      .selectFrom('trainingAttendance')
      .select('id')
      .where('memberId', '=', id)
      .execute()
    if (attended.length > 0) fail('member_has_courses', { courses: attended.length })
    await deleteRows(db, 'staffAssessment', 'memberId', id)
    await deleteRows(db, 'staffPosting', 'memberId', id)
    await deleteRows(db, 'staffMember', 'id', id)
    return { id }
  },

  async assess({ memberId, on, level, manner }, { db, fail, today }) {
    const member = await readMember(db, memberId)
    if (!member) return fail('member_not_found', { id: memberId })
    await checkLevel(db, { level, on, today }, fail)
    const said = member.assessments.find((each) => each.on === on)
    if (said)
      await db.updateTable('staffAssessment').set({ level, manner }).where('id', '=', said.id).execute()
    else await insertRow(db, 'staffAssessment', { memberId, on, level, manner })
    await touchRows(db, 'staffMember', [memberId])
    return asSaved(db, memberId)
  },

  async removeAssessment({ id }, { db, fail }) {
    const said = await db
      .selectFrom('staffAssessment')
      .select('memberId')
      .where('id', '=', id)
      .executeTakeFirst()
    if (!said) return fail('assessment_not_found', { id })
    await deleteRows(db, 'staffAssessment', 'id', id)
    await touchRows(db, 'staffMember', [said.memberId])
    return asSaved(db, said.memberId)
  },
}

async function checkLevel(
  db: Reader,
  { level, on, today }: { level: number; on: string; today: string },
  fail: Fail<'level_unknown' | 'in_future'>,
): Promise<void> {
  const { skillLevels } = await readRule(db)
  if (level > skillLevels.length) fail('level_unknown', { level, most: skillLevels.length })
  if (on > today) fail('in_future')
}

function rowOf({ name, startsOn, endsOn, note }: MemberFields) {
  return { name, sortKey: personSortKey(name), startsOn, endsOn, note }
}

const savePostings = (db: Writer, memberId: number, { postings }: MemberFields) =>
  savePartRows(db, 'staffPosting', { owner: ['memberId', memberId], key: ['fromOn'], rows: postings })

type Wrong =
  | 'posting_before_start'
  | 'posting_after_end'
  | 'posting_twice'
  | 'end_before_start'
  | 'site_not_found'

async function checkMember(db: Reader, fields: MemberFields, fail: Fail<Wrong>): Promise<void> {
  const { startsOn, endsOn, postings } = fields
  if (endsOn !== null && endsOn <= startsOn) fail('end_before_start')
  const early = postings.findIndex(({ fromOn }) => fromOn < startsOn)
  if (early >= 0) fail('posting_before_start', { row: early + 1 })
  const late = postings.findIndex(({ fromOn }) => endsOn !== null && fromOn >= endsOn)
  if (late >= 0) fail('posting_after_end', { row: late + 1 })
  const second = secondOfADay(postings)
  if (second >= 0) fail('posting_twice', { row: second + 1 })
  for (const { siteId } of postings) await requireSite(db, siteId, fail)
}

async function asSaved(db: Reader, id: number): Promise<Member> {
  const member = await readMember(db, id)
  if (!member) throw new Error('a person who was just written is not there')
  return member
}
