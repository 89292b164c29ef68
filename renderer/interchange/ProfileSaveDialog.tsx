import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { requiredText } from '../../shared/fields.ts'
import type { ImportProfile } from '../../shared/interchange/contract.ts'
import { useCommand } from '../app/operations.ts'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { noName } from './use-new-run.ts'
import type { KnownProfile } from './use-profiles.ts'

const Values = z.object({ name: requiredText(200) })
type Values = z.output<typeof Values>
type Props = {
  profile: ImportProfile
  own: KnownProfile[]
  /** The library's own profile that it began with; under its name it is that one which is changed. */
  originId: number | null
  onClose: () => void
  onSaved: (saved: KnownProfile) => void
}

/** The way of reading under a name; the name of a profile that is there changes that profile, and says so. */
export function ProfileSaveDialog({ profile, own, originId, onClose, onSaved }: Props) {
  const { t } = useTranslation()
  const save = useCommand('interchange.saveProfile')
  const origin = own.find(({ id }) => id === originId)
  const form = useForm<Values, unknown, Values>({
    defaultValues: {
      name: origin?.profile.name ?? (profile.name === noName ? profile.source : profile.name),
    },
    resolver: schemaResolver(Values),
  })
  const name = useWatch({ control: form.control, name: 'name' }).trim()
  const same = own.find((known) => known.profile.name === name)
  return (
    <FormDialog
      title={t('interchange.profileList.saveTitle')}
      form={form}
      command={save}
      fieldByCode={{ duplicate_name: 'name' }}
      onClose={onClose}
      save={async (values) => {
        const answer = await save.run({ id: same?.id ?? null, profile: { ...profile, name: values.name } })
        if (answer.ok) onSaved(answer.value)
        return answer
      }}
    >
      <TextField
        {...bind(form).text('name')}
        label={t('interchange.profileList.name')}
        hint={
          same ? t('interchange.profileList.willChange', { name }) : t('interchange.profileList.nameHint')
        }
        isRequired
        isWide
      />
    </FormDialog>
  )
}
