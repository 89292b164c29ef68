import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { numberStyle } from '../ui/numbers.ts'
import { formatSize } from '../ui/sizes.ts'
import { TextField } from '../ui/TextField.tsx'
import { FolderChooser } from '../preservation/index.ts'
import { RoadProblemText } from './RoadProblemText.tsx'

/** Onto a stick: chosen, written, read back, and only then said to be there. */
export function StickDialog({ periodId, onClose }: { periodId: number; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const write = useJob('sync.writeToFolder')
  const [path, setPath] = useState('')
  const { output } = write
  return (
    <Dialog
      title={t('sync.folder.title')}
      onClose={onClose}
      isWide
      actions={
        <>
          <Button
            kind="primary"
            icon="save"
            disabled={path.trim() === '' || write.isRunning}
            onClick={() => void write.start({ periodId, path: path.trim() })}
          >
            {t('sync.folder.act')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.close')}</Button>
        </>
      }
    >
      <p>{t('sync.folder.text')}</p>
      <TextField
        label={t('sync.folder.path')}
        value={path}
        onChange={(event) => setPath(event.target.value)}
        isRequired
      />
      <FolderChooser start="" places="sync.places" onChoose={setPath} />
      <JobProgress run={write} />
      {output?.problem && (
        <div className="notice bad" role="alert">
          <span className="text">
            <RoadProblemText problem={output.problem} />
          </span>
        </div>
      )}
      {output && !output.problem && (
        <Notice
          icon="check"
          text={t('sync.folder.done', {
            name: output.fileName,
            bytes: formatSize(output.bytes, numberStyle(i18n.language)),
          })}
        />
      )}
    </Dialog>
  )
}
