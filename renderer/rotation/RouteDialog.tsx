import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isoDateAt } from '../../shared/dates.ts'
import { RouteFields, type Route } from '../../shared/rotation/contract.ts'
import { useCommand } from '../app/operations.ts'
import { RecordDialog, type RecordGrid } from '../app/RecordDialog.tsx'
import type { FieldSpec } from '../ui/RecordFields.tsx'
import type { Option } from '../ui/Select.tsx'
import { useMobileChoices } from './use-mobile-choices.ts'

type Props = { route: Route | null; onClose: () => void }
const mostStops = 100

export function RouteDialog({ route, onClose }: Props) {
  const { t } = useTranslation()
  const add = useCommand('rotation.addRoute')
  const update = useCommand('rotation.updateRoute')
  const { site, vehicle, points, firstSiteId, isReady } = useMobileChoices(isoDateAt(Date.now()))
  const grid = useStopGrid(points)
  // The site proposed must be there before the form begins.
  if (!isReady) return null
  const fields: FieldSpec[] = [
    { kind: 'text', name: 'name', label: t('rotation.fields.routeName'), isRequired: true },
    vehicle,
    site,
    { kind: 'date', name: 'endedOn', label: t('rotation.fields.endedOn'), hint: t('rotation.form.endHint') },
    { kind: 'area', name: 'note', label: t('rotation.fields.note') },
  ]
  const blank = { name: '', siteId: firstSiteId, vehicleId: null, endedOn: null, note: '', stops: [] }
  return (
    <RecordDialog
      title={t(route ? 'rotation.lists.routes.edit' : 'rotation.lists.routes.add')}
      formKey={`rotation.routes/${route?.id ?? 'new'}`}
      schema={RouteFields}
      start={route ? RouteFields.parse(route) : blank}
      fields={fields}
      grid={grid}
      save={(values) => (route ? update.run({ ...values, id: route.id, rev: route.rev }) : add.run(values))}
      command={route ? update : add}
      fieldByCode={{ site_not_found: 'siteId', vehicle_not_found: 'vehicleId' }}
      onClose={onClose}
    />
  )
}

function useStopGrid(points: readonly Option[]): RecordGrid {
  const { t } = useTranslation()
  return useMemo(
    () => ({
      name: 'stops',
      label: t('rotation.form.stops'),
      hint: t('rotation.form.stopsHint'),
      maxRows: mostStops,
      newRow: () => ({ id: '', pointId: '', place: '' }),
      columns: [
        {
          key: 'pointId',
          kind: 'numberedChoice',
          label: t('rotation.fields.servedPoint'),
          widthPx: 260,
          grows: true,
          options: [{ value: '', label: '' }, ...points],
        },
        { key: 'place', kind: 'text', label: t('rotation.fields.stopPlace'), widthPx: 240, grows: true },
      ],
    }),
    [t, points],
  )
}
