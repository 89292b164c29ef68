import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { Failure, type OperationFailure } from '../ui/Failure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { useMoneyText } from './money-words.ts'

type Line = { id: number; day: string; name: string; detail: string; to: string }
type Props = {
  title: string
  lines: readonly Line[]
  total: number
  more: string
  failure: OperationFailure | null
}

const shownAtMost = 8

/** What belongs to a record, newest first, with the door to all of it; nothing where there is none. */
function RelatedList({ title, lines, total, more, failure }: Props): ReactNode {
  const { t } = useTranslation()
  const number = useNumberText()
  if (total === 0) return <Failure of={failure} />
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      <Failure of={failure} />
      <ul className="related-list">
        {lines.map(({ id, day, name, detail, to }) => (
          <li key={id}>
            <span className="nowrap">{displayDate(day)}</span>
            <Link to={to}>{name}</Link>
            <span className="soft">{detail}</span>
          </li>
        ))}
      </ul>
      {total > lines.length && (
        <Link to={more}>{t('cooperation.page.seeAll', { shown: number(total) })}</Link>
      )}
    </section>
  )
}

type GiftProps = { title: string; filters: { projectId?: number; partnerId?: number }; more: string }

export function GiftLines({ title, filters, more }: GiftProps) {
  const { t } = useTranslation()
  const number = useNumberText()
  const money = useMoneyText()
  const { value, failure } = useQuery('cooperation.gifts', { ...filters, limit: shownAtMost })
  const lines = (value?.rows ?? []).map((gift) => ({
    id: gift.id,
    day: gift.receivedOn,
    name: gift.what,
    detail: [
      t(`cooperation.giftKinds.${gift.kind}`),
      money(gift),
      gift.voucher &&
        t('cooperation.gift.voucherTitles', {
          titles: number(gift.voucher.titles),
          copies: number(gift.copies ?? 0),
        }),
    ]
      .filter(Boolean)
      .join(' · '),
    to: `/cooperation/gifts/${gift.id}`,
  }))
  return <RelatedList title={title} lines={lines} total={value?.total ?? 0} more={more} failure={failure} />
}

type PartnerProps = { partnerId: number }

export function ProjectLines({ partnerId }: PartnerProps) {
  const { t } = useTranslation()
  const { value, failure } = useQuery('cooperation.projects', { partnerId, limit: shownAtMost })
  const lines = (value?.rows ?? []).map(({ id, startsOn, name, state }) => ({
    id,
    day: startsOn,
    name,
    detail: t(`cooperation.states.${state}`),
    to: `/cooperation/projects/${id}`,
  }))
  return (
    <RelatedList
      title={t('cooperation.fields.projects')}
      lines={lines}
      total={value?.total ?? 0}
      more={`/cooperation/projects?partnerId=${partnerId}`}
      failure={failure}
    />
  )
}

export function AgreementLines({ partnerId }: PartnerProps) {
  const { t } = useTranslation()
  const { value, failure } = useQuery('cooperation.agreements', { partnerId, limit: shownAtMost })
  const lines = (value?.rows ?? []).map(({ id, startsOn, name, standing }) => ({
    id,
    day: startsOn,
    name,
    detail: t(`cooperation.standings.${standing}`),
    to: `/cooperation/agreements/${id}`,
  }))
  return (
    <RelatedList
      title={t('cooperation.fields.agreements')}
      lines={lines}
      total={value?.total ?? 0}
      more={`/cooperation/agreements?partnerId=${partnerId}`}
      failure={failure}
    />
  )
}

export function DelegationLines({ partnerId }: PartnerProps) {
  const { t } = useTranslation()
  const { value, failure } = useQuery('cooperation.delegations', { partnerId, limit: shownAtMost })
  const lines = (value?.rows ?? []).map(({ id, startsOn, programme, direction }) => ({
    id,
    day: startsOn,
    name: programme,
    detail: t(`cooperation.directions.${direction}`),
    to: `/cooperation/delegations/${id}`,
  }))
  return (
    <RelatedList
      title={t('cooperation.fields.delegations')}
      lines={lines}
      total={value?.total ?? 0}
      more={`/cooperation/delegations?partnerId=${partnerId}`}
      failure={failure}
    />
  )
}

export function ActivityLines({ partnerId }: PartnerProps) {
  const { t } = useTranslation()
  const { value, failure } = useQuery('activities.list', { partnerId, limit: shownAtMost + 1 })
  const rows = value?.rows ?? []
  const lines = rows.slice(0, shownAtMost).map(({ id, startsOn, name, state }) => ({
    id,
    day: startsOn,
    name,
    detail: t(`activities.states.${state}`),
    to: `/activities/${id}`,
  }))
  const partner = useQuery('cooperation.partner', { id: partnerId }).value
  return (
    <RelatedList
      title={t('cooperation.fields.activities')}
      lines={lines}
      total={partner?.activities ?? rows.length}
      more={`/activities?partnerId=${partnerId}`}
      failure={failure}
    />
  )
}
