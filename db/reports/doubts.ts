import { natureOf, type Indicator } from '../../shared/indicators/formulas.ts'
import { adjoinsPrevious } from '../../shared/periods.ts'
import { doubtsAbout, isSameDoubt, type Doubt } from '../../shared/reports/doubts.ts'
import type { AskedDoubt, Period } from '../../shared/reports/contract.ts'
import { unprovedBetween } from '../activities/index.ts'
import type { Reader } from '../connection.ts'
import { allIndicators, signedBefore } from '../indicators/index.ts'
import { targetsOf } from '../plans/index.ts'
import type { Figures } from './figures.ts'

/** What is asked about the figures of a period, each with what was said of it; once signed, as it was then. */
export async function askedDoubts(db: Reader, period: Period, figures: Figures): Promise<AskedDoubt[]> {
  return (await signedDoubts(db, period.id)) ?? currentDoubts(db, period, figures)
}

/** The same as it is now, whatever was signed. */
export async function currentDoubts(db: Reader, period: Period, figures: Figures): Promise<AskedDoubt[]> {
  const explanations = await explanationsOf(db, period.id)
  const indicators = await allIndicators(db)
  const doubts = doubtsAbout({
    figures,
    signedBefore: await signedBefore(db, period),
    adjoinsPrevious: adjoinsPrevious(period.period),
    unproved: await unprovedBetween(db, period),
    shares: new Set(indicators.flatMap(({ code, isShare }) => (isShare ? [code] : []))),
    addingUp: new Set(indicators.flatMap((each) => (natureOf(each) === 'adds_up' ? [each.code] : []))),
    withdrawnTargets: await withdrawnTargets(db, period, indicators),
  })
  return doubts.map((doubt) => ({ ...doubt, explanation: explanations(doubt) }))
}

/** Targets that the period is held against, for figures that were withdrawn by its end. */
async function withdrawnTargets(
  db: Reader,
  { period, to }: Period,
  indicators: readonly Indicator[],
): Promise<{ code: string; target: string }[]> {
  const withdrawn = new Set(
    indicators.flatMap(({ code, withdrawnOn }) =>
      withdrawnOn !== undefined && withdrawnOn <= to ? [code] : [],
    ),
  )
  return [...(await targetsOf(db, period, to))]
    .filter(([code, { value }]) => value !== null && withdrawn.has(code))
    .map(([code, target]) => ({ code, target: target.period }))
}

async function signedDoubts(db: Reader, periodId: number): Promise<AskedDoubt[] | null> {
  const { doubts } = await db
    .selectFrom('period')
    .select('doubts')
    .where('id', '=', periodId)
    .executeTakeFirstOrThrow()
  return doubts === null ? null : (JSON.parse(doubts) as AskedDoubt[])
}

async function explanationsOf(
  db: Reader,
  periodId: number,
): Promise<(doubt: Doubt) => AskedDoubt['explanation']> {
  const rows = await db
    .selectFrom('doubtExplanation')
    .leftJoin('user', 'user.id', 'doubtExplanation.writtenById')
    .select(['rule', 'code', 'details', 'text', 'user.name as by', 'writtenAt as at'])
    .where('periodId', '=', periodId)
    .execute()
  const byDoubt = new Map(rows.map((row) => [`${row.rule} ${row.code}`, row]))
  return ({ rule, code, details }) => {
    const found = byDoubt.get(`${rule} ${code}`)
    if (!found) return null
    const isCurrent = isSameDoubt(details, JSON.parse(found.details) as Doubt['details'])
    return { text: found.text, by: found.by, at: found.at, isCurrent }
  }
}
