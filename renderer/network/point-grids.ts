import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import type { RecordGrid } from '../app/RecordDialog.tsx'
import type { EntryRow } from '../ui/EntryGrid.tsx'
import type { ValueColumn } from '../ui/entry-values.ts'
import { useFormerProvinces, useKindOptions } from './use-network-choices.ts'

const mostFacts = 60

/** What a point is from a day on, as the form of one and the list of many ask for it. */
export function useIdentityColumns(): ValueColumn[] {
  const { t } = useTranslation()
  const kinds = useKindOptions()
  const provinces = useFormerProvinces()
  return useMemo(
    () => [
      {
        key: 'fromOn',
        kind: 'date',
        isUsual: true,
        label: t('network.fields.fromOn'),
        widthPx: 104,
        isRequired: true,
      },
      {
        key: 'name',
        kind: 'text',
        label: t('network.fields.name'),
        widthPx: 170,
        grows: true,
        isRequired: true,
      },
      { key: 'kind', kind: 'choice', label: t('network.fields.kind'), widthPx: 140, options: kinds },
      { key: 'commune', kind: 'text', label: t('network.fields.commune'), widthPx: 104 },
      { key: 'communeCode', kind: 'text', label: t('network.fields.communeCode'), widthPx: 64 },
      { key: 'district', kind: 'text', label: t('network.fields.district'), widthPx: 96 },
      {
        key: 'formerProvinceCode',
        kind: 'choice',
        label: t('network.fields.formerProvinceCode'),
        widthPx: 94,
        options: [{ value: '', label: '' }, ...provinces],
      },
    ],
    [t, kinds, provinces],
  )
}

/** What is usual goes on from the row above. */
export function newIdentity(above?: EntryRow): EntryRow {
  return {
    id: '',
    fromOn: above?.['fromOn'] ?? displayDate(isoDateAt(Date.now())),
    name: '',
    kind: above?.['kind'] ?? 'commune',
    commune: '',
    communeCode: '',
    district: above?.['district'] ?? '',
    formerProvinceCode: above?.['formerProvinceCode'] ?? '',
  }
}

export function useIdentityGrid(): RecordGrid {
  const { t } = useTranslation()
  const columns = useIdentityColumns()
  return useMemo(
    () => ({
      name: 'identities',
      label: t('network.form.identities'),
      hint: t('network.form.identitiesHint'),
      maxRows: mostFacts,
      newRow: () => newIdentity(),
      columns,
      isFirst: true,
    }),
    [t, columns],
  )
}

export function useFigureGrid(): RecordGrid {
  const { t } = useTranslation()
  return useMemo(() => {
    const whole = (key: 'copies' | 'titles' | 'serials') => ({
      key,
      kind: 'number' as const,
      isWhole: true as const,
      label: t(`network.fields.${key}`),
      widthPx: 100,
      align: 'end' as const,
    })
    return {
      name: 'figures',
      label: t('network.form.figures'),
      hint: t('network.form.figuresHint'),
      maxRows: mostFacts,
      newRow: () => ({ id: '', fromOn: '', copies: '', titles: '', serials: '', areaM2: '', source: '' }),
      columns: [
        { key: 'fromOn', kind: 'date', label: t('network.fields.fromOn'), widthPx: 100, isRequired: true },
        whole('copies'),
        whole('titles'),
        whole('serials'),
        { key: 'areaM2', kind: 'number', label: t('network.fields.areaM2'), widthPx: 120, align: 'end' },
        { key: 'source', kind: 'text', label: t('network.fields.source'), widthPx: 200, grows: true },
      ],
    }
  }, [t])
}
