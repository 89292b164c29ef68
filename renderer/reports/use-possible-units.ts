import { useTranslation } from 'react-i18next'
import { isoDateAt } from '../../shared/dates.ts'
import { fold } from '../../shared/fold.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'

export type PossibleUnit = { key: string; name: string; code: string; hint: string }

/** Sites of the library’s own and places of its network that could report; those that are waited for already are left out. */
export function usePossibleUnits(): PossibleUnit[] {
  const { t } = useTranslation()
  const can = useCan()
  const on = isoDateAt(Date.now())
  const sites = useQuery('copies.sites', {}, { isActive: can('copies.read') }).value ?? []
  const points = useQuery('network.pointNames', { on }, { isActive: can('network.read') }).value ?? []
  const units = useQuery('reports.units', {}).value ?? []
  const ofPoints = new Set(points.map(({ name }) => name))
  const all = [
    ...points.map(({ id, name, kind, commune, communeCode }) => ({
      key: `point ${id}`,
      name,
      // Places without a code of their own are known here by their number in the network.
      code: kind === 'commune' && communeCode !== '' ? communeCode : `ML-${id}`,
      hint: [t(`network.kinds.${kind}`), fold(name).includes(fold(commune)) ? '' : commune]
        .filter(Boolean)
        .join(' · '),
    })),
    ...sites
      .filter(({ closedOn, name }) => closedOn === null && !ofPoints.has(name))
      .map(({ id, name, code }) => ({
        key: `site ${id}`,
        name,
        code: code || `CS-${id}`,
        hint: t('reports.units.site'),
      })),
  ]
  const byName = Map.groupBy(all, ({ name }) => name)
  // Of several places with one name, the code alone tells which is waited for.
  const isWaitedFor = ({ name, code }: PossibleUnit) =>
    units.some((unit) => unit.code === code || (unit.name === name && byName.get(name)?.length === 1))
  return all.filter((each) => !isWaitedFor(each))
}
