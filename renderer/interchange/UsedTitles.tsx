import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { useKept } from '../app/kept.ts'
import type { RowOf } from '../app/operation-types.ts'
import type { Pages } from '../app/operations.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Table } from '../ui/Table.tsx'

type Asked = 'interchange.usedSince' | 'merger.obstacles'
type Row = RowOf<Asked>

type Props = {
  used: Pages<'interchange.usedSince'> | Pages<'merger.obstacles'>
  name: string
  label: string
  empty: string
}

/** Titles that were worked with since they came in: what taking them back would ask about. */
export function UsedTitles({ used, name, label, empty }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const words = useUseWords()
  const [selected, setSelected] = useKept<number | null>(`used.${name}`, null)
  return (
    <>
      <Failure of={used.failure} />
      <Table<Row>
        label={label}
        name={name}
        columns={[
          {
            key: 'label',
            label: t('catalogue.fields.title'),
            widthPx: 320,
            grows: true,
            cell: (row) => row.label,
          },
          {
            key: 'uses',
            label: t('interchange.undo.uses'),
            widthPx: 320,
            grows: true,
            cell: ({ uses }) => words(uses),
          },
        ]}
        rows={used.rows}
        keyOf={({ titleId }) => titleId}
        selected={selected}
        onSelect={({ titleId }) => setSelected(titleId)}
        onOpen={({ titleId }) => void navigate(`/catalogue/${titleId}`)}
        hasMore={used.hasMore}
        onMore={used.more}
        isLoading={used.isStarting && !used.failure}
        empty={<EmptyState icon="check" text={empty} />}
      />
    </>
  )
}

export function UseLine({ row: { titleId, label, uses } }: { row: Row }) {
  const words = useUseWords()
  return (
    <li>
      <Link to={`/catalogue/${titleId}`}>{label}</Link> <span className="soft">· {words(uses)}</span>
    </li>
  )
}

function useUseWords(): (uses: Row['uses']) => string {
  const { t } = useTranslation()
  return (uses) => uses.map((use) => t(`interchange.undo.use.${use}`)).join('; ')
}
