import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayInstant } from '../../shared/dates.ts'
import type { Output } from '../app/operation-types.ts'
import { usePeriodName } from '../reports/index.ts'
import { Button } from '../ui/Button.tsx'
import { Hash } from '../ui/Hash.tsx'

type Props = {
  packages: Output<'sync.status'>['packages']
  isRunning: boolean
  onExport: ((periodId: number) => void) | null
}

/** What was written; exporting again gives the same bytes, so a lost file is no loss. */
export function PackageTable({ packages, isRunning, onExport }: Props) {
  const { t } = useTranslation()
  const periodName = usePeriodName()
  return (
    <>
      <div className="scrolls">
        <table className="plain-table">
          <thead>
            <tr>
              {(['period', 'revision', 'writtenAt', 'hash'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(`sync.written.columns.${key}`)}
                </th>
              ))}
              {onExport && (
                <th scope="col">
                  <span className="visually-hidden">{t('sync.written.columns.action')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {packages.map((written) => (
              <tr key={written.id}>
                <td className="nowrap">
                  <Link to={`/reports/${written.periodId}`}>{periodName(written.period)}</Link>
                </td>
                <td>{written.revision}</td>
                <td className="nowrap">{displayInstant(written.writtenAt)}</td>
                <td>
                  <Hash value={written.hash} />
                </td>
                {onExport && (
                  <td className="end">
                    <Button disabled={isRunning} onClick={() => onExport(written.periodId)}>
                      {t('sync.written.again')}
                      <span className="visually-hidden"> {periodName(written.period)}</span>
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="soft small">{t('sync.written.hint')}</p>
    </>
  )
}
