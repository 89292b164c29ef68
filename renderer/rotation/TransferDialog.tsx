import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import * as z from 'zod'
import { addDays, isoDateAt } from '../../shared/dates.ts'
import { id as recordId, isoDate, requiredText, text } from '../../shared/fields.ts'
import type { Shipment } from '../../shared/rotation/contract.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { DateField } from '../ui/DateField.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { usePoints } from './use-points.ts'

const Transfer = z.object({
  number: requiredText(60),
  pointId: recordId,
  on: isoDate,
  dueOn: isoDate,
  handedBy: text(200),
  takenBy: text(200),
})
type Transfer = z.output<typeof Transfer>
type Values = Omit<Transfer, 'pointId' | 'on' | 'dueOn'> & {
  pointId: number | null
  on: string | null
  dueOn: string | null
}
type Props = { shipment: Shipment; onClose: () => void }
const usualDays = 180

/** The copies go on to another point; what is still away here is away there. */
export function TransferDialog({ shipment, onClose }: Props) {
  const next = useQuery('rotation.nextNumber', { on: isoDateAt(Date.now()) })
  if (!next.value && !next.failure) return null
  return <TransferForm shipment={shipment} number={next.value?.number ?? ''} onClose={onClose} />
}

function TransferForm({ shipment, number: nextNumber, onClose }: Props & { number: string }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const navigate = useNavigate()
  const transfer = useCommand('rotation.transfer')
  const today = isoDateAt(Date.now())
  const points = usePoints(today).filter(({ value }) => Number(value) !== shipment.pointId)
  const form = useForm<Values, unknown, Transfer>({
    defaultValues: {
      number: nextNumber,
      pointId: null,
      on: today,
      dueOn: addDays(today, usualDays),
      handedBy: '',
      takenBy: '',
    },
    resolver: schemaResolver(Transfer),
  })
  const fields = bind(form)
  const point = fields.value('pointId')
  const { copies, back, damaged, missing } = shipment
  const away = copies - back - damaged - missing
  async function save(values: Transfer) {
    const answer = await transfer.run({ ...values, id: shipment.id, rev: shipment.rev })
    if (answer.ok) void navigate(`/rotation/${answer.value.id}`)
    return answer
  }
  return (
    <FormDialog
      title={t('rotation.transfer.title')}
      form={form}
      save={save}
      command={transfer}
      fieldByCode={{
        duplicate_number: 'number',
        point_closed: 'pointId',
        point_not_found: 'pointId',
        same_point: 'pointId',
        in_future: 'on',
        sent_before_prepared: 'on',
        due_before_sent: 'dueOn',
      }}
      onClose={onClose}
      isWide
    >
      <p>{t('rotation.transfer.text', { count: away, shown: number(away), point: shipment.pointName })}</p>
      <div className="form-grid">
        <TextField {...fields.text('number')} label={t('rotation.fields.number')} isRequired />
        <Select
          name="pointId"
          label={t('rotation.transfer.pointId')}
          error={point.error}
          emptyLabel={t('rotation.form.choosePoint')}
          options={points}
          value={typeof point.value === 'number' ? String(point.value) : ''}
          onChange={(event) => point.onChange(event.target.value === '' ? null : Number(event.target.value))}
          isRequired
        />
        <DateField {...fields.value('on')} label={t('rotation.transfer.on')} isRequired />
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
