import { useDeferredValue, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { incomeKinds, IncomeFields } from '../../shared/association/contract.ts'
import { isoDateAt } from '../../shared/dates.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { Combobox } from '../ui/Combobox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'

type Values = Omit<IncomeFields, 'amountMinor'> & { amountMinor: number | null }

const suggestedAtMost = 20

/** Money that is no due: from whom, what for, and with which activity. */
export function IncomeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const add = useCommand('association.addIncome')
  const form = useForm<Values, unknown, IncomeFields>({
    defaultValues: {
      on: isoDateAt(Date.now()),
      kind: 'support',
      source: '',
      amountMinor: null,
      receiptNumber: '',
      activityId: null,
      note: '',
    },
    resolver: schemaResolver(IncomeFields),
  })
  const { text, value } = bind(form)
  const activity = value('activityId')
  const [typed, setTyped] = useState('')
  const found = useQuery(
    'activities.list',
    { text: useDeferredValue(typed), limit: suggestedAtMost },
    { keepsPrevious: true },
  )
  return (
    <FormDialog
      title={t('association.income.addTitle')}
      form={form}
      save={(fields) => add.run(fields)}
      command={add}
      fieldByCode={{ day_in_future: 'on', activity_not_found: 'activityId' }}
      onClose={onClose}
    >
      <TextField {...text('source')} label={t('association.fields.source')} isRequired maxLength={300} />
      <Select
        {...text('kind')}
        label={t('association.fields.kind')}
        options={incomeKinds.map((each) => ({ value: each, label: t(`association.incomeKinds.${each}`) }))}
      />
      <NumberField {...value('amountMinor')} label={t('association.fields.amountMinor')} isRequired />
      <DateField
        {...value('on')}
        onChange={(day) => value('on').onChange(day ?? '')}
        label={t('association.fields.on')}
        isRequired
      />
      <TextField {...text('receiptNumber')} label={t('association.fields.receiptNumber')} maxLength={60} />
      <Combobox
        label={t('association.fields.activityId')}
        error={activity.error}
        value={activity.value === null ? '' : String(activity.value)}
        onType={setTyped}
        options={[
          { value: '', label: t('association.income.noActivity') },
          ...(found.value?.rows ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        onChange={(next) => activity.onChange(next === '' ? null : Number(next))}
      />
      <TextField {...text('note')} label={t('association.fields.note')} maxLength={1000} />
    </FormDialog>
  )
}
