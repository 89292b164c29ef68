import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'

/** On a copy's page: where it travels or has travelled. */
export function CopyRotation({ id }: { id: number }) {
  const { t } = useTranslation()
  const { value } = useQuery('rotation.ofCopy', { copyId: id })
  if (!value || value.length === 0) return null
  return (
    <section className="card">
      <h2>{t('rotation.ofCopy.title')}</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t('rotation.fields.number')}</th>
            <th>{t('rotation.fields.pointId')}</th>
            <th>{t('rotation.fields.sentOn')}</th>
            <th>{t('rotation.fields.dueOn')}</th>
            <th>{t('rotation.fields.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {value.map(({ id: shipmentId, number, pointName, sentOn, dueOn, outcome, outcomeOn }) => (
            <tr key={shipmentId}>
              <td>
                <Link to={`/rotation/${shipmentId}`}>{number}</Link>
              </td>
              <td>{pointName}</td>
              <td>{sentOn === null ? t('rotation.states.preparing') : displayDate(sentOn)}</td>
              <td>{dueOn === null ? '' : displayDate(dueOn)}</td>
              <td>
                {t(`rotation.outcomes.${outcome ?? (sentOn === null ? 'chosen' : 'away')}`)}
                {outcomeOn !== null && ` ${displayDate(outcomeOn)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
