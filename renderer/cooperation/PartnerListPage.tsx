import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import {
  PartnerFilters,
  partnerKinds,
  partnerOrigins,
  type Partner,
} from '../../shared/cooperation/contract.ts'
import { useKept } from '../app/kept.ts'
import { usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { CooperationTabs } from './CooperationTabs.tsx'
import { FacetSelect } from './FacetSelect.tsx'
import { ListExport } from './ListFrame.tsx'
import { PartnerDialog } from './PartnerDialog.tsx'
import { useListFilters } from './use-list-filters.ts'

const standings = ['open', 'closed'] as const

/** Whoever the library works with, by name. */
export function PartnerListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const number = useNumberText()
  const { filters, text, setText, narrow, clear, isNarrowed } = useListFilters(PartnerFilters)
  const list = usePages('cooperation.partners', filters)
  const [selected, setSelected] = useKept<number | null>('partners.selected', null)
  const [isAdding, setAdding] = useState(false)
  const mayWrite = can('cooperation.write')
  const first = list.firstPage
  return (
    <div className="page filled">
      <PageHeader title={t('cooperation.list.title')} hint={t('cooperation.list.hint')}>
        <ListExport list={{ of: 'partners', filters }} />
        <Button icon="print" onClick={() => window.print()}>
          {t('cooperation.page.print')}
        </Button>
        {mayWrite && (
          <Button kind="primary" icon="add" onClick={() => setAdding(true)}>
            {t('cooperation.partner.add')}
          </Button>
        )}
      </PageHeader>
      <CooperationTabs />
      <div className="cooperation-filters no-print">
        <SearchBox
          label={t('cooperation.list.search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <FacetSelect
          label={t('cooperation.fields.kind')}
          by="kind"
          value={filters.kind}
          values={partnerKinds}
          wordOf={(each) => t(`cooperation.kinds.${each}`)}
          facets={first?.facets}
          onChange={(kind) => narrow({ kind })}
        />
        <FacetSelect
          label={t('cooperation.fields.origin')}
          by="origin"
          value={filters.origin}
          values={partnerOrigins}
          wordOf={(each) => t(`cooperation.origins.${each}`)}
          facets={first?.facets}
          onChange={(origin) => narrow({ origin })}
        />
        <FacetSelect
          label={t('cooperation.fields.standing')}
          by="standing"
          value={filters.standing}
          values={standings}
          wordOf={(each) => t(`cooperation.partnerStandings.${each}`)}
          facets={first?.facets}
          onChange={(standing) => narrow({ standing })}
        />
      </div>
      <Failure of={list.failure} />
      <Table
        label={t('cooperation.list.title')}
        name="partners"
        columns={useColumns()}
        rows={list.rows}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        onOpen={({ id }) => void navigate(`/cooperation/partners/${id}`)}
        hasMore={list.hasMore}
        onMore={list.more}
        isLoading={list.isStarting && !list.failure}
        foot={first && <span>{t('cooperation.page.rows', { shown: number(first.total) })}</span>}
        empty={
          <EmptyState
            icon="people"
            text={t(isNarrowed ? 'cooperation.list.nothingFound' : 'cooperation.list.empty')}
          >
            {isNarrowed ? (
              <Button onClick={clear}>{t('cooperation.page.showAll')}</Button>
            ) : (
              mayWrite && (
                <Button kind="primary" onClick={() => setAdding(true)}>
                  {t('cooperation.list.addFirst')}
                </Button>
              )
            )}
          </EmptyState>
        }
      />
      {isAdding && (
        <PartnerDialog
          partner={null}
          onClose={() => setAdding(false)}
          onSaved={({ id }) => void navigate(`/cooperation/partners/${id}`)}
        />
      )}
    </div>
  )
}

const ties = ['projects', 'agreements', 'gifts', 'delegations', 'activities'] as const

function useColumns(): Column<Partner>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(
    () => [
      {
        key: 'name',
        label: t('cooperation.fields.name'),
        widthPx: 240,
        grows: true,
        cell: ({ name }) => name,
      },
      {
        key: 'kind',
        label: t('cooperation.fields.kind'),
        widthPx: 206,
        cell: ({ kind }) => t(`cooperation.kinds.${kind}`),
      },
      {
        key: 'origin',
        label: t('cooperation.fields.country'),
        widthPx: 120,
        cell: ({ origin, country }) => country || t(`cooperation.origins.${origin}`),
      },
      ...ties.map((tie): Column<Partner> => ({
        key: tie,
        label: t(`cooperation.fields.${tie}`),
        widthPx: 104,
        align: 'end',
        cell: (partner) => (
          <Link
            className="figure-value provisional"
            tabIndex={-1}
            to={`${tie === 'activities' ? '' : '/cooperation'}/${tie}?partnerId=${partner.id}`}
          >
            {number(partner[tie])}
          </Link>
        ),
      })),
    ],
    [t, number],
  )
}
