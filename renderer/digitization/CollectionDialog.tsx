import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import { isoDateAt } from '../../shared/dates.ts'
import { CollectionFields, type Collection } from '../../shared/digitization/contract.ts'
import { useCommand } from '../app/operations.ts'
import { DateField } from '../ui/DateField.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'

type Values = z.output<typeof CollectionFields>
/** While its box is empty the day is missing. */
type Typed = Omit<Values, 'openedOn'> & { openedOn: string | null }

export function CollectionDialog({ collection, onClose }: { collection?: Collection; onClose: () => void }) {
  const { t } = useTranslation()
  const add = useCommand('digitization.addCollection')
  const update = useCommand('digitization.updateCollection')
  const form = useForm<Typed, unknown, Values>({
    defaultValues: {
      name: collection?.name ?? '',
      description: collection?.description ?? '',
      openedOn: collection?.openedOn ?? isoDateAt(Date.now()),
      closedOn: collection?.closedOn ?? null,
    },
    resolver: schemaResolver(CollectionFields),
  })
  const { text, value } = bind(form)
  const save = (values: Values) =>
    collection ? update.run({ ...values, id: collection.id, rev: collection.rev }) : add.run(values)
  return (
    <FormDialog
      title={t(collection ? 'digitization.collections.change' : 'digitization.collections.add')}
      form={form}
      save={save}
      command={collection ? update : add}
      fieldByCode={{ collection_name_taken: 'name', closes_before_opening: 'closedOn' }}
      onClose={onClose}
    >
      <TextField {...text('name')} label={t('digitization.collections.name')} isRequired />
      <TextArea {...text('description')} label={t('digitization.collections.description')} rows={3} />
      <div className="form-grid">
        <DateField {...value('openedOn')} label={t('digitization.collections.openedOn')} isRequired />
        <DateField
          {...value('closedOn')}
          label={t('digitization.collections.closedOn')}
          hint={t('digitization.collections.closedOnHint')}
        />
      </div>
    </FormDialog>
  )
}
