import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { StoreFields } from '../../shared/copies/contract.ts'
import { isoDate } from '../../shared/fields.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { bind, Form, placeRefusal, schemaResolver } from '../ui/Form.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import type { Site } from './use-places.ts'

const Values = StoreFields.omit({ siteId: true }).extend({ closedOn: isoDate.nullable() })
type Values = z.output<typeof Values>
type Props = { siteId: number; store: Site['stores'][number] | null; onClose: () => void }
const fieldByCode = { duplicate_name: 'name', store_has_copies: 'closedOn' }

export function StoreDialog({ siteId, store, onClose }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const refusalText = useFailureText()
  const add = useCommand('copies.addStore')
  const update = useCommand('copies.updateStore')
  const command = store ? update : add
  const form = useForm<Values, unknown, Values>({
    defaultValues: { name: store?.name ?? '', code: store?.code ?? '', closedOn: store?.closedOn ?? null },
    resolver: schemaResolver(Values),
  })
  const fields = bind(form)
  async function save({ closedOn, ...values }: Values) {
    const answer = store
      ? await update.run({ ...values, closedOn, id: store.id, rev: store.rev })
      : await add.run({ ...values, siteId })
    if (answer.ok) {
      toast({ text: t('common.saved') })
      onClose()
    } else if (placeRefusal(form, { failure: answer.error, fieldByCode, text: refusalText })) command.clear()
  }
  const title = store ? t('copies.places.edit', { name: store.name }) : t('copies.places.addStore')
  return (
    <Dialog title={title} onClose={onClose}>
      <Form form={form} onSubmit={save} label={title}>
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
        <Failure of={command.failure} />
        <div className="actions">
          <Button kind="primary" type="submit" icon="save" disabled={command.isRunning}>
            {t('common.actions.save')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}
