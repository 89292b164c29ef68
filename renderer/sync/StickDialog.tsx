import { useTranslation } from 'react-i18next'
import { useJob } from '../app/operations.ts'
import { FolderJobDialog } from './FolderJobDialog.tsx'
import { WrittenFile } from './WrittenFile.tsx'

/** Onto a stick: chosen, written, read back, and only then said to be there. */
export function StickDialog({ periodId, onClose }: { periodId: number; onClose: () => void }) {
  const { t } = useTranslation()
  const write = useJob('sync.writeToFolder')
  return (
    <FolderJobDialog
      title={t('sync.folder.title')}
      text={t('sync.folder.text')}
      act={t('sync.folder.act')}
      icon="save"
      run={write}
      onAct={(path) => void write.start({ periodId, path })}
      onClose={onClose}
    >
      {write.output && <WrittenFile written={write.output} />}
    </FolderJobDialog>
  )
}
