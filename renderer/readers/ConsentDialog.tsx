import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import { isoDateAt } from '../../shared/dates.ts'
import { consentForms, consentGivers, ConsentFields } from '../../shared/readers/contract.ts'
import { useCommand } from '../app/operations.ts'
import { DateField } from '../ui/DateField.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Select } from '../ui/Select.tsx'

type Values = z.output<typeof ConsentFields>

/** One more consent, as when a child turns seven. */
export function ConsentDialog({ readerId, onClose }: { readerId: number; onClose: () => void }) {
  const { t } = useTranslation()
  const add = useCommand('readers.addConsent')
  const form = useForm<Values, unknown, Values>({
    defaultValues: { givenBy: 'reader', form: 'paper', givenOn: isoDateAt(Date.now()) },
    resolver: schemaResolver(ConsentFields),
  })
  const { text, value } = bind(form)
  const givenOn = value('givenOn')
  return (
    <FormDialog
      title={t('readers.record.addConsent')}
      form={form}
      save={(fields) => add.run({ ...fields, readerId })}
      command={add}
      fieldByCode={{ consent_in_future: 'givenOn' }}
      onClose={onClose}
    >
      <Select
        {...text('givenBy')}
        label={t('readers.record.consents')}
        options={consentGivers.map((each) => ({ value: each, label: t(`readers.givers.${each}`) }))}
      />
      <Select
        {...text('form')}
        label={t('readers.form.consentForm')}
        options={consentForms.map((each) => ({ value: each, label: t(`readers.consentForms.${each}`) }))}
      />
      <DateField
        {...givenOn}
        // A day that cannot be read is none, which saving refuses.
        onChange={(day) => givenOn.onChange(day ?? '')}
        label={t('readers.form.consentOn')}
        isRequired
      />
    </FormDialog>
  )
}
