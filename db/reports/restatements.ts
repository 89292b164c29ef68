import type { Restatement } from '../../shared/reports/contract.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { OfficialDocument } from '../documents/document.ts'
import { sha256 } from '../hash.ts'
import { changedFigures, frozenValues, packedAnew } from '../indicators/index.ts'
import { journalHead } from '../journal/index.ts'
import { change, readPeriod, requirePeriod } from './periods.ts'
import { restatementReport } from './restatement-paper.ts'
import { sealed } from './seal.ts'
import { requireSigner } from './signer.ts'

export const restatementQueries: Pick<QueriesOf<'reports'>, 'changes'> = {
  async changes({ id }, { db, fail, remembered }) {
    const period = (await readPeriod(db, id)) ?? fail('period_not_found', { id })
    if (period.state !== 'signed') return { figures: [], restatements: [] }
    const { position } = await journalHead(db)
    const changed = await remembered(`reports.changes ${position} ${id}`, () => changedFigures(db, period))
    const figures = changed.map(({ before, now }) => ({
      code: before.code,
      before: statedOf(before),
      now: statedOf(now),
    }))
    return { figures, restatements: await restatementsOf(db, id) }
  },
}

export const restatementCommands: Pick<CommandsOf<'reports'>, 'restate'> = {
  async restate({ id, rev, reason, password }, context) {
    const { db, fail, now } = context
    const period = await requirePeriod(db, { id, rev }, fail)
    if (period.state !== 'signed') fail('wrong_state', { state: period.state })
    const signedById = await requireSigner(context, password)
    const changed = await changedFigures(db, period)
    if (changed.length === 0) fail('nothing_changed')
    const { position, hash: journalHash } = await journalHead(db)
    const number = period.restated + 1
    const figures = changed.map(({ before, now: after }) => ({
      code: before.code,
      before: statedOf(before),
      after: statedOf(after),
    }))
    const report = await restatementReport(db, period, { number, reason, signedAt: now, figures })
    const anchor = { position, journalHash }
    const paper = JSON.stringify(await sealed(db, report, { period, revision: number + 1, anchor }))
    const { figures: packed, figuresHash } = packedAnew(changed.map((each) => each.now))
    const { id: restatementId } = await db
      .insertInto('restatement')
      .values({
        periodId: id,
        number,
        reason,
        signedById,
        signedAt: now,
        position,
        journalHash,
        figuresHash,
        paper,
        paperHash: sha256(paper),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('restatedFigure')
      .values(packed.map((figure) => ({ restatementId, ...figure })))
      .execute()
    return change(db, period, {})
  },
}

/** Each with what stood before it, oldest first. */
export async function restatementsOf(db: Reader, periodId: number): Promise<Restatement[]> {
  const rows = await db
    .selectFrom('restatement')
    .leftJoin('user', 'user.id', 'restatement.signedById')
    .select(['restatement.id', 'number', 'reason', 'user.name as signedBy', 'signedAt'])
    .where('periodId', '=', periodId)
    .orderBy('number')
    .execute()
  if (rows.length === 0) return []
  const stated = new Map((await frozenValues(db, periodId)).map((value) => [value.code, statedOf(value)]))
  const restatements = []
  for (const row of rows) {
    const figures = await db
      .selectFrom('restatedFigure')
      .select(['code', 'status', 'value'])
      .where('restatementId', '=', row.id)
      .orderBy('id')
      .execute()
    const told = figures.map(({ code, ...after }) => ({ code, before: stated.get(code) ?? after, after }))
    for (const { code, after } of told) stated.set(code, after)
    restatements.push({ ...row, figures: told })
  }
  return restatements
}

export async function restatementPaper(
  db: Reader,
  { periodId, number }: { periodId: number; number: number },
): Promise<OfficialDocument | null> {
  const row = await db
    .selectFrom('restatement')
    .select('paper')
    .where('periodId', '=', periodId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row ? (JSON.parse(row.paper) as OfficialDocument) : null
}

function statedOf({ status, value }: Restatement['figures'][number]['after']) {
  return { status, value }
}
