import { useTranslation } from 'react-i18next'
import { useQuery } from '../app/operations.ts'
import type { FieldSpec } from '../ui/RecordFields.tsx'
import { usePoints } from './use-points.ts'

/** What a route and a session choose from: own sites, vehicles in use on the day, and points that serve then. */
export function useMobileChoices(on: string) {
  const { t } = useTranslation()
  const sites = (useQuery('copies.sites', {}).value ?? []).filter(({ closedOn }) => closedOn === null)
  const vehicles = useQuery('rotation.vehicles', { on }).value ?? []
  const points = usePoints(on)
  const site: FieldSpec = {
    kind: 'record',
    name: 'siteId',
    label: t('rotation.fields.siteId'),
    options: sites.map(({ id, name }) => ({ value: String(id), label: name })),
    emptyLabel: t('rotation.form.chooseSite'),
    hint: t('rotation.form.siteHint'),
    isRequired: true,
  }
  const vehicle: FieldSpec = {
    kind: 'record',
    name: 'vehicleId',
    label: t('rotation.fields.vehicleId'),
    options: vehicles.map(({ id, name, inventoryNumber }) => ({
      value: String(id),
      label: [name, inventoryNumber].filter(Boolean).join(' · '),
    })),
    emptyLabel: t('rotation.form.noVehicle'),
    hint: t('rotation.form.vehicleHint'),
  }
  return { site, vehicle, points, firstSiteId: sites[0]?.id ?? null, isReady: sites.length > 0 }
}
