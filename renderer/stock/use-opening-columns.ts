import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { acquisitionSources } from '../../shared/catalogue/contract.ts'
import { countedMaterials } from '../../shared/stock/contract.ts'
import type { EntryColumn } from '../ui/EntryGrid.tsx'
import type { Option } from '../ui/Select.tsx'
import { unknownClass, type OpeningKey } from './opening-rows.ts'

export type Choices = { sites: Option[]; languages: Option[]; classes: Option[] }
/** All of a line, its evidence once a report counts it, or nothing. */
type Editable = 'all' | 'evidence' | 'nothing'

export function useOpeningColumns({ sites, languages, classes }: Choices, editable: Editable) {
  const { t } = useTranslation()
  return useMemo((): EntryColumn<OpeningKey>[] => {
    const isFixed = editable !== 'all'
    const column = (key: OpeningKey, widthPx: number) => ({ key, label: t(`stock.opening.${key}`), widthPx })
    const choice = (key: OpeningKey, widthPx: number, options: Option[]) => ({
      ...column(key, widthPx),
      options,
      isRequired: true,
      isFixed,
    })
    const count = (key: OpeningKey) => ({
      ...column(key, 84),
      align: 'end' as const,
      isRequired: true,
      isFixed,
    })
    const shown = (key: OpeningKey) => ({ ...column(key, 86), align: 'end' as const, isFixed: true })
    const materials = countedMaterials.map((code) => ({
      value: code,
      label: t(`catalogue.materials.${code}`),
    }))
    const sources = acquisitionSources.map((code) => ({ value: code, label: t(`catalogue.sources.${code}`) }))
    const ddc = classes.map(({ value, label }) => ({ value, label: `${value}00 ${label}` }))
    return [
      choice('site', 116, sites),
      choice('material', 116, materials),
      choice('language', 108, languages),
      choice('ddc', 140, [{ value: unknownClass, label: t('stock.opening.ddcUnknown') }, ...ddc]),
      choice('source', 100, sources),
      count('titles'),
      count('copies'),
      { ...column('evidence', 100), grows: true, isFixed: editable === 'nothing' },
      shown('registered'),
      shown('remaining'),
    ]
  }, [t, sites, languages, classes, editable])
}
