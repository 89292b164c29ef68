import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import { isoDateAt } from '../../shared/dates.ts'
import { plans, type Milestone } from '../../shared/plans/contract.ts'
import { useCommand } from '../app/operations.ts'
import { DateField } from '../ui/DateField.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { TextField } from '../ui/TextField.tsx'

const DelayFields = plans.commands.postpone.input
type DelayFields = z.output<typeof DelayFields>
/** Days may be blank while the form is filled. */
type DelayValues = Omit<DelayFields, 'on' | 'dueOn'> & { on: string | null; dueOn: string | null }

type Props = { milestone: Milestone; onClose: () => void }

/** Puts a milestone off; the day it was due before stays to be seen. */
export function PostponeDialog({ milestone, onClose }: Props) {
  const { t } = useTranslation()
  const postpone = useCommand('plans.postpone')
  const form = useForm<DelayValues, unknown, DelayFields>({
    defaultValues: { milestoneId: milestone.id, on: isoDateAt(Date.now()), dueOn: null, reason: '' },
    resolver: schemaResolver(DelayFields),
  })
  const { text, value } = bind(form)
  return (
    <FormDialog
      title={t('plans.page.postponeTitle', { name: milestone.name })}
      form={form}
      save={(fields) => postpone.run(fields)}
      command={postpone}
      fieldByCode={{
        delay_in_future: 'on',
        delay_out_of_order: 'on',
        delay_not_later: 'dueOn',
      }}
      onClose={onClose}
    >
      <DateField {...value('dueOn')} label={t('plans.fields.newDue')} isRequired />
      <DateField {...value('on')} label={t('plans.fields.delayOn')} isRequired />
      <TextField {...text('reason')} label={t('plans.fields.reason')} isRequired maxLength={500} />
    </FormDialog>
  )
}
