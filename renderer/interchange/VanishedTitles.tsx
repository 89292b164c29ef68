import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ImportRun } from '../../shared/interchange/contract.ts'
import { useKept } from '../app/kept.ts'
import { usePages } from '../app/operations.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Table } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = { run: ImportRun; removes: boolean; onRemoves: (removes: boolean) => void }

/** Titles that their source no longer has, and whether they leave here too. */
export function VanishedTitles({ run, removes, onRemoves }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const number = useNumberText()
  const vanished = usePages('interchange.vanished', { runId: run.id })
  const [selected, setSelected] = useKept<number | null>(`importRun.${run.id}.vanished`, null)
  return (
    <>
      <Failure of={vanished.failure} />
      {run.counts.vanished > 0 && (
        <label className="check">
          <input type="checkbox" checked={removes} onChange={(event) => onRemoves(event.target.checked)} />
          {t('interchange.vanished.remove', { shown: number(run.counts.vanished) })}
        </label>
      )}
      <Table
        label={t('interchange.run.tabs.vanished')}
        name="import-vanished"
        columns={[
          {
            key: 'label',
            label: t('catalogue.fields.title'),
            widthPx: 360,
            grows: true,
            cell: ({ label }) => label,
          },
          {
            key: 'controlNumber',
            label: t('interchange.vanished.controlNumber'),
            widthPx: 160,
            cell: ({ controlNumber }) => controlNumber,
          },
          {
            key: 'copies',
            label: t('interchange.vanished.copies'),
            widthPx: 90,
            align: 'end',
            cell: ({ copies }) => number(copies),
          },
        ]}
        rows={vanished.rows}
        keyOf={({ titleId }) => titleId}
        selected={selected}
        onSelect={({ titleId }) => setSelected(titleId)}
        onOpen={({ titleId }) => void navigate(`/catalogue/${titleId}`)}
        hasMore={vanished.hasMore}
        onMore={vanished.more}
        isLoading={vanished.isStarting && !vanished.failure}
        empty={<EmptyState icon="check" text={t('interchange.vanished.empty')} />}
      />
    </>
  )
}
