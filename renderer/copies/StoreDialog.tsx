import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { StoreFields } from '../../shared/copies/contract.ts'
import { isoDate } from '../../shared/fields.ts'
import { useCommand } from '../app/operations.ts'
import { DateField } from '../ui/DateField.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { Site } from './use-places.ts'

const Values = StoreFields.omit({ siteId: true }).extend({ closedOn: isoDate.nullable() })
type Values = z.output<typeof Values>
type Props = { siteId: number; store: Site['stores'][number] | null; onClose: () => void }
const fieldByCode = { duplicate_name: 'name', store_has_copies: 'closedOn' }

export function StoreDialog({ siteId, store, onClose }: Props) {
  const { t } = useTranslation()
  const add = useCommand('copies.addStore')
  const update = useCommand('copies.updateStore')
  const command = store ? update : add
  const form = useForm<Values, unknown, Values>({
    defaultValues: {
      name: store?.name ?? '',
      code: store?.code ?? '',
      isReadingOnly: store?.isReadingOnly ?? false,
      closedOn: store?.closedOn ?? null,
    },
    resolver: schemaResolver(Values),
  })
  const fields = bind(form)
  function save({ closedOn, ...values }: Values) {
    return store
      ? update.run({ ...values, closedOn, id: store.id, rev: store.rev })
      : add.run({ ...values, siteId })
  }
  const title = store ? t('copies.places.edit', { name: store.name }) : t('copies.places.addStore')
  return (
    <FormDialog {...{ title, form, save, command, fieldByCode, onClose }}>
      <div className="form-grid">
        <TextField
          {...fields.text('name')}
          label={t('copies.places.name')}
          hint={t('copies.places.storeHint')}
          isRequired
          isWide
        />
        <TextField {...fields.text('code')} label={t('copies.places.code')} />
        {store && (
          <DateField
            {...fields.value('closedOn')}
            label={t('copies.places.closedOn')}
            hint={t('copies.places.closedHint')}
          />
        )}
      </div>
      <label className="check">
        <input type="checkbox" {...form.register('isReadingOnly')} />
        <span>{t('copies.places.isReadingOnly')}</span>
      </label>
      <p className="soft">{t('copies.places.readingOnlyHint')}</p>
    </FormDialog>
  )
}
