import { useTranslation } from 'react-i18next'
import { Failure } from '../../renderer/ui/Failure.tsx'
import { Figure } from '../../renderer/ui/Figure.tsx'
import { Hash } from '../../renderer/ui/Hash.tsx'
import { textKeyOf } from '../../shared/indicators/formulas.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { FigureRow, PackageRecord } from '../office/contract.ts'
import { useAsked } from './asking.ts'
import { inListOrder } from './list-order.ts'

const mostShown = 20

/** The figures in which two packages of one number differ: what a person decides between. */
export function ConflictDifferences({ hashes }: { hashes: readonly [string, string] }) {
  const { t } = useTranslation()
  const one = useAsked<PackageRecord>(`/packages/${hashes[0]}`)
  const other = useAsked<PackageRecord>(`/packages/${hashes[1]}`)
  const failure = one.failure ?? other.failure
  if (failure) return <Failure of={failure} />
  if (!one.value || !other.value) return null
  const pairs = differing(one.value.figures, other.value.figures)
  return (
    <table className="plain-table">
      <caption className="soft">{t('ministry.conflicts.compare', { count: pairs.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('ministry.totals.columns.code')}</th>
          <th scope="col">{t('ministry.totals.columns.name')}</th>
          {hashes.map((hash) => (
            <th key={hash} scope="col" className="end">
              <Hash value={hash} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {pairs.slice(0, mostShown).map(({ code, sides }) => {
          const name = t(runtimeKey(`indicators.names.${textKeyOf(code)}`), { defaultValue: code })
          return (
            <tr key={code}>
              <td>{code}</td>
              <td>{name}</td>
              {sides.map((side, at) => (
                <td key={hashes[at]} className="end">
                  {side && <Figure value={side.value} status={side.status} isOfficial label={name} />}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
      {pairs.length > mostShown && (
        <tfoot>
          <tr>
            <td colSpan={4} className="soft">
              {t('ministry.conflicts.more', { count: pairs.length - mostShown })}
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}

type Pair = { code: string; sides: [FigureRow | undefined, FigureRow | undefined] }

function differing(ones: readonly FigureRow[], others: readonly FigureRow[]): Pair[] {
  const oneByCode = new Map(ones.map((row) => [row.code, row]))
  const otherByCode = new Map(others.map((row) => [row.code, row]))
  const pairs = [...new Set([...oneByCode.keys(), ...otherByCode.keys()])]
    .map((code): Pair => ({ code, sides: [oneByCode.get(code), otherByCode.get(code)] }))
    .filter(({ sides: [one, other] }) => one?.value !== other?.value || one?.status !== other?.status)
  return inListOrder(pairs)
}
