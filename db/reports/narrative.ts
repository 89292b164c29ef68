import { displayDate } from '../../shared/dates.ts'
import { namedPeriod, yearToDate, spanAfter } from '../../shared/periods.ts'
import type { Period } from '../../shared/reports/contract.ts'
import { generatedText } from '../../shared/reports/generated.ts'
import type { ReportBlock } from '../../shared/reports/narrative-contract.ts'
import { blockNames, type BlockName } from '../../shared/reports/outline.ts'
import type { Language } from '../../shared/texts.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { milestonesDue } from '../plans/index.ts'
import { wordsIn } from '../words.ts'
import { comparedFigures, rememberedCount, type Figures } from './figures.ts'
import { change, readPeriod } from './periods.ts'

export const narrativeQueries: Pick<QueriesOf<'reports'>, 'narrative'> = {
  async narrative({ id }, { db, fail, remembered, today }) {
    const period = (await readPeriod(db, id)) ?? fail('period_not_found', { id })
    const compute = await rememberedCount(db, remembered)
    const figures = await comparedFigures(db, period, { day: today, compute })
    return narrativeOf(db, period, { figures, day: today })
  },
}

export const narrativeCommands: Pick<CommandsOf<'reports'>, 'setBlock'> = {
  async setBlock({ id, block, rev, text }, { db, fail, actor, now, today }) {
    const period = (await readPeriod(db, id)) ?? fail('period_not_found', { id })
    if (period.state === 'signed') fail('wrong_state', { state: period.state })
    const known = await db
      .selectFrom('reportBlock')
      .select('rev')
      .where('periodId', '=', id)
      .where('block', '=', block)
      .executeTakeFirst()
    const knownRev = known?.rev ?? 0
    if (knownRev !== rev) fail('stale', { id, rev: knownRev })
    const written = { text, rememberedFrom: null, writtenById: actor?.userId ?? null, writtenAt: now }
    await db
      .insertInto('reportBlock')
      .values({ periodId: id, block, ...written })
      .onConflict((already) =>
        already.columns(['periodId', 'block']).doUpdateSet({ ...written, rev: rev + 1 }),
      )
      .execute()
    // Whoever checks or signs has read the words as well.
    const { rev: periodRev } = await change(db, period, {})
    const figures = text === null ? await comparedFigures(db, period, { day: today }) : []
    const blocks = await narrativeOf(db, period, { figures, day: today })
    const saved = blocks.find((each) => each.block === block)
    if (!saved) throw new Error(`block ${block} is gone within its own command`)
    return { block: saved, periodRev }
  },
}

type Asked = { figures: Figures; day: string; language?: Language | undefined }

/** Every block as somebody wrote it, else as it follows from the data; of a signed report as it was signed. */
export async function narrativeOf(
  db: Reader,
  period: Period,
  { figures, day, language }: Asked,
): Promise<ReportBlock[]> {
  const rows = await db
    .selectFrom('reportBlock')
    .leftJoin('user', 'user.id', 'reportBlock.writtenById')
    .select(['block', 'reportBlock.rev', 'text', 'rememberedFrom', 'writtenAt', 'user.name as writtenBy'])
    .where('periodId', '=', period.id)
    .execute()
  const byName = new Map(rows.map((row) => [row.block, row]))
  const isSigned = period.state === 'signed'
  const generate = isSigned ? () => '' : await generator(db, period, { figures, day, language })
  return blockNames.map((block) => {
    const row = byName.get(block)
    const isWritten = row !== undefined && row.text !== null && row.writtenAt !== null
    return {
      block,
      text: row?.text ?? generate(block),
      isWritten,
      rev: row?.rev ?? 0,
      writtenBy: isWritten ? row.writtenBy : null,
      writtenAt: isWritten ? row.writtenAt : null,
      rememberedFrom: row?.rememberedFrom ?? null,
    }
  })
}

async function generator(
  db: Reader,
  { period, from }: Period,
  { figures, day, language }: Asked,
): Promise<(block: BlockName) => string> {
  const library = await db.selectFrom('library').select('language').executeTakeFirst()
  const told = {
    figures,
    milestones: await milestonesDue(db, spanAfter(period), day),
    hasYear: yearToDate(period).from !== from,
    t: wordsIn[language ?? library?.language ?? 'vi'],
    date: displayDate,
  }
  return (block) => generatedText(block, told)
}

/** The last report of the kind before this one is where its words come from; each waits for somebody to look at it. */
export async function rememberWords(db: Writer, period: Period): Promise<void> {
  const before = await db
    .selectFrom('period')
    .innerJoin('reportBlock', 'reportBlock.periodId', 'period.id')
    .select(['period.id', 'period.period'])
    .where('kind', '=', namedPeriod(period.period).kind)
    .where('fromOn', '<', period.from)
    .orderBy('fromOn', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!before) return
  const rows = await db
    .selectFrom('reportBlock')
    .select(['block', 'text', 'writtenById', 'writtenAt'])
    .where('periodId', '=', before.id)
    .where('text', 'is not', null)
    .where('text', '!=', '')
    .where('writtenAt', 'is not', null)
    // What comes next is told by the plans.
    .where('block', '!=', 'next')
    .execute()
  if (rows.length === 0) return
  await db
    .insertInto('reportBlock')
    .values(rows.map((row) => ({ ...row, periodId: period.id, rememberedFrom: before.period })))
    .execute()
}

export async function unreviewedCount(db: Reader, periodId: number): Promise<number> {
  const { count } = await db
    .selectFrom('reportBlock')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('periodId', '=', periodId)
    .where('rememberedFrom', 'is not', null)
    .executeTakeFirstOrThrow()
  return count
}

/** What followed from the data is signed as it stands, whatever this program says of the same data later. */
export async function freezeWords(
  db: Writer,
  periodId: number,
  blocks: readonly ReportBlock[],
): Promise<void> {
  for (const { block, text } of blocks.filter(({ isWritten }) => !isWritten))
    await db
      .insertInto('reportBlock')
      .values({ periodId, block, text, writtenById: null, writtenAt: null })
      .onConflict((already) =>
        already.columns(['periodId', 'block']).doUpdateSet({ text, writtenById: null, writtenAt: null }),
      )
      .execute()
}
