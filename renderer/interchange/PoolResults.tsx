import { useTranslation } from 'react-i18next'
import type { Output } from '../app/operation-types.ts'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

export type PoolRow = Output<'interchange.searchPools'>[number]

type Props = {
  rows: PoolRow[]
  text: string
  selected: number | null
  isWaiting: boolean
  /** The most that one question brings. */
  limit: number
  onSelect: (id: number) => void
  onOpen: (row: PoolRow) => void
}

/** Records that the words or the ISBN found; Enter takes one over. */
export function PoolResults({ rows, text, selected, isWaiting, limit, onSelect, onOpen }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const columns = usePoolColumns()
  const isCut = rows.length >= limit
  return (
    <Table
      label={t('interchange.pools.found')}
      name="pool-records"
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      selected={selected}
      onSelect={({ id }) => onSelect(id)}
      onOpen={onOpen}
      total={{ count: rows.length, isExact: !isCut }}
      isLoading={isWaiting && rows.length === 0}
      empty={
        <EmptyState
          icon="search"
          text={isWaiting ? t('ui.list.loading') : t('interchange.pools.nothingFound', { text })}
        />
      }
      foot={
        <span aria-live="polite">
          {t(isCut ? 'interchange.pools.countFirst' : 'interchange.pools.count', {
            count: rows.length,
            shown: number(rows.length),
          })}
        </span>
      }
    />
  )
}

function usePoolColumns(): Column<PoolRow>[] {
  const { t } = useTranslation()
  return [
    {
      key: 'title',
      label: t('catalogue.fields.title'),
      widthPx: 220,
      grows: true,
      cell: ({ title }) => title,
    },
    { key: 'authors', label: t('catalogue.fields.authors'), widthPx: 130, cell: ({ authors }) => authors },
    {
      key: 'publisher',
      label: t('catalogue.fields.publisher'),
      widthPx: 110,
      cell: ({ publisher }) => publisher,
    },
    {
      key: 'publishedYear',
      label: t('interchange.pools.columns.year'),
      widthPx: 60,
      align: 'end',
      cell: ({ publishedYear }) => publishedYear,
    },
    { key: 'isbn', label: t('catalogue.fields.isbn'), widthPx: 124, cell: ({ isbn }) => isbn },
    {
      key: 'poolName',
      label: t('interchange.pools.columns.pool'),
      widthPx: 130,
      cell: ({ poolName }) => poolName,
    },
    {
      key: 'titleId',
      label: t('interchange.pools.columns.state'),
      widthPx: 150,
      cell: ({ titleId }) =>
        titleId !== null && (
          <Chip tone="good" icon="check">
            {t('interchange.pools.isHere')}
          </Chip>
        ),
    },
  ]
}
