import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { dayOrNone } from './LinkList.tsx'
import { useMoneyText } from './money-words.ts'
import { RecordPage } from './RecordPage.tsx'

export function MembershipPage() {
  const { t } = useTranslation()
  const money = useMoneyText()
  const id = Number(useParams().id)
  const { value: membership, failure } = useQuery('cooperation.membership', { id })
  const properties = membership
    ? [
        {
          key: 'scope',
          label: t('cooperation.fields.scope'),
          value: t(`cooperation.scopes.${membership.scope}`),
        },
        { key: 'since', label: t('cooperation.fields.since'), value: displayDate(membership.since) },
        {
          key: 'fee',
          label: t('cooperation.fields.fee'),
          value: money({ currency: membership.currency, amountMinor: membership.feeMinor }),
        },
        { key: 'endedOn', label: t('cooperation.fields.leftOn'), value: dayOrNone(membership.endedOn) },
        { key: 'note', label: t('cooperation.fields.note'), value: membership.note, isWide: true },
      ]
    : []
  return (
    <RecordPage
      of="membership"
      record={membership}
      name={membership?.body ?? ''}
      failure={failure}
      properties={properties}
    >
      {membership && (
        <section className="card" aria-label={t('cooperation.memberships.fees')}>
          <h2>{t('cooperation.memberships.fees')}</h2>
          {membership.fees.length === 0 && <p className="soft">{t('cooperation.memberships.noFees')}</p>}
          <ul className="related-list">
            {membership.fees.map(({ year, paidMinor, paidOn }) => (
              <li key={year}>
                <span>{year}</span>
                <span>{money({ currency: membership.currency, amountMinor: paidMinor })}</span>
                <span className="soft">{dayOrNone(paidOn)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </RecordPage>
  )
}
