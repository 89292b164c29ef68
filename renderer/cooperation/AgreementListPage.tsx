import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import {
  AgreementFilters,
  agreementKinds,
  agreementStandings,
  type Agreement,
} from '../../shared/cooperation/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import { usePages } from '../app/operations.ts'
import type { Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { FacetSelect } from './FacetSelect.tsx'
import { ListFrame } from './ListFrame.tsx'
import { NarrowedTo } from './NarrowedTo.tsx'
import { StandingChip, type Tone } from './StandingChip.tsx'
import { useListFilters } from './use-list-filters.ts'

export const agreementTone: Record<Agreement['standing'], Tone> = {
  coming: 'waiting',
  valid: 'good',
  expiring: 'soon',
  expired: 'bad',
  renewed: 'over',
  ended: 'over',
}

export function AgreementListPage() {
  const { t } = useTranslation()
  const number = useNumberText()
  const by = useListFilters(AgreementFilters)
  const { filters, narrow } = by
  const list = usePages('cooperation.agreements', filters)
  const first = list.firstPage
  return (
    <ListFrame
      of="agreements"
      icon="join"
      exported={{ of: 'agreements', filters }}
      by={by}
      list={list}
      columns={useColumns()}
      filters={
        <>
          <FacetSelect
            label={t('cooperation.fields.standing')}
            by="standing"
            value={filters.standing}
            values={agreementStandings}
            wordOf={(each) => t(`cooperation.standings.${each}`)}
            facets={first?.facets}
            onChange={(standing) => narrow({ standing })}
          />
          <FacetSelect
            label={t('cooperation.fields.kind')}
            by="kind"
            value={filters.kind}
            values={agreementKinds}
            wordOf={(each) => t(`cooperation.agreementKinds.${each}`)}
            facets={first?.facets}
            onChange={(kind) => narrow({ kind })}
          />
          <NarrowedTo partnerId={filters.partnerId} onNarrow={narrow} />
        </>
      }
      foot={first && <span>{t('cooperation.page.rows', { shown: number(first.total) })}</span>}
    />
  )
}

function useColumns(): Column<Agreement>[] {
  const { t } = useTranslation()
  return useMemo(
    () => [
      {
        key: 'name',
        label: t('cooperation.fields.name'),
        widthPx: 200,
        grows: true,
        cell: ({ name }) => name,
      },
      { key: 'number', label: t('cooperation.fields.number'), widthPx: 110, cell: ({ number }) => number },
      {
        key: 'partners',
        label: t('cooperation.fields.partners'),
        widthPx: 200,
        cell: ({ partners }) => partners.map(({ name }) => name).join(', '),
      },
      {
        key: 'kind',
        label: t('cooperation.fields.kind'),
        widthPx: 150,
        cell: ({ kind }) => t(`cooperation.agreementKinds.${kind}`),
      },
      {
        key: 'days',
        label: t('cooperation.paper.columns.days'),
        widthPx: 214,
        cell: ({ startsOn, endsOn }) =>
          `${displayDate(startsOn)} – ${endsOn === null ? t('cooperation.agreements.noTerm') : displayDate(endsOn)}`,
      },
      {
        key: 'standing',
        label: t('cooperation.fields.standing'),
        widthPx: 214,
        cell: ({ standing, daysLeft }) => (
          <span className="row">
            <StandingChip word={t(`cooperation.standings.${standing}`)} tone={agreementTone[standing]} />
            {standing === 'expiring' && daysLeft !== null && (
              <span className="soft">{t('cooperation.agreements.daysLeft', { count: daysLeft })}</span>
            )}
          </span>
        ),
      },
    ],
    [t],
  )
}
