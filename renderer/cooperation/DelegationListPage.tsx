import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { DelegationFilters, directions, type Delegation } from '../../shared/cooperation/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import { usePages } from '../app/operations.ts'
import type { Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { FacetSelect } from './FacetSelect.tsx'
import { ListFrame } from './ListFrame.tsx'
import { NarrowedTo, YearSelect } from './NarrowedTo.tsx'
import { useListFilters } from './use-list-filters.ts'

export function DelegationListPage() {
  const { t } = useTranslation()
  const number = useNumberText()
  const by = useListFilters(DelegationFilters)
  const { filters, narrow } = by
  const list = usePages('cooperation.delegations', filters)
  const first = list.firstPage
  return (
    <ListFrame
      of="delegations"
      icon="people"
      exported={{ of: 'delegations', filters }}
      by={by}
      list={list}
      columns={useColumns()}
      filters={
        <>
          <FacetSelect
            label={t('cooperation.fields.direction')}
            by="direction"
            value={filters.direction}
            values={directions}
            wordOf={(each) => t(`cooperation.directions.${each}`)}
            facets={first?.facets}
            onChange={(direction) => narrow({ direction })}
          />
          <YearSelect value={filters.year} onChange={(year) => narrow({ year })} />
          <NarrowedTo partnerId={filters.partnerId} projectId={filters.projectId} onNarrow={narrow} />
        </>
      }
      foot={
        first && (
          <span>
            {t('cooperation.delegations.sum', { shown: number(first.total), people: number(first.people) })}
          </span>
        )
      }
    />
  )
}

function useColumns(): Column<Delegation>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(
    () => [
      {
        key: 'days',
        label: t('cooperation.paper.columns.days'),
        widthPx: 206,
        cell: ({ startsOn, endsOn }) =>
          startsOn === endsOn ? displayDate(startsOn) : `${displayDate(startsOn)} – ${displayDate(endsOn)}`,
      },
      {
        key: 'direction',
        label: t('cooperation.fields.direction'),
        widthPx: 90,
        cell: ({ direction }) => t(`cooperation.directions.${direction}`),
      },
      {
        key: 'programme',
        label: t('cooperation.fields.programme'),
        widthPx: 300,
        grows: true,
        cell: ({ programme }) => programme,
      },
      {
        key: 'country',
        label: t('cooperation.fields.country'),
        widthPx: 130,
        cell: ({ country }) => country,
      },
      {
        key: 'partner',
        label: t('cooperation.fields.partnerId'),
        widthPx: 220,
        grows: true,
        cell: ({ partner }) => partner?.name,
      },
      {
        key: 'headcount',
        label: t('cooperation.fields.headcount'),
        widthPx: 90,
        align: 'end',
        cell: ({ headcount }) => number(headcount),
      },
    ],
    [t, number],
  )
}
