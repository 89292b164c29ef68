import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { FolderFields, FolderPurpose, type Folder } from '../../shared/preservation/contract.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { TitlePicker } from '../copies/index.ts'
import { Button } from '../ui/Button.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { FolderChooser } from './FolderChooser.tsx'

/** What a native list gives is text; empty is nothing chosen. */
const chosenId = z.string().transform((text) => (text === '' ? null : Number(text)))
const Typed = FolderFields.extend({ jobId: chosenId, profileId: chosenId })
type Typed = {
  titleId: number | null
  jobId: string
  path: string
  purpose: Folder['purpose']
  profileId: string
}
type Values = z.output<typeof Typed>
/** The job it is opened from, whose title then stands. */
type Job = { id: number; titleId: number; title: string }
type Props = {
  folder?: Folder
  job?: Job | undefined
  onClose: () => void
  onSaved?: (folder: Folder) => void
}

/** Which files belong to which work, what they are for, and what is asked of them. */
export function FolderDialog({ folder, job, onClose, onSaved }: Props) {
  const { t } = useTranslation()
  const link = useCommand('preservation.linkFolder')
  const update = useCommand('preservation.updateFolder')
  const profiles = useQuery('preservation.profiles', {}).value ?? []
  const [title, setTitle] = useState(folder?.title ?? job?.title ?? '')
  const [isChoosing, setChoosing] = useState(false)
  const form = useForm<Typed, unknown, Values>({
    defaultValues: {
      titleId: folder?.titleId ?? job?.titleId ?? null,
      jobId: String(folder?.jobId ?? job?.id ?? ''),
      path: folder?.path ?? '',
      purpose: folder?.purpose ?? 'master',
      profileId: String(folder?.profileId ?? ''),
    },
    resolver: schemaResolver(Typed),
  })
  const { text, value } = bind(form)
  const { value: titleId, error: titleError } = value('titleId')
  const jobs = useQuery(
    'digitization.jobsOfTitle',
    { titleId: titleId ?? 1 },
    { isActive: titleId !== null && !folder },
  ).value
  async function save({ titleId: ofTitle, jobId, ...fields }: Values) {
    return folder
      ? update.run({ ...fields, id: folder.id, rev: folder.rev })
      : link.run({ titleId: ofTitle, jobId, ...fields })
  }
  return (
    <FormDialog
      title={t(folder ? 'preservation.folderForm.change' : 'preservation.folderForm.add')}
      {...{ form, save, onClose, onSaved }}
      command={folder ? update : link}
      fieldByCode={{ path_not_absolute: 'path', folder_linked: 'path' }}
    >
      {!folder && (
        <>
          <TitlePicker
            label={t('preservation.folderForm.title')}
            hint={
              titleError ? t('preservation.folderForm.titleMissing') : t('preservation.folderForm.titleHint')
            }
            onPick={(found) => {
              setTitle(found.title)
              form.setValue('titleId', found.id, { shouldDirty: true })
              form.setValue('jobId', '')
            }}
          />
          {title !== '' && <p className="strong">{title}</p>}
          {titleId !== null && (
            <Select
              {...text('jobId')}
              label={t('preservation.folderForm.job')}
              hint={t('preservation.folderForm.jobHint')}
              emptyLabel={t('preservation.folderForm.noJob')}
              options={(jobs ?? []).map(({ id, code, stageName }) => ({
                value: String(id),
                label: `${code} · ${stageName}`,
              }))}
            />
          )}
        </>
      )}
      <TextField
        {...text('path')}
        label={t('preservation.folderForm.path')}
        hint={t('preservation.folderForm.pathHint')}
        isRequired
      />
      <div className="row">
        <Button icon="search" aria-expanded={isChoosing} onClick={() => setChoosing(!isChoosing)}>
          {t('preservation.folderForm.choose')}
        </Button>
      </div>
      {isChoosing && (
        <FolderChooser
          start={form.getValues('path')}
          onChoose={(path) => {
            form.setValue('path', path, { shouldDirty: true })
            setChoosing(false)
          }}
        />
      )}
      <div className="form-grid">
        <Select
          {...text('purpose')}
          label={t('preservation.fields.purpose')}
          options={FolderPurpose.options.map((each) => ({
            value: each,
            label: t(`preservation.purposes.${each}`),
          }))}
        />
        <Select
          {...text('profileId')}
          label={t('preservation.fields.profile')}
          hint={t('preservation.folderForm.profileHint')}
          emptyLabel={t('preservation.folderForm.noProfile')}
          options={profiles.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      </div>
    </FormDialog>
  )
}
