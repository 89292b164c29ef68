import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Merger } from '../../shared/merger/contract.ts'
import { useKept } from '../app/kept.ts'
import type { RowOf } from '../app/operation-types.ts'
import { usePages } from '../app/operations.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Table } from '../ui/Table.tsx'

type Row = RowOf<'merger.obstacles'>

/** Titles that were worked with since the merger: what stands in the way of taking it back. */
export function ObstaclesPart({ merger }: { merger: Merger }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const words = useUseWords()
  const obstacles = usePages('merger.obstacles', { mergerId: merger.id })
  const [selected, setSelected] = useKept<number | null>(`merger.${merger.id}.obstacle`, null)
  return (
    <>
      <Failure of={obstacles.failure} />
      <Table
        label={t('merger.page.tabs.obstacles')}
        name="merger-obstacles"
        columns={[
          {
            key: 'label',
            label: t('merger.obstacles.title'),
            widthPx: 320,
            grows: true,
            cell: ({ label }) => label,
          },
          {
            key: 'uses',
            label: t('merger.obstacles.uses'),
            widthPx: 320,
            grows: true,
            cell: ({ uses }) => words(uses),
          },
        ]}
        rows={obstacles.rows}
        keyOf={({ titleId }) => titleId}
        selected={selected}
        onSelect={({ titleId }) => setSelected(titleId)}
        onOpen={({ titleId }) => void navigate(`/catalogue/${titleId}`)}
        hasMore={obstacles.hasMore}
        onMore={obstacles.more}
        isLoading={obstacles.isStarting && !obstacles.failure}
        empty={<EmptyState icon="check" text={t('merger.obstacles.empty')} />}
      />
    </>
  )
}

export function ObstacleLine({ row: { titleId, label, uses } }: { row: Row }) {
  const words = useUseWords()
  return (
    <li>
      <Link to={`/catalogue/${titleId}`}>{label}</Link> <span className="soft">· {words(uses)}</span>
    </li>
  )
}

function useUseWords(): (uses: Row['uses']) => string {
  const { t } = useTranslation()
  return (uses) => uses.map((use) => t(`merger.obstacles.use.${use}`)).join('; ')
}
