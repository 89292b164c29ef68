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
  const open = sites.filter(({ closedOn }) => closedOn === null)
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
    ...open.map(({ id, name, code }) => ({
      key: `site ${id}`,
      name,
      code: code || `CS-${id}`,
      hint: t('reports.units.site'),
    })),
  ]
  const waitedFor = new Set(units.flatMap(({ name, code }) => [name, code]))
  const byName = new Map(all.toReversed().map((each) => [each.name, each]))
  return all.filter(
    (each) => byName.get(each.name) === each && !waitedFor.has(each.name) && !waitedFor.has(each.code),
  )
}
