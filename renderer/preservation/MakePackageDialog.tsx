import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Folder } from '../../shared/preservation/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob, usePages } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { numberStyle } from '../ui/numbers.ts'
import { formatSize } from '../ui/sizes.ts'
import { TextField } from '../ui/TextField.tsx'
import { FolderChooser } from './FolderChooser.tsx'

/** The folders of one title, packed together for somebody else. */
export function MakePackageDialog({ folder, onClose }: { folder: Folder; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const make = useJob('preservation.makePackage')
  const { rows } = usePages('preservation.folders', { titleId: folder.titleId })
  const [chosen, setChosen] = useState([folder.id])
  const [recipient, setRecipient] = useState('')
  const [path, setPath] = useState('')
  const style = numberStyle(i18n.language)
  const isReady = chosen.length > 0 && recipient.trim() !== '' && path !== ''
  return (
    <Dialog
      title={t('preservation.makeForm.title')}
      onClose={onClose}
      isWide
      actions={
        <>
          <Button
            kind="primary"
            disabled={!isReady || make.isRunning}
            onClick={() => void make.start({ folderIds: chosen, path, recipient })}
          >
            {t('preservation.makeForm.act')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.close')}</Button>
        </>
      }
    >
      <p>{t('preservation.makeForm.text')}</p>
      <fieldset className="plain-fieldset">
        <legend>{t('preservation.makeForm.folders')}</legend>
        {rows.map(({ id, path: place, purpose }) => (
          <label key={id} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) =>
                setChosen(event.target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
              }
            />
            <span>{`${t(`preservation.purposes.${purpose}`)} · ${place}`}</span>
          </label>
        ))}
      </fieldset>
      <TextField
        label={t('preservation.makeForm.recipient')}
        value={recipient}
        onChange={(event) => setRecipient(event.target.value)}
        isRequired
      />
      <TextField
        label={t('preservation.makeForm.path')}
        value={path}
        onChange={(event) => setPath(event.target.value)}
        isRequired
      />
      <FolderChooser start="" onChoose={setPath} />
      <JobProgress
        run={make}
        amount={({ done, total }) =>
          t('preservation.makeForm.reading', {
            done: formatSize(done, style),
            total: formatSize(total ?? 0, style),
          })
        }
      />
      {make.output && (
        <Notice
          icon="check"
          text={t('preservation.makeForm.made', { code: make.output.code, path: make.output.path })}
        >
          <Link className="button" to="/preservation/packages">
            {t('preservation.makeForm.openList')}
          </Link>
        </Notice>
      )}
    </Dialog>
  )
}
