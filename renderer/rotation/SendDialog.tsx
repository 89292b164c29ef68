import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { addDays, isoDateAt } from '../../shared/dates.ts'
import { isoDate, text } from '../../shared/fields.ts'
import type { Shipment } from '../../shared/rotation/contract.ts'
import { useCommand } from '../app/operations.ts'
import { DateField } from '../ui/DateField.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

const Sending = z.object({ sentOn: isoDate, dueOn: isoDate, handedBy: text(200), takenBy: text(200) })
type Sending = z.output<typeof Sending>
type Values = Omit<Sending, 'sentOn' | 'dueOn'> & { sentOn: string | null; dueOn: string | null }
/** A proposal, where the library said nothing. */
const usualDays = 180

/** From here on the copies are away. */
export function SendDialog({ shipment, onClose }: { shipment: Shipment; onClose: () => void }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const send = useCommand('rotation.send')
  const today = isoDateAt(Date.now())
  const { id, rev, handedBy, takenBy, copies, pointName } = shipment
  const form = useForm<Values, unknown, Sending>({
    defaultValues: { sentOn: today, dueOn: shipment.dueOn ?? addDays(today, usualDays), handedBy, takenBy },
    resolver: schemaResolver(Sending),
  })
  const fields = bind(form)
  return (
    <FormDialog
      title={t('rotation.send.title')}
      form={form}
      save={(values) => send.run({ ...values, id, rev })}
      command={send}
      fieldByCode={{
        in_future: 'sentOn',
        sent_before_prepared: 'sentOn',
        point_closed: 'sentOn',
        due_before_sent: 'dueOn',
      }}
      onClose={onClose}
      isWide
    >
      <p>{t('rotation.send.text', { count: copies, shown: number(copies), point: pointName })}</p>
      <div className="form-grid">
        <DateField {...fields.value('sentOn')} label={t('rotation.fields.sentOn')} isRequired />
        <DateField {...fields.value('dueOn')} label={t('rotation.fields.dueOn')} isRequired />
        <TextField
          {...fields.text('handedBy')}
          label={t('rotation.fields.handedBy')}
          hint={t('rotation.form.nameHint')}
        />
        <TextField
          {...fields.text('takenBy')}
          label={t('rotation.fields.takenBy')}
          hint={t('rotation.form.nameHint')}
        />
      </div>
    </FormDialog>
  )
}
