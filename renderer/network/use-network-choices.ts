import { useTranslation } from 'react-i18next'
import { isoDateAt } from '../../shared/dates.ts'
import { pointKinds } from '../../shared/network/contract.ts'
import { useQuery } from '../app/operations.ts'
import type { Option } from '../ui/Select.tsx'
import { placedName } from './placed-name.ts'

type Named = { id: number; name: string }
const asOptions = (rows: readonly Named[]): Option[] =>
  rows.map(({ id, name }) => ({ value: String(id), label: name }))

const mostPartners = 200

/** What forms of this module offer to choose from; of points, those that serve today. */
export function usePointOptions(on: string = isoDateAt(Date.now())): Option[] {
  const points = useQuery('network.pointNames', { on }).value ?? []
  return points.map((point) => ({ value: String(point.id), label: placedName(point) }))
}

export function useSiteOptions(): Option[] {
  return asOptions((useQuery('copies.sites', {}).value ?? []).filter(({ closedOn }) => closedOn === null))
}

export function useLibraryPartners(): Option[] {
  const filters = { kind: 'library', standing: 'open', limit: mostPartners } as const
  return asOptions(useQuery('cooperation.partners', filters).value?.rows ?? [])
}

export function useAgreementOptions(): Option[] {
  const filters = { kind: 'interconnection', limit: mostPartners } as const
  return asOptions(useQuery('cooperation.agreements', filters).value?.rows ?? [])
}

export function useKindOptions(): Option[] {
  const { t } = useTranslation()
  return pointKinds.map((kind) => ({ value: kind, label: t(`network.kinds.${kind}`) }))
}

/** The provinces of before 01/07/2025 that the library’s own was made of. */
export function useFormerProvinces(): Option[] {
  const own = useQuery('settings.library', {}).value?.provinceCode
  const provinces = useQuery('settings.provinces', {}).value ?? []
  const units = provinces.find(({ code }) => code === own)?.formerUnits ?? []
  return units.map(({ code, name }) => ({ value: code, label: name }))
}
