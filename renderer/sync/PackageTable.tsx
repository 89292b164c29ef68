import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayInstant } from '../../shared/dates.ts'
import type { Output } from '../app/operation-types.ts'
import { usePeriodName } from '../reports/index.ts'
import { Hash } from '../ui/Hash.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { PackageState } from './PackageState.tsx'
import { PeriodRoads, type Roads } from './PeriodRoads.tsx'

type Package = Output<'sync.status'>['packages'][number]
type Props = {
  packages: Package[]
  /** Null where the reader may not send. */
  roads: Roads | null
}

const columns = ['period', 'revision', 'state'] as const

/** What was written and how far it has come; on every road it is the same bytes, so a lost file is no loss. */
export function PackageTable({ packages, roads }: Props) {
  const { t } = useTranslation()
  const hasConflict = packages.some(({ receipt }) => receipt?.outcome === 'conflict')
  return (
    <>
      <div className="scrolls">
        <table className="plain-table sync-packages">
          <thead>
            <tr>
              {columns.map((key) => (
                <th key={key} scope="col">
                  {t(`sync.written.columns.${key}`)}
                </th>
              ))}
              {roads && (
                <th scope="col">
                  <span className="visually-hidden">{t('sync.written.columns.action')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {packages.map((written) => (
              <PackageLine
                key={written.id}
                written={written}
                roads={roads}
                isNewest={
                  !packages.some((other) => other.periodId === written.periodId && other.id > written.id)
                }
              />
            ))}
          </tbody>
        </table>
      </div>
      {hasConflict && <p className="fact warn">{t('sync.conflictHint')}</p>}
      <p className="soft small">{t('sync.written.hint')}</p>
    </>
  )
}

function PackageLine({
  written,
  roads,
  isNewest,
}: {
  written: Package
  roads: Roads | null
  isNewest: boolean
}) {
  const { t } = useTranslation()
  const periodName = usePeriodName()
  const number = useNumberText()
  const { periodId, revision, writtenAt, bytes, hash, receipt } = written
  return (
    <tr>
      <td className="nowrap">
        <Link to={`/reports/${periodId}`}>{periodName(written.period)}</Link>
      </td>
      <td>{revision}</td>
      <td>
        <PackageState of={written} />
        <div className="soft small">
          {t('sync.written.made', { at: displayInstant(writtenAt), bytes: number(bytes) })}{' '}
          <Hash value={hash} />
        </div>
      </td>
      {roads && (
        <td className="end">
          {isNewest && (
            <PeriodRoads period={{ ...written, id: periodId }} roads={roads} canBeProved={receipt === null} />
          )}
        </td>
      )}
    </tr>
  )
}
