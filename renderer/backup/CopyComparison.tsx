import { useTranslation } from 'react-i18next'
import type { Holdings } from '../../shared/backup/contract.ts'
import { displayInstant } from '../../shared/dates.ts'
import type { Output } from '../app/operation-types.ts'
import { Notice } from '../ui/Notice.tsx'
import { formatNumber, numberStyle } from '../ui/numbers.ts'

const counted = ['titles', 'copies', 'activities'] as const

/** What the copy holds beside what it would replace. */
export function CopyComparison({ proven }: { proven: Output<'backup.prove'> }) {
  const { t, i18n } = useTranslation()
  const style = numberStyle(i18n.language)
  const { copy, current, files, lacksFiles, fileName } = proven
  const at = (holdings: Holdings) => (holdings.lastChangeAt ? displayInstant(holdings.lastChangeAt) : '–')
  const isOther = current !== null && current.libraryName !== copy.libraryName
  return (
    <>
      <Notice icon="check" text={t('backup.restore.sound')} />
      <table className="plain-table" aria-label={t('backup.restore.compare')}>
        <thead>
          <tr>
            <th scope="col">{fileName}</th>
            <th scope="col" className="end">
              {t('backup.restore.inCopy')}
            </th>
            {current && (
              <th scope="col" className="end">
                {t('backup.restore.here')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('backup.restore.library')}</th>
            <td className="end">{copy.libraryName}</td>
            {current && <td className="end">{current.libraryName}</td>}
          </tr>
          {counted.map((key) => (
            <tr key={key}>
              <th scope="row">{t(`backup.restore.${key}`)}</th>
              <td className="end number">{formatNumber(copy[key], style)}</td>
              {current && <td className="end number">{formatNumber(current[key], style)}</td>}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('backup.restore.lastChange')}</th>
            <td className="end number">{at(copy)}</td>
            {current && <td className="end number">{at(current)}</td>}
          </tr>
          <tr>
            <th scope="row">{t('backup.restore.files')}</th>
            <td className="end">{t('backup.restore.filesCount', { count: files })}</td>
            {current && <td />}
          </tr>
        </tbody>
      </table>
      {lacksFiles && <Notice icon="warning" text={t('backup.restore.lacksFiles')} />}
      {isOther && (
        <Notice icon="warning" text={t('backup.restore.otherLibrary', { name: copy.libraryName })} />
      )}
      {current && <p>{t('backup.restore.loses', { at: at(copy) })}</p>}
    </>
  )
}
