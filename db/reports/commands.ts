import { namedPeriod } from '../../shared/periods.ts'
import type { AskedDoubt, Period } from '../../shared/reports/contract.ts'
import type { Writer } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { sha256 } from '../hash.ts'
import { freezeFigures } from '../indicators/index.ts'
import { journalHead } from '../journal/index.ts'
import { libraryWords } from '../words.ts'
import { annexCommands } from './annex-list.ts'
import { currentDoubts, isAnswered } from './doubts.ts'
import { comparedFigures, comparisons } from './figures.ts'
import { freezeWords, narrativeCommands, narrativeOf, rememberWords, unreviewedCount } from './narrative.ts'
import { quarterlyReport } from './paper.ts'
import { asSaved, change, readPeriod, requirePeriod } from './periods.ts'
import { restatementCommands } from './restatements.ts'
import { requireSigner } from './signer.ts'

export const commands: CommandsOf<'reports'> = {
  async openPeriod({ period }, { db, fail, actor, today }) {
    const known = await db.selectFrom('period').select('id').where('period', '=', period).executeTakeFirst()
    if (known) fail('period_exists', { id: known.id })
    const { kind, from, to } = namedPeriod(period)
    if (from > today) fail('period_in_future', { period })
    const { id } = await db
      .insertInto('period')
      .values({ period, kind, fromOn: from, toOn: to, state: 'open', preparedById: actor?.userId ?? null })
      .returning('id')
      .executeTakeFirstOrThrow()
    const opened = await asSaved(db, id)
    await rememberWords(db, opened)
    return opened
  },

  ...annexCommands,
  ...narrativeCommands,

  async check({ id, rev }, { db, fail, actor, now, today }) {
    const period = await requirePeriod(db, { id, rev }, fail)
    if (period.state !== 'open') fail('wrong_state', { state: period.state })
    if (today <= period.to) fail('period_not_ended', { to: period.to })
    await requireAnswers(db, { period, day: today }, fail)
    const count = await unreviewedCount(db, id)
    if (count > 0) fail('unreviewed', { count })
    return change(db, period, { state: 'checked', checkedById: actor?.userId ?? null, checkedAt: now })
  },

  async explainDoubt({ id, rule, code, details, text }, { db, fail, actor, now }) {
    const period = (await readPeriod(db, id)) ?? fail('period_not_found', { id })
    if (period.state !== 'open') fail('wrong_state', { state: period.state })
    if (text === '') {
      await db
        .deleteFrom('doubtExplanation')
        .where('periodId', '=', id)
        .where('rule', '=', rule)
        .where('code', '=', code)
        .execute()
      return { id }
    }
    const said = {
      details: JSON.stringify(details),
      text,
      writtenById: actor?.userId ?? null,
      writtenAt: now,
    }
    await db
      .insertInto('doubtExplanation')
      .values({ periodId: id, rule, code, ...said })
      .onConflict((already) => already.columns(['periodId', 'rule', 'code']).doUpdateSet(said))
      .execute()
    return { id }
  },

  async sendBack({ id, rev }, { db, fail }) {
    const period = await requirePeriod(db, { id, rev }, fail)
    if (period.state !== 'checked') fail('wrong_state', { state: period.state })
    return change(db, period, { state: 'open', checkedById: null, checkedAt: null })
  },

  async sign({ id, rev, password }, context) {
    const { db, fail, now, today } = context
    const period = await requirePeriod(db, { id, rev }, fail)
    if (period.state !== 'checked') fail('wrong_state', { state: period.state })
    const userId = await requireSigner(context, password)
    // What the signature covers is everything recorded before it, so the anchor is the entry before this one.
    const { position, hash: journalHash } = await journalHead(db)
    const figuresHash = await freezeFigures(db, period, (values) =>
      comparisons(db, period, { day: today, values }),
    )
    const proof = { figuresHash, position, journalHash }
    const signed: Period = { ...period, state: 'signed', signedAt: now }
    const figures = await comparedFigures(db, signed, { day: today })
    await freezeWords(db, id, await narrativeOf(db, period, { figures, day: today }))
    const doubts = await requireAnswers(db, { period: signed, day: today }, fail)
    const remark = await remarkOf(db, id, userId)
    const paper = JSON.stringify(await quarterlyReport(db, signed, { proof, doubts, day: today }))
    return change(db, period, {
      ...proof,
      state: 'signed',
      signedById: userId,
      signedAt: now,
      remark,
      doubts: JSON.stringify(doubts),
      paper,
      paperHash: sha256(paper),
    })
  },

  ...restatementCommands,
}

/** A figure that looks wrong is signed with a reason or not at all. */
async function requireAnswers(
  db: Writer,
  { period, day }: { period: Period; day: string },
  fail: Fail<'unexplained'>,
): Promise<AskedDoubt[]> {
  const doubts = await currentDoubts(db, period, await comparedFigures(db, period, { day }))
  const open = doubts.filter((doubt) => !isAnswered(doubt))
  if (open.length > 0) fail('unexplained', { count: open.length })
  return doubts
}

/** One person may do it all, in a library of three; whoever reads the journal is told. */
async function remarkOf(db: Writer, id: number, signerId: number): Promise<string> {
  const { preparedById, checkedById } = await db
    .selectFrom('period')
    .select(['preparedById', 'checkedById'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (preparedById !== signerId || checkedById !== signerId) return ''
  const t = await libraryWords(db)
  return t('reports.sign.remark')
}
