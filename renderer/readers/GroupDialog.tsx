import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import type { ReaderGroup } from '../../shared/readers/contract.ts'
import { useCommand } from '../app/operations.ts'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { TextField } from '../ui/TextField.tsx'

const Values = z.object({ name: z.string().max(100), isChild: z.boolean(), isHidden: z.boolean() })
type Values = z.output<typeof Values>

export function GroupDialog({ group, onClose }: { group: ReaderGroup | null; onClose: () => void }) {
  const { t } = useTranslation()
  const add = useCommand('readers.addGroup')
  const update = useCommand('readers.updateGroup')
  const form = useForm<Values, unknown, Values>({
    defaultValues: {
      name: group?.name ?? '',
      isChild: group?.isChild ?? false,
      isHidden: group?.isHidden ?? false,
    },
    resolver: schemaResolver(Values),
  })
  const { text } = bind(form)
  return (
    <FormDialog
      title={t(group ? 'readers.settings.editGroup' : 'readers.settings.addGroup')}
      form={form}
      save={({ name, isChild, isHidden }) =>
        group
          ? update.run({ id: group.id, rev: group.rev, name, isChild, isHidden })
          : add.run({ name, isChild })
      }
      command={group ? update : add}
      fieldByCode={{ duplicate_group: 'name', name_missing: 'name' }}
      onClose={onClose}
    >
      <TextField
        {...text('name')}
        label={t('readers.settings.groupName')}
        isRequired={group?.code === null || group === null}
        maxLength={100}
      />
      <label className="check">
        <input type="checkbox" {...form.register('isChild')} />
        {t('readers.settings.isChild')}
      </label>
      {group && (
        <label className="check">
          <input type="checkbox" {...form.register('isHidden')} />
          {t('readers.settings.hidden')}
        </label>
      )}
    </FormDialog>
  )
}
