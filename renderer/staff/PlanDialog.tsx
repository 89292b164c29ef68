import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { PlanFields } from '../../shared/staff/contract.ts'
import { useCommand } from '../app/operations.ts'
import { DateField } from '../ui/DateField.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'

type Props = { plan: PlanFields | null; year: number; onClose: () => void }

/** By what the year's plan was approved; only from that day on it counts. */
export function PlanDialog({ plan, year, onClose }: Props) {
  const { t } = useTranslation()
  const save = useCommand('staff.savePlan')
  const form = useForm<PlanFields, unknown, PlanFields>({
    defaultValues: plan ? PlanFields.parse(plan) : { year, decisionNumber: '', approvedOn: null, note: '' },
    resolver: schemaResolver(PlanFields),
  })
  const { text, value } = bind(form)
  return (
    <FormDialog
      title={t('staff.plan.open', { year })}
      form={form}
      save={(fields) => save.run(fields)}
      command={save}
      fieldByCode={{ in_future: 'approvedOn' }}
      onClose={onClose}
    >
      <TextField {...text('decisionNumber')} label={t('staff.fields.decisionNumber')} maxLength={100} />
      <DateField
        {...value('approvedOn')}
        label={t('staff.fields.approvedOn')}
        hint={t('staff.plan.approvedHint')}
      />
      <TextArea {...text('note')} label={t('staff.fields.note')} rows={2} />
    </FormDialog>
  )
}
