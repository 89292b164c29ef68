import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import {
  pointKinds,
  pointModels,
  PointFields,
  standings,
  type Point,
  type PointFilters,
  type PointMeasure,
} from '../../shared/network/contract.ts'
import { AsOfBar } from '../app/AsOfBar.tsx'
import { ListExport } from '../app/ListExport.tsx'
import { useCommand, useJob, usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { RegisterPage } from '../app/RegisterPage.tsx'
import { useAsOf } from '../app/use-as-of.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { Icon } from '../ui/icons.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { NetworkTabs } from './NetworkTabs.tsx'
import { PointDialog } from './PointDialog.tsx'
import { StandingChip } from './StandingChip.tsx'
import { useListWords } from './use-list-words.ts'
import { useKindOptions } from './use-network-choices.ts'
import { asNew } from './use-saving-point.ts'

const models = pointModels.filter((each) => each !== '')
const nameOf = ({ name }: Point) => name

/** The libraries and points of the territory as they were on a day, with what is asked of them. */
export function PointListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const number = useNumberText()
  const asOf = useAsOf()
  const [text, setText] = useSearchText()
  const { search, on, withPast, narrow } = asOf
  const filters: PointFilters = {
    text,
    on,
    withPast,
    kind: pointKinds.find((each) => each === search.get('kind')) ?? null,
    standing: standings.find((each) => each === search.get('standing')) ?? null,
    model: models.find((each) => each === search.get('model')) ?? null,
  }
  const list = usePages('network.points', filters)
  const remove = useCommand('network.removePoint')
  const add = useCommand('network.addPoints')
  const run = useJob('network.exportList')
  const mayWrite = can('network.write')
  const { total, sites } = list.firstPage ?? {}
  return (
    <RegisterPage
      name="points"
      icon="pin"
      words={useListWords('points', nameOf)}
      list={list}
      columns={useColumns()}
      isNarrowed={isNarrowed(filters) || !asOf.isToday}
      mayWrite={mayWrite}
      tabs={<NetworkTabs />}
      tools={
        <>
          <ListExport
            run={run}
            onStart={(format) => void run.start({ choice: { list: 'points', filters }, format })}
          />
          {mayWrite && (
            <Link className="button" to="/network/many">
              <Icon name="list" />
              {t('network.many.open')}
            </Link>
          )}
        </>
      }
      filters={
        <AsOfBar
          asOf={asOf}
          searchLabel={t('network.lists.points.search')}
          text={text}
          onText={setText}
          pastLabel={t('network.list.withClosed')}
        >
          <InlineSelect
            label={t('network.fields.kind')}
            emptyLabel={t('network.list.anyKind')}
            value={filters.kind ?? ''}
            options={useKindOptions()}
            onChange={(kind) => narrow({ kind })}
          />
          <InlineSelect
            label={t('network.fields.standing')}
            emptyLabel={t('network.list.anyStanding')}
            value={filters.standing ?? ''}
            options={standings.map((each) => ({ value: each, label: t(`network.standings.${each}`) }))}
            onChange={(standing) => narrow({ standing })}
          />
          <InlineSelect
            label={t('network.fields.model')}
            emptyLabel={t('network.list.anyModel')}
            value={filters.model ?? ''}
            options={models.map((each) => ({ value: each, label: t(`network.models.${each}`) }))}
            onChange={(model) => narrow({ model })}
          />
        </AsOfBar>
      }
      dialog={(point, onClose) => <PointDialog key={point?.id} point={point} onClose={onClose} />}
      onOpen={({ id }) => void navigate(`/network/points/${id}`)}
      removal={remove}
      onRemove={async (point) => {
        const answer = await remove.run({ id: point.id, rev: point.rev })
        const rows = [asNew(PointFields.parse(point))]
        return answer.ok ? () => add.run({ rows, accepted: ['same_name'] }) : null
      }}
      foot={
        total && (
          <span>
            {[
              t('network.list.pointTotal', { shown: number(total.count) }),
              ...total.byKind.map(({ kind, count }) => `${t(`network.kinds.${kind}`)}: ${number(count)}`),
            ].join(' · ')}
          </span>
        )
      }
    >
      {total && total.count > 0 && sites && sites.length > 0 && (
        <Notice text={t('network.list.looseSites', { names: sites.map(({ name }) => name).join(', ') })} />
      )}
    </RegisterPage>
  )
}

function isNarrowed({ text, kind, standing, model }: PointFilters): boolean {
  return text !== '' || [kind, standing, model].some((each) => each !== null)
}

function useColumns(): Column<Point>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(() => {
    /** What there is, of what is asked for. */
    const measured = (measure: PointMeasure, widthPx: number): Column<Point> => ({
      key: measure,
      label: t(`network.fields.${measure}`),
      widthPx,
      align: 'end',
      cell: (point) => {
        const condition = point.conditions.find((each) => each.measure === measure)
        if (!condition) return ''
        const { value, least } = condition
        return `${value === null ? t('network.words.unknownValue') : number(value)} / ${number(least)}`
      },
    })
    return [
      {
        key: 'name',
        label: t('network.fields.name'),
        widthPx: 240,
        grows: true,
        cell: ({ name, closedOn }) =>
          closedOn === null ? name : t('network.list.closedName', { name, on: displayDate(closedOn) }),
      },
      {
        key: 'kind',
        label: t('network.fields.kind'),
        widthPx: 160,
        grows: true,
        cell: ({ kind }) => t(`network.kinds.${kind}`),
      },
      { key: 'commune', label: t('network.fields.commune'), widthPx: 118, cell: ({ commune }) => commune },
      {
        key: 'standing',
        label: t('network.fields.result'),
        widthPx: 112,
        cell: ({ standing }) => standing && <StandingChip standing={standing} />,
      },
      measured('copies', 136),
      measured('serials', 114),
      measured('areaM2', 122),
    ]
  }, [t, number])
}
