import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { ImportRun } from '../../shared/interchange/contract.ts'
import { useKept } from '../app/kept.ts'
import type { RowOf } from '../app/operation-types.ts'
import { usePages } from '../app/operations.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Table } from '../ui/Table.tsx'

type Row = RowOf<'interchange.usedSince'>

/** Titles of a run that were worked with since it was written: what an undo would ask about. */
export function UsedTitles({ run }: { run: ImportRun }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const words = useUseWords()
  const used = usePages('interchange.usedSince', { runId: run.id })
  const [selected, setSelected] = useKept<number | null>(`importRun.${run.id}.used`, null)
  return (
    <>
      <Failure of={used.failure} />
      <Table
        label={t('interchange.run.tabs.used')}
        name="import-used"
        columns={[
          {
            key: 'label',
            label: t('catalogue.fields.title'),
            widthPx: 320,
            grows: true,
            cell: ({ label }) => label,
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
        empty={<EmptyState icon="check" text={t('interchange.undo.unused')} />}
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
