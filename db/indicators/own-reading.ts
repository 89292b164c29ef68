import { OwnFormula, type OwnIndicator, type OwnVersion } from '../../shared/indicators/contract.ts'
import { formulaOf } from '../../shared/indicators/own-formula.ts'
import { formulaOn, indicatorList, type Formula, type Indicator } from '../../shared/indicators/formulas.ts'
import type { Reader } from '../connection.ts'

/** By code; of each, the newest version first. */
export async function readOwn(db: Reader): Promise<OwnIndicator[]> {
  const indicators = await db.selectFrom('ownIndicator').selectAll().orderBy('code').execute()
  if (indicators.length === 0) return []
  const versions = await db.selectFrom('ownIndicatorVersion').selectAll().orderBy('version', 'desc').execute()
  const byIndicator = Map.groupBy(versions, ({ indicatorId }) => indicatorId)
  return indicators.map((indicator) => ({
    ...indicator,
    versions: (byIndicator.get(indicator.id) ?? []).map(
      ({ id: _, indicatorId: __, formula, ...version }): OwnVersion => ({
        ...version,
        formula: OwnFormula.parse(JSON.parse(formula)),
      }),
    ),
  }))
}

/** The catalogue’s indicators, and after them the library’s own: withdrawn ones too, which signed periods know. */
export async function allIndicators(db: Reader): Promise<Indicator[]> {
  return [...indicatorList, ...(await readOwn(db)).map(indicatorOf)]
}

function indicatorOf({ code, nature, withdrawnOn, versions }: OwnIndicator): Indicator {
  const [newest, ...older] = versions.map(({ version, fromOn, formula }): Formula => ({
    ...formulaOf(version, formula),
    fromOn,
  }))
  if (!newest) throw new Error(`indicator ${code} has no version`)
  const isSum = versions[0]?.formula.way === 'sum' || versions[0]?.formula.way === 'by_hand'
  return {
    code,
    bases: [],
    formulas: [newest, ...older],
    nature: nature === 'at_end' ? 'at_end' : isSum ? 'adds_up' : 'neither',
    ...(versions[0]?.formula.way === 'share' && { isShare: true }),
    ...(withdrawnOn !== null && { withdrawnOn }),
  }
}

/** The indicators that count over a span which ends on a day. */
export async function indicatorsOn(
  db: Reader,
  to: string,
): Promise<{ indicator: Indicator; formula: Formula }[]> {
  return (await allIndicators(db)).flatMap((indicator) => {
    const formula = formulaOn(indicator, to)
    return formula ? [{ indicator, formula }] : []
  })
}

export async function findIndicatorIn(db: Reader, code: string): Promise<Indicator | undefined> {
  const known = indicatorList.find((indicator) => indicator.code === code)
  return known ?? (await allIndicators(db)).find((indicator) => indicator.code === code)
}
