import { useState, type ComponentProps, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { JobProgress } from '../app/JobProgress.tsx'
import { FolderChooser } from '../preservation/index.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import type { IconName } from '../ui/icons.tsx'
import { TextField } from '../ui/TextField.tsx'

type Props = {
  title: string
  text: string
  act: string
  icon?: IconName
  /** Where to begin looking; where nothing is said, at the places of this PC. */
  start?: string
  run: ComponentProps<typeof JobProgress>['run']
  onAct: (path: string) => void
  onClose: () => void
  /** What came of it. */
  children: ReactNode
}

/** A stick or a folder is chosen, and something is done there; what came of it stays on the screen. */
export function FolderJobDialog({
  title,
  text,
  act,
  icon,
  start = '',
  run,
  onAct,
  onClose,
  children,
}: Props) {
  const { t } = useTranslation()
  const [path, setPath] = useState(start)
  return (
    <Dialog
      title={title}
      onClose={onClose}
      isWide
      actions={
        <>
          <Button
            kind="primary"
            {...(icon && { icon })}
            disabled={path.trim() === '' || run.isRunning}
            onClick={() => onAct(path.trim())}
          >
            {act}
          </Button>
          <Button onClick={onClose}>{t('common.actions.close')}</Button>
        </>
      }
    >
      <p>{text}</p>
      <TextField
        label={t('sync.folder.path')}
        value={path}
        onChange={(event) => setPath(event.target.value)}
        isRequired
      />
      <FolderChooser start={start} places="sync.places" onChoose={setPath} />
      <JobProgress run={run} />
      {children}
    </Dialog>
  )
}
