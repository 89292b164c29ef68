import { isoDateAt, previousQuarter, quarterOf, type Quarter } from '../../../shared/dates.ts'
import { quarterPeriod } from '../../../shared/periods.ts'
import { testPassword, valueOf } from '../../support/engine.ts'
import { answerDoubts } from '../../support/signed.ts'
import type { Stage } from './stage.ts'
import { vietnamese } from './words.ts'

export type SignedQuarter = { id: number; name: string }

/** The newest quarter that has ended: what the app offers first. */
export function endedQuarter(): Quarter {
  return previousQuarter(quarterOf(isoDateAt(Date.now())))
}

export function quarterName({ year, quarter }: Quarter): string {
  return vietnamese('reports.periods.quarter.name', {
    quarter: vietnamese(`reports.quarters.${quarter}`),
    year,
  })
}

/** Brings the quarter to where it can be sent, as the director alone may do it. */
export async function signQuarter(stage: Stage): Promise<SignedQuarter> {
  const director = await stage.client('director')
  const { year, quarter } = endedQuarter()
  const opened = valueOf(await director.reports.openPeriod({ period: quarterPeriod({ year, quarter }) }))
  await answerDoubts(director, opened.id)
  const checked = valueOf(
    await director.reports.check({ id: opened.id, rev: opened.rev, password: testPassword }),
  )
  const { id } = valueOf(
    await director.reports.sign({ id: checked.id, rev: checked.rev, password: testPassword }),
  )
  return { id, name: quarterName({ year, quarter }) }
}
