import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { runtimeKey } from '../../shared/texts.ts'
import type { RowOf } from '../app/operation-types.ts'
import { Chip } from '../ui/Chip.tsx'
import type { Column } from '../ui/Table.tsx'

type Row = RowOf<'indicators.explain'>

const pageOf: Record<string, (rowId: number) => string> = {
  title: (rowId) => `/catalogue/${rowId}`,
  copy: (rowId) => `/copies/${rowId}`,
  product: (rowId) => `/products/${rowId}`,
  openingBalance: () => '/stock/opening',
  equipment: (rowId) => `/facilities/equipment/${rowId}`,
  cooperationProject: (rowId) => `/cooperation/projects/${rowId}`,
  agreement: (rowId) => `/cooperation/agreements/${rowId}`,
  delegation: (rowId) => `/cooperation/delegations/${rowId}`,
  membership: (rowId) => `/cooperation/memberships/${rowId}`,
  gift: (rowId) => `/cooperation/gifts/${rowId}`,
  partner: (rowId) => `/cooperation/partners/${rowId}`,
  digitizationJob: (rowId) => `/digitization/jobs/${rowId}`,
  givenFigure: () => '/indicators/given',
  stocktakeItem: (rowId) => `/stocktake/items/${rowId}`,
}

/** Where a counted row can be read; null for a table without a page of its own. */
export function recordPath({ tableName, rowId }: Pick<Row, 'tableName' | 'rowId'>): string | null {
  return pageOf[tableName]?.(rowId) ?? null
}

export function useRowColumns(): Column<Row>[] {
  const { t } = useTranslation()
  return useMemo(
    () => [
      {
        key: 'kind',
        label: t('indicators.columns.kind'),
        widthPx: 120,
        cell: (row) => t(runtimeKey(`indicators.rowKinds.${row.tableName}`)),
      },
      {
        key: 'label',
        label: t('indicators.columns.label'),
        widthPx: 240,
        grows: true,
        cell: (row) => {
          const path = recordPath(row)
          return path ? (
            <Link className="record-link" to={path}>
              {row.label}
            </Link>
          ) : (
            row.label
          )
        },
      },
      { key: 'detail', label: t('indicators.columns.detail'), widthPx: 230, cell: (row) => row.detail },
      {
        key: 'changedSince',
        label: t('indicators.columns.changedSince'),
        widthPx: 190,
        cell: (row) =>
          row.changedSince && (
            <Chip tone="warn" icon="edit">
              {t('indicators.explain.changedSince')}
            </Chip>
          ),
      },
    ],
    [t],
  )
}
