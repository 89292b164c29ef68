import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { consentForms, type ConsentGiver } from '../../shared/readers/contract.ts'
import { DateField } from '../ui/DateField.tsx'
import { bind } from '../ui/Form.tsx'
import { Select } from '../ui/Select.tsx'
import type { ReaderValues } from './reader-values.ts'

type Props = { form: UseFormReturn<ReaderValues, unknown, ReaderValues>; needed: readonly ConsentGiver[] }

/** Whose consent is needed, on which day and in which form it was given; silence is none. */
export function ConsentPart({ form, needed }: Props) {
  const { t } = useTranslation()
  const { text, value } = bind(form)
  return (
    <section className="card" aria-label={t('readers.form.consents')}>
      <h2>{t('readers.form.consents')}</h2>
      <p className="soft">{t('readers.form.consentHint')}</p>
      {needed.map((giver) => (
        <div key={giver} className="form-grid reader-consent">
          <label className="check">
            <input type="checkbox" {...form.register(`consents.${giver}.isGiven`)} />
            {t('readers.form.consentOf', { giver: t(`readers.givers.${giver}`) })}
          </label>
          <Select
            {...text(`consents.${giver}.form`)}
            label={t('readers.form.consentForm')}
            options={consentForms.map((each) => ({ value: each, label: t(`readers.consentForms.${each}`) }))}
          />
          <DateField {...value(`consents.${giver}.givenOn`)} label={t('readers.form.consentOn')} />
        </div>
      ))}
    </section>
  )
}
