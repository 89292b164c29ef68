import { useTranslation } from 'react-i18next'
import type { Input } from '../app/operation-types.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ExportForm } from './ExportForm.tsx'

type Props = {
  selection: Input<'interchange.export'>['selection']
  /** The titles meant, in words: “12 nhan đề đã chọn”. */
  what: string
  onClose: () => void
}

/** The records behind a list, or those chosen in it, in a format other programs read. */
export function ExportDialog({ selection, what, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('interchange.exporting.dialog')} onClose={onClose} isWide>
      <div className="stack">
        <p>{what}</p>
        <ExportForm selection={selection}>{null}</ExportForm>
      </div>
    </Dialog>
  )
}
