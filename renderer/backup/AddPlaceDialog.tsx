import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../app/operations.ts'
import { FolderChooser } from '../preservation/index.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { TextField } from '../ui/TextField.tsx'

const usualDays = 14

/** A second disk, a stick or a folder in the network: chosen or typed, marked, and known again from then on. */
export function AddPlaceDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const add = useCommand('backup.addPlace')
  const [name, setName] = useState('')
  const [path, setPath] = useState('')
  const [lateAfterDays, setLateAfterDays] = useState<number | null>(usualDays)
  const isReady = name.trim() !== '' && path.trim() !== '' && lateAfterDays !== null
  async function submit() {
    if (lateAfterDays === null) return
    const answer = await add.run({ name: name.trim(), path: path.trim(), lateAfterDays })
    if (answer.ok) onClose()
  }
  return (
    <ActDialog
      title={t('backup.places.add')}
      submit={t('backup.places.addAct')}
      icon="add"
      isWide
      isReady={isReady}
      isRunning={add.isRunning}
      failure={add.failure}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('backup.places.addText')}</p>
      <div className="form-grid">
        <TextField
          label={t('backup.placeFields.name')}
          hint={t('backup.placeFields.nameHint')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          isRequired
        />
        <NumberField
          label={t('backup.placeFields.lateAfterDays')}
          hint={t('backup.placeFields.lateHint')}
          value={lateAfterDays}
          onChange={setLateAfterDays}
          isRequired
        />
      </div>
      <TextField
        label={t('backup.placeFields.path')}
        hint={t('backup.placeFields.pathHint')}
        value={path}
        onChange={(event) => setPath(event.target.value)}
        isRequired
      />
      <FolderChooser start="" places="backup.folders" onChoose={setPath} />
    </ActDialog>
  )
}
