import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { PlaceFields, type BackupPlace } from '../../shared/backup/contract.ts'
import { useCommand } from '../app/operations.ts'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { TextField } from '../ui/TextField.tsx'

/** The folder beside the library keeps the name that the program gives it. */
const OwnFields = PlaceFields.extend({ name: z.string() })
type Typed = Omit<PlaceFields, 'lateAfterDays'> & { lateAfterDays: number | null }
type Props = { place: BackupPlace; onClose: () => void }

export function PlaceDialog({ place, onClose }: Props) {
  const { t } = useTranslation()
  const update = useCommand('backup.updatePlace')
  const { id, rev, name, lateAfterDays, isOwn } = place
  const form = useForm<Typed, unknown, PlaceFields>({
    defaultValues: { name, lateAfterDays },
    resolver: schemaResolver<Typed, PlaceFields>(isOwn ? OwnFields : PlaceFields),
  })
  const { text, value } = bind(form)
  return (
    <FormDialog
      title={t('backup.places.edit')}
      form={form}
      command={update}
      save={(values) => update.run({ ...values, id, rev })}
      fieldByCode={{}}
      onClose={onClose}
    >
      {!isOwn && <TextField {...text('name')} label={t('backup.placeFields.name')} isRequired />}
      <NumberField
        {...value('lateAfterDays')}
        label={t('backup.placeFields.lateAfterDays')}
        hint={t('backup.placeFields.lateHint')}
        isRequired
      />
    </FormDialog>
  )
}
