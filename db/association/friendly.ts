import { sql } from 'kysely'
import {
  FriendlyRule,
  type Assessment,
  type FriendlyProof,
  type ScoreFields,
} from '../../shared/association/contract.ts'
import { friendlyMost, friendlyTotal } from '../../shared/association/rules.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'

export const friendlyQueries: Pick<QueriesOf<'association'>, 'friendlyRule' | 'assessments'> = {
  friendlyRule: (_, { db }) => readRule(db),
  assessments: (_, { db }) => readAssessments(db),
}

/** What the library has not settled is as the contract proposes. */
async function readRule(db: Reader): Promise<FriendlyRule> {
  const row = await db.selectFrom('library').select('friendlyRule').executeTakeFirst()
  return FriendlyRule.parse(JSON.parse(row?.friendlyRule ?? '{}'))
}

type Proved = FriendlyProof & { scoreId: number }

/** One a year: a library has a few tens of them at most. */
export async function readAssessments(db: Reader, year: number | null = null): Promise<Assessment[]> {
  const rows = await db
    .selectFrom('friendlyAssessment')
    .select(['id', 'rev', 'year', 'assessedOn', 'rule', 'note'])
    .$if(year !== null, (query) => query.where('year', '=', year))
    .orderBy('year', 'desc')
    .execute()
  const assessments: Assessment[] = []
  for (const { rule: text, ...row } of rows) {
    const rule = FriendlyRule.parse(JSON.parse(text))
    const scores = await scoresOf(db, row.id)
    const total = friendlyTotal(rule, scores)
    assessments.push({ ...row, rule, scores, total, most: friendlyMost(rule) })
  }
  return assessments
}

async function scoresOf(db: Reader, assessmentId: number): Promise<Assessment['scores']> {
  const scores = await db
    .selectFrom('friendlyScore')
    .select(['id', 'criterion', 'score', 'remark'])
    .where('assessmentId', '=', assessmentId)
    .orderBy('criterion')
    .execute()
  const { rows } = await sql<Proved>`
    select proof.id, proof.scoreId, proof.name, file.size, proof.addedAt from friendlyProof as proof
    join evidenceFile as file on file.id = proof.fileId
    join friendlyScore as score on score.id = proof.scoreId
    where score.assessmentId = ${assessmentId} and proof.removedOn is null order by proof.id`.execute(db)
  return scores.map(({ id, ...score }) => ({
    ...score,
    proofs: rows.filter(({ scoreId }) => scoreId === id).map(({ scoreId: _, ...proof }) => proof),
  }))
}

export const friendlyCommands: Pick<
  CommandsOf<'association'>,
  'setFriendlyRule' | 'saveAssessment' | 'removeAssessment'
> = {
  async setFriendlyRule(rule, { db, fail }) {
    if (rule.weights.every((weight) => weight === 0)) fail('weights_all_zero')
    await db
      .updateTable('library')
      .set({ friendlyRule: JSON.stringify(rule) })
      .execute()
    return rule
  },

  async saveAssessment({ rev, scores, ...fields }, { db, fail, today }) {
    const { year } = fields
    if (fields.assessedOn > today) fail('day_in_future', { on: fields.assessedOn })
    const [known] = await readAssessments(db, year)
    if (known && rev === null) fail('assessment_exists', { year })
    if (known ? known.rev !== rev : rev !== null) fail('stale', { rev: known?.rev ?? null })
    const rule = known?.rule ?? (await readRule(db))
    const above = scores.find(({ score }) => score !== null && score > rule.mostPoints)
    if (above) fail('above_most', { criterion: above.criterion, most: rule.mostPoints })
    const id = known
      ? await change(db, known, fields)
      : await begin(db, { ...fields, rule: JSON.stringify(rule) })
    for (const score of scores) await putScore(db, id, score)
    return (await readAssessments(db, year))[0] ?? fail('stale')
  },

  async removeAssessment({ year, rev }, { db, fail }) {
    const [assessment] = await readAssessments(db, year)
    if (!assessment) return fail('assessment_not_found', { year })
    if (assessment.rev !== rev) fail('stale', { rev: assessment.rev })
    const { rows } = await sql<{ id: number }>`
      select proof.id from friendlyProof as proof join friendlyScore as score on score.id = proof.scoreId
      where score.assessmentId = ${assessment.id} limit 1`.execute(db)
    if (rows.length > 0) fail('assessment_proved', { year })
    await db.deleteFrom('friendlyScore').where('assessmentId', '=', assessment.id).execute()
    await db.deleteFrom('friendlyAssessment').where('id', '=', assessment.id).execute()
    return { year }
  },
}

async function begin(
  db: Writer,
  values: { year: number; assessedOn: string; note: string; rule: string },
): Promise<number> {
  const { id } = await db
    .insertInto('friendlyAssessment')
    .values(values)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function change(
  db: Writer,
  { id, rev }: Assessment,
  { assessedOn, note }: { assessedOn: string; note: string },
): Promise<number> {
  await db
    .updateTable('friendlyAssessment')
    .set({ assessedOn, note, rev: rev + 1 })
    .where('id', '=', id)
    .execute()
  return id
}

/** Updated where it stands, so that what proves it keeps pointing at it. */
async function putScore(
  db: Writer,
  assessmentId: number,
  { criterion, score, remark }: ScoreFields,
): Promise<void> {
  await db
    .insertInto('friendlyScore')
    .values({ assessmentId, criterion, score, remark })
    .onConflict((on) => on.columns(['assessmentId', 'criterion']).doUpdateSet({ score, remark }))
    .execute()
}
