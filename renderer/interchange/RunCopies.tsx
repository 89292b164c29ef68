import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ImportRun } from '../../shared/interchange/contract.ts'
import { Icon } from '../ui/icons.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { runPath } from './RunTabs.tsx'

/** The copies of a file, the series their numbers belong to, and the words of it that nobody has explained. */
export function RunCopies({ run }: { run: ImportRun }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { copies, copiesTaken, series, unknownValues } = run.counts
  const isStaged = run.state === 'staged'
  const newStores = unknownValues.filter(({ kind }) => kind === 'store').length
  return (
    <section className="card">
      <h2>{t('interchange.run.copies', { shown: number(copies) })}</h2>
      {copiesTaken > 0 && (
        <p className="fact warn">
          <Icon name="warning" />
          <span>
            {t(isStaged ? 'interchange.run.copiesTaken' : 'interchange.run.copiesTakenBefore', {
              shown: number(copiesTaken),
            })}
          </span>
        </p>
      )}
      {unknownValues.length > 0 && isStaged && (
        <p className="fact warn">
          <Icon name="info" />
          <span>
            {t('interchange.run.unknown', {
              count: unknownValues.length,
              shown: number(unknownValues.length),
            })}
            {newStores > 0 &&
              ` ${t('interchange.run.newStores', { count: newStores, shown: number(newStores) })}`}{' '}
            <Link to={runPath(run.id, 'words')} replace>
              {t('interchange.run.explain')}
            </Link>
          </span>
        </p>
      )}
      {series.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t('interchange.run.series')}</th>
              <th className="end">{t('interchange.run.seriesCopies')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {series.map(({ prefix, digits, copies: count, isNew }) => (
              <tr key={prefix}>
                <td>
                  {t('interchange.run.seriesForm', {
                    form: `${prefix}${'0'.repeat(Math.max(0, digits - 1))}1`,
                  })}
                </td>
                <td className="end number">{number(count)}</td>
                <td>
                  {t(`interchange.run.${!isNew ? 'seriesKnown' : isStaged ? 'seriesNew' : 'seriesMade'}`)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
