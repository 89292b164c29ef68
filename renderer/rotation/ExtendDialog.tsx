import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { addDays, displayDate, isoDateAt } from '../../shared/dates.ts'
import { isoDate, requiredText } from '../../shared/fields.ts'
import type { Shipment } from '../../shared/rotation/contract.ts'
import { useCommand } from '../app/operations.ts'
import { DateField } from '../ui/DateField.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { TextField } from '../ui/TextField.tsx'

const Extending = z.object({ dueOn: isoDate, reason: requiredText(500) })
type Extending = z.output<typeof Extending>
type Values = Omit<Extending, 'dueOn'> & { dueOn: string | null }
const usualDays = 90

export function ExtendDialog({ shipment, onClose }: { shipment: Shipment; onClose: () => void }) {
  const { t } = useTranslation()
  const extend = useCommand('rotation.extend')
  const { id, rev, dueOn } = shipment
  const form = useForm<Values, unknown, Extending>({
    defaultValues: { dueOn: addDays(dueOn ?? isoDateAt(Date.now()), usualDays), reason: '' },
    resolver: schemaResolver(Extending),
  })
  const fields = bind(form)
  return (
    <FormDialog
      title={t('rotation.extend.title')}
      form={form}
      save={(values) => extend.run({ ...values, id, rev })}
      command={extend}
      fieldByCode={{ due_not_later: 'dueOn' }}
      onClose={onClose}
    >
      {dueOn !== null && <p>{t('rotation.extend.text', { on: displayDate(dueOn) })}</p>}
      <DateField {...fields.value('dueOn')} label={t('rotation.extend.dueOn')} isRequired />
      <TextField {...fields.text('reason')} label={t('rotation.extend.reason')} isRequired />
    </FormDialog>
  )
}
