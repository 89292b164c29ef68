import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import { RouteFields, type Route } from '../../shared/rotation/contract.ts'
import { AsOfBar } from '../app/AsOfBar.tsx'
import { useCommand, usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { RegisterPage } from '../app/RegisterPage.tsx'
import { useAsOf } from '../app/use-as-of.ts'
import { useSearchText } from '../app/use-search-text.ts'
import type { Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { placeOf } from './place.ts'
import { RotationTabs } from './RotationTabs.tsx'
import { RouteDialog } from './RouteDialog.tsx'
import { useListWords } from './use-list-words.ts'

const nameOf = ({ name }: Route) => name

/** Which way the vehicle drives, and where it stops. */
export function RouteListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const asOf = useAsOf()
  const [text, setText] = useSearchText()
  const { on, withPast, siteId } = asOf
  const list = usePages('rotation.routes', { on, text, withPast, siteId })
  const remove = useCommand('rotation.removeRoute')
  const add = useCommand('rotation.addRoute')
  return (
    <RegisterPage
      name="mobileRoutes"
      icon="list"
      words={useListWords('routes', nameOf)}
      list={list}
      columns={useColumns()}
      isNarrowed={text !== '' || siteId !== null || !asOf.isToday}
      mayWrite={can('rotation.write')}
      tabs={<RotationTabs />}
      filters={
        <AsOfBar
          asOf={asOf}
          searchLabel={t('rotation.lists.routes.search')}
          text={text}
          onText={setText}
          hasSites
          pastLabel={t('rotation.list.withEnded')}
        />
      }
      dialog={(route, onClose) => <RouteDialog key={route?.id} route={route} onClose={onClose} />}
      removal={remove}
      onRemove={async (route) => {
        const answer = await remove.run({ id: route.id, rev: route.rev })
        return answer.ok ? () => add.run(RouteFields.parse(route)) : null
      }}
    />
  )
}

function useColumns(): Column<Route>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(
    () => [
      { key: 'name', label: t('rotation.fields.routeName'), widthPx: 200, grows: true, cell: nameOf },
      {
        key: 'count',
        label: t('rotation.fields.stopCount'),
        widthPx: 104,
        align: 'end',
        cell: ({ stops }) => number(stops.length),
      },
      {
        key: 'stops',
        label: t('rotation.fields.stops'),
        widthPx: 320,
        grows: true,
        cell: ({ stops }) => stops.map(placeOf).join(' → '),
      },
      {
        key: 'vehicle',
        label: t('rotation.fields.vehicleId'),
        widthPx: 180,
        cell: ({ vehicleName }) => vehicleName ?? '',
      },
      { key: 'site', label: t('rotation.fields.siteId'), widthPx: 160, cell: ({ siteName }) => siteName },
      {
        key: 'endedOn',
        label: t('rotation.fields.endedOn'),
        widthPx: 132,
        cell: ({ endedOn }) => (endedOn === null ? '' : displayDate(endedOn)),
      },
    ],
    [t, number],
  )
}
