import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import {
  ProjectFilters,
  projectRoles,
  projectStates,
  type Project,
} from '../../shared/cooperation/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import { usePages } from '../app/operations.ts'
import type { Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { FacetSelect } from './FacetSelect.tsx'
import { ListFrame } from './ListFrame.tsx'
import { useMoneyText } from './money-words.ts'
import { NarrowedTo, YearSelect } from './NarrowedTo.tsx'
import { StandingChip } from './StandingChip.tsx'
import { useListFilters } from './use-list-filters.ts'

export function ProjectListPage() {
  const { t } = useTranslation()
  const number = useNumberText()
  const by = useListFilters(ProjectFilters)
  const { filters, narrow } = by
  const list = usePages('cooperation.projects', filters)
  const first = list.firstPage
  return (
    <ListFrame
      of="projects"
      icon="flag"
      exported={{ of: 'projects', filters }}
      by={by}
      list={list}
      columns={useColumns()}
      filters={
        <>
          <FacetSelect
            label={t('cooperation.fields.state')}
            by="state"
            value={filters.state}
            values={projectStates}
            wordOf={(each) => t(`cooperation.states.${each}`)}
            facets={first?.facets}
            onChange={(state) => narrow({ state })}
          />
          <FacetSelect
            label={t('cooperation.fields.role')}
            by="role"
            value={filters.role}
            values={projectRoles}
            wordOf={(each) => t(`cooperation.roles.${each}`)}
            facets={first?.facets}
            onChange={(role) => narrow({ role })}
          />
          <YearSelect value={filters.year} onChange={(year) => narrow({ year })} />
          <NarrowedTo partnerId={filters.partnerId} onNarrow={narrow} />
        </>
      }
      foot={
        first && (
          <span>
            {t('cooperation.projects.sum', { shown: number(first.total), value: number(first.valueVnd) })}
            {first.unvalued > 0 && ` · ${t('cooperation.projects.unvalued', { count: first.unvalued })}`}
          </span>
        )
      }
    />
  )
}

function useColumns(): Column<Project>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  const money = useMoneyText()
  return useMemo(
    () => [
      {
        key: 'name',
        label: t('cooperation.fields.name'),
        widthPx: 220,
        grows: true,
        cell: ({ name }) => name,
      },
      {
        key: 'partners',
        label: t('cooperation.fields.partners'),
        widthPx: 180,
        cell: ({ partners }) => partners.map(({ name }) => name).join(', '),
      },
      {
        key: 'country',
        label: t('cooperation.fields.country'),
        widthPx: 100,
        cell: ({ country }) => country,
      },
      {
        key: 'days',
        label: t('cooperation.paper.columns.days'),
        widthPx: 206,
        cell: ({ startsOn, endsOn, endedOn }) => {
          const end = endedOn ?? endsOn
          return end === null ? displayDate(startsOn) : `${displayDate(startsOn)} – ${displayDate(end)}`
        },
      },
      {
        key: 'value',
        label: t('cooperation.fields.amount'),
        widthPx: 130,
        align: 'end',
        cell: (project) => money(project),
      },
      {
        key: 'received',
        label: t('cooperation.fields.receivedVnd'),
        widthPx: 130,
        align: 'end',
        cell: ({ received }) => (received.gifts === 0 ? '' : number(received.valueVnd)),
      },
      {
        key: 'state',
        label: t('cooperation.fields.state'),
        widthPx: 150,
        cell: ({ state }) => <StandingChip word={t(`cooperation.states.${state}`)} tone={toneOf[state]} />,
      },
    ],
    [t, number, money],
  )
}

export const toneOf = { planned: 'waiting', running: 'good', finished: 'over', stopped: 'bad' } as const
