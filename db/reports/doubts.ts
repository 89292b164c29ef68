import { adjoinsPrevious } from '../../shared/periods.ts'
import { doubtsAbout, isSameDoubt, type Doubt } from '../../shared/reports/doubts.ts'
import type { AskedDoubt, Period } from '../../shared/reports/contract.ts'
import { unprovedBetween } from '../activities/index.ts'
import type { Reader } from '../connection.ts'
import { allIndicators, signedBefore } from '../indicators/index.ts'
import type { Figures } from './figures.ts'

/** What is asked about the figures of a period, each with what was said of it; once signed, as it was then. */
export async function askedDoubts(db: Reader, period: Period, figures: Figures): Promise<AskedDoubt[]> {
  return (await signedDoubts(db, period.id)) ?? currentDoubts(db, period, figures)
}

/** The same as it is now, whatever was signed. */
export async function currentDoubts(db: Reader, period: Period, figures: Figures): Promise<AskedDoubt[]> {
  const explanations = await explanationsOf(db, period.id)
  const doubts = doubtsAbout({
    figures,
    signedBefore: await signedBefore(db, period),
    adjoinsPrevious: adjoinsPrevious(period.period),
    unproved: await unprovedBetween(db, period),
    shares: new Set((await allIndicators(db)).flatMap(({ code, isShare }) => (isShare ? [code] : []))),
  })
  return doubts.map((doubt) => ({ ...doubt, explanation: explanations(doubt) }))
}

export function isAnswered({ explanation }: AskedDoubt): boolean {
  return explanation?.isCurrent ?? false
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
