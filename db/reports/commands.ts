import { namedPeriod } from '../../shared/periods.ts'
import type { AskedDoubt, Period } from '../../shared/reports/contract.ts'
import { isAnswered } from '../../shared/reports/doubts.ts'
import type { Writer } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { sha256 } from '../hash.ts'
import { freezeFigures } from '../indicators/index.ts'
import { journalHead } from '../journal/index.ts'
import { libraryWords } from '../words.ts'
import { annexCommands } from './annex-list.ts'
import { currentDoubts } from './doubts.ts'
import { comparedFigures, comparisons } from './figures.ts'
import { freezeWords, narrativeCommands, narrativeOf, rememberWords, unreviewedCount } from './narrative.ts'
import { quarterlyReport } from './paper.ts'
import { asSaved, change, readPeriod, requirePeriod, unsignedBefore } from './periods.ts'
import { registrationCommands } from './registrations.ts'
import { restatementCommands } from './restatements.ts'
import { sealed } from './seal.ts'
import { requireOwnPassword, requireSigner } from './signer.ts'
import { takingBack } from './units/taking-in.ts'
import { unitCommands } from './units/unit-list.ts'

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

  async handOver({ id, rev }, { db, fail, actor, now, today }) {
    const period = await requireReady(db, { id, rev, day: today }, fail)
    if (period.handedOverAt !== null) fail('wrong_state', { state: period.state })
    return change(db, period, { preparedById: actor?.userId ?? null, handedOverAt: now })
  },

  async check({ id, rev, password }, context) {
    const { db, fail, now, today } = context
    const period = await requireReady(db, { id, rev, day: today }, fail)
    const checkedById = await requireOwnPassword(context, password)
    return change(db, period, { state: 'checked', checkedById, checkedAt: now })
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
    const isUnderway = period.state === 'checked' || (period.state === 'open' && period.handedOverAt !== null)
    if (!isUnderway) fail('wrong_state', { state: period.state })
    return change(db, period, { state: 'open', handedOverAt: null, checkedById: null, checkedAt: null })
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
    const anchor = { position, journalHash }
    const signed: Period = { ...period, state: 'signed', signedAt: now }
    const figures = await comparedFigures(db, signed, { day: today })
    await freezeWords(db, id, await narrativeOf(db, period, { figures, day: today }))
    const doubts = await requireAnswers(db, { period: signed, day: today }, fail)
    const remark = await remarkOf(db, period, userId)
    const report = await quarterlyReport(db, signed, { doubts, day: today })
    const paper = JSON.stringify(await sealed(db, report, { period, revision: 1, anchor }))
    return change(db, period, {
      ...anchor,
      figuresHash,
      state: 'signed',
      signedById: userId,
      signedAt: now,
      remark,
      doubts: JSON.stringify(doubts),
      paper,
      paperHash: sha256(paper),
    })
  },

  ...registrationCommands,
  ...takingBack,
  ...unitCommands,
  ...restatementCommands,
}

/** Open, over, and nothing unusual left without a reason. */
async function requireReady(
  db: Writer,
  { id, rev, day }: { id: number; rev: number; day: string },
  fail: Fail<'period_not_found' | 'wrong_state' | 'period_not_ended' | 'unexplained' | 'unreviewed'>,
): Promise<Period> {
  const period = await requirePeriod(db, { id, rev }, fail)
  if (period.state !== 'open') fail('wrong_state', { state: period.state })
  if (day <= period.to) fail('period_not_ended', { to: period.to })
  await requireAnswers(db, { period, day }, fail)
  const count = await unreviewedCount(db, id)
  if (count > 0) fail('unreviewed', { count })
  return period
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

/** One person may do it all, in a library of three, and a quarter may overtake another; whoever reads the journal is told. */
async function remarkOf(db: Writer, period: Period, signerId: number): Promise<string> {
  const { preparedById, checkedById } = await db
    .selectFrom('period')
    .select(['preparedById', 'checkedById'])
    .where('id', '=', period.id)
    .executeTakeFirstOrThrow()
  const t = await libraryWords(db)
  const isAlone = preparedById === signerId && checkedById === signerId
  const remarks = [
    isAlone ? t('reports.sign.remark') : '',
    (await unsignedBefore(db, period)).length > 0 ? t('reports.sign.remarkOfOrder') : '',
  ]
  return remarks.filter(Boolean).join(' ')
}
