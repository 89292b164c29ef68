import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { ImportRun, RunRecord } from '../../shared/interchange/contract.ts'
import { useRows } from '../app/operations.ts'
import { useListCursor } from '../app/use-list-cursor.ts'
import { Failure } from '../ui/Failure.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Table } from '../ui/Table.tsx'
import { useChoice } from '../ui/use-choice.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { usePreview } from '../ui/use-preview.ts'
import { DecideBar } from './DecideBar.tsx'
import { RecordDialog } from './RecordDialog.tsx'
import { RecordFilters } from './RecordFilters.tsx'
import { RecordPreview } from './RecordPreview.tsx'
import { readRecords, recordsParams } from './records-address.ts'
import { useRecordColumns } from './use-record-columns.tsx'

const keyOf = ({ id }: RunRecord) => id

/** Every record of the file with what it turned out to be; what becomes of it is decided here, one by one or for many. */
export function RunRecords({ run }: { run: ImportRun }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const [params, setParams] = useSearchParams()
  const asked = readRecords(params)
  const records = useRows('interchange.records', { runId: run.id, ...asked })
  const cursor = useListCursor(`importRun.${run.id}.cursor`, records)
  const choice = useChoice({ keyOf, load: records.load, allCount: null, listKey: records.listKey })
  const preview = usePreview()
  const [open, setOpen] = useState<number | null>(null)
  const columns = useRecordColumns(run)
  const mayDecide = run.state === 'staged'
  const isNarrowed = asked.verdicts.length > 0 || asked.problem !== null
  return (
    <>
      <RecordFilters
        run={run}
        asked={asked}
        preview={preview}
        onChange={(next) => setParams(recordsParams(next), { replace: true })}
      />
      <Failure of={records.failure} />
      {mayDecide && <DecideBar run={run} choice={choice} />}
      <div className="split">
        <Table
          label={t('interchange.run.tabs.records')}
          name="import-records"
          columns={columns}
          keyOf={keyOf}
          rowCount={records.rowCount}
          rowAt={records.rowAt}
          onShow={records.show}
          at={cursor.at}
          jump={cursor.jump}
          onMove={cursor.move}
          listKey={records.listKey}
          onOpen={({ id }) => setOpen(id)}
          total={records.total}
          choice={mayDecide ? choice : undefined}
          isLoading={records.isStarting}
          empty={
            <EmptyState
              icon="search"
              text={t(isNarrowed ? 'interchange.records.nothingFound' : 'interchange.records.empty')}
            />
          }
          foot={
            records.total && (
              <span aria-live="polite">
                {t('interchange.records.count', {
                  count: records.total.count,
                  shown: number(records.total.count),
                })}
              </span>
            )
          }
        />
        {preview.isShown && cursor.row && <RecordPreview key={cursor.row.id} run={run} line={cursor.row} />}
      </div>
      {open !== null && <RecordDialog run={run} id={open} onClose={() => setOpen(null)} />}
    </>
  )
}
