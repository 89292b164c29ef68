import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '../../shared/fold.ts'
import { useQuery } from '../app/operations.ts'
import type { Column } from '../ui/Table.tsx'

export const referenceTabs = ['province', 'ddcClass', 'language', 'relator'] as const
export type ReferenceTab = (typeof referenceTabs)[number]

export type ReferenceRow = { code: string; name: string; second: string; third: string; folded: string }

function withFolded(row: Omit<ReferenceRow, 'folded'>): ReferenceRow {
  return { ...row, folded: fold(`${row.code} ${row.name} ${row.second} ${row.third}`) }
}

function useProvinceRows(isActive: boolean) {
  const { t } = useTranslation()
  const { value, failure, isLoading } = useQuery('settings.provinces', {}, { isActive })
  const rows = useMemo(
    () =>
      (value ?? []).map(({ code, name, kind, formerUnits }) =>
        withFolded({
          code,
          name,
          second: t(`settings.kinds.${kind === 'tỉnh' ? 'province' : 'city'}`),
          third: formerUnits.map((unit) => `${unit.name} (${unit.code})`).join(', '),
        }),
      ),
    [value, t],
  )
  return { rows, failure, isLoading }
}

function useTermRows(tab: ReferenceTab) {
  const { value, failure, isLoading } = useQuery(
    'settings.list',
    { list: tab },
    { isActive: tab !== 'province' },
  )
  const rows = useMemo(
    () =>
      (value ?? []).map(({ code, name, nameEn }) => withFolded({ code, name, second: nameEn, third: '' })),
    [value],
  )
  return { rows, failure, isLoading }
}

/** One of the lists that come with the program, with what it is searched by. */
export function useReferenceTable(tab: ReferenceTab) {
  const { t } = useTranslation()
  const isProvince = tab === 'province'
  const provinces = useProvinceRows(isProvince)
  const terms = useTermRows(tab)
  const columns = useMemo((): Column<ReferenceRow>[] => {
    const code = {
      key: 'code',
      label: t('settings.reference.code'),
      widthPx: 72,
      cell: (row: ReferenceRow) => row.code,
    }
    const isMain = (row: ReferenceRow) => tab === 'ddcClass' && row.code.length === 1
    const name = {
      key: 'name',
      label: t('settings.reference.name'),
      cell: (row: ReferenceRow) => (isMain(row) ? <strong>{row.name}</strong> : row.name),
    }
    const second = { key: 'second', cell: (row: ReferenceRow) => row.second }
    const third = { key: 'third', cell: (row: ReferenceRow) => row.third }
    return isProvince
      ? [
          code,
          { ...name, widthPx: 190 },
          { ...second, label: t('settings.reference.kind'), widthPx: 110 },
          { ...third, label: t('settings.reference.formerUnits'), widthPx: 360, grows: true },
        ]
      : [
          code,
          { ...name, widthPx: 300, grows: true },
          { ...second, label: t('settings.reference.nameEn'), widthPx: 300, grows: true },
        ]
  }, [tab, isProvince, t])
  return { columns, ...(isProvince ? provinces : terms) }
}
