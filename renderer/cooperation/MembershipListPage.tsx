import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { MembershipFilters, membershipScopes, type Membership } from '../../shared/cooperation/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import { usePages } from '../app/operations.ts'
import type { Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { FacetSelect } from './FacetSelect.tsx'
import { ListFrame } from './ListFrame.tsx'
import { useMoneyText } from './money-words.ts'
import { StandingChip } from './StandingChip.tsx'
import { useListFilters } from './use-list-filters.ts'

const standings = ['active', 'ended'] as const

export function MembershipListPage() {
  const { t } = useTranslation()
  const number = useNumberText()
  const by = useListFilters(MembershipFilters)
  const { filters, narrow } = by
  const list = usePages('cooperation.memberships', filters)
  const first = list.firstPage
  return (
    <ListFrame
      of="memberships"
      icon="card"
      exported={{ of: 'memberships', filters }}
      by={by}
      list={list}
      columns={useColumns()}
      filters={
        <>
          <FacetSelect
            label={t('cooperation.fields.scope')}
            by="scope"
            value={filters.scope}
            values={membershipScopes}
            wordOf={(each) => t(`cooperation.scopes.${each}`)}
            facets={first?.facets}
            onChange={(scope) => narrow({ scope })}
          />
          <FacetSelect
            label={t('cooperation.fields.standing')}
            by="standing"
            value={filters.standing}
            values={standings}
            wordOf={(each) => t(`cooperation.membershipStandings.${each}`)}
            facets={first?.facets}
            onChange={(standing) => narrow({ standing })}
          />
        </>
      }
      foot={first && <span>{t('cooperation.page.rows', { shown: number(first.total) })}</span>}
    />
  )
}

function useColumns(): Column<Membership>[] {
  const { t } = useTranslation()
  const money = useMoneyText()
  return useMemo(
    () => [
      {
        key: 'body',
        label: t('cooperation.fields.body'),
        widthPx: 340,
        grows: true,
        cell: ({ body }) => body,
      },
      {
        key: 'scope',
        label: t('cooperation.fields.scope'),
        widthPx: 110,
        cell: ({ scope }) => t(`cooperation.scopes.${scope}`),
      },
      {
        key: 'since',
        label: t('cooperation.fields.since'),
        widthPx: 120,
        cell: ({ since }) => displayDate(since),
      },
      {
        key: 'fee',
        label: t('cooperation.fields.fee'),
        widthPx: 160,
        align: 'end',
        cell: ({ feeMinor, currency }) =>
          feeMinor === null ? '' : money({ currency, amountMinor: feeMinor }),
      },
      {
        key: 'paid',
        label: t('cooperation.fields.paidThisYear'),
        widthPx: 160,
        align: 'end',
        cell: ({ paidThisYear, currency }) =>
          paidThisYear === null ? '' : money({ currency, amountMinor: paidThisYear }),
      },
      {
        key: 'standing',
        label: t('cooperation.fields.standing'),
        widthPx: 160,
        cell: ({ isActive }) => (
          <StandingChip
            word={t(`cooperation.membershipStandings.${isActive ? 'active' : 'ended'}`)}
            tone={isActive ? 'good' : 'over'}
          />
        ),
      },
    ],
    [t, money],
  )
}
