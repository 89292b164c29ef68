import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { longestNumber, type Merger } from '../../shared/merger/contract.ts'
import { useQuery } from '../app/operations.ts'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { copiesPath } from './merger-address.ts'

/** What the numbers as they are planned come to, and what still stands against writing them. */
export function NumbersCard({ merger }: { merger: Merger }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { value: outlook, failure } = useQuery('merger.numbering', { mergerId: merger.id })
  if (!outlook) return <Failure of={failure} />
  const { taken, example, isTooLong, longest, series } = outlook
  return (
    <section className="card">
      <h2>{t('merger.overview.numbers')}</h2>
      <table className="plain-table">
        <tbody>
          {(['kept', 'prefixed', 'renumbered', 'undecided'] as const).map((key) => (
            <tr key={key}>
              <td>{t(`merger.overview.${key}`)}</td>
              <td className="end">
                {key === 'undecided' && outlook.undecided > 0 ? (
                  <Link
                    className="figure-value"
                    to={copiesPath(merger.id, 'undecided')}
                    aria-label={`${t('merger.overview.undecided')}: ${number(outlook.undecided)}`}
                  >
                    {number(outlook.undecided)}
                  </Link>
                ) : (
                  <span className="number">{number(outlook[key])}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {series.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t('merger.overview.series')}</th>
              <th className="end">{t('merger.columns.copies')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {series.map(({ prefix, digits, copies, isNew }) => (
              <tr key={prefix}>
                <td>{`${prefix}${'0'.repeat(Math.max(0, digits - 1))}1`}</td>
                <td className="end number">{number(copies)}</td>
                <td>{t(isNew ? 'merger.overview.seriesNew' : 'merger.overview.seriesKnown')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {longest !== '' && <p className="soft small">{t('merger.overview.longest', { number: longest })}</p>}
      {taken > 0 && <Warning text={t('merger.overview.taken', { shown: number(taken), example })} />}
      {isTooLong && <Warning text={t('merger.overview.tooLong', { number: longest, most: longestNumber })} />}
    </section>
  )
}

function Warning({ text }: { text: string }) {
  return (
    <p className="fact warn" role="alert">
      <Icon name="warning" />
      <span>{text}</span>
    </p>
  )
}
