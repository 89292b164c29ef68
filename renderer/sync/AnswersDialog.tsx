import { useTranslation } from 'react-i18next'
import { useJob } from '../app/operations.ts'
import { FolderJobDialog } from './FolderJobDialog.tsx'
import { WrittenFile } from './WrittenFile.tsx'

/** All answers that wait, onto a stick as packages go. */
export function AnswersDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const write = useJob('sync.writeAnswers')
  return (
    <FolderJobDialog
      title={t('sync.answers.stick')}
      text={t('sync.answers.stickText')}
      act={t('sync.answers.write')}
      icon="save"
      run={write}
      onAct={(path) => void write.start({ path })}
      onClose={onClose}
    >
      {write.output && <WrittenFile written={write.output} />}
    </FolderJobDialog>
  )
}
