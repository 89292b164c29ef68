import { useTranslation } from 'react-i18next'
import type { ImportRun } from '../../shared/interchange/contract.ts'
import { useQuery } from '../app/operations.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { RecordView } from './RecordView.tsx'

/** One line with all the room there is. */
export function RecordDialog({ run, id, onClose }: { run: ImportRun; id: number; onClose: () => void }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const line = useQuery('interchange.record', { id }).value?.line
  const place = line ? number(line.place) : '…'
  return (
    <Dialog
      title={t('interchange.records.open', { place, label: line?.label ?? '' })}
      onClose={onClose}
      isWide
      className="widest"
    >
      <div className="stack">
        <RecordView run={run} id={id} line={line ?? null} />
      </div>
    </Dialog>
  )
}
