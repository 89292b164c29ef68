import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { isoDateAt } from '../../shared/dates.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { withWrongIsbn, type NewTitle } from './new-title.ts'

/** A number printed wrongly in the book is a fact, too: MARC keeps it apart from those that hold. */
export function WrongIsbnOffer({ form }: { form: UseFormReturn<NewTitle, unknown, NewTitle> }) {
  const { t } = useTranslation()
  if (form.getFieldState('isbn', form.formState).error?.type !== 'check') return null
  function keep() {
    const { isbn, recordJson } = withWrongIsbn(form.getValues(), isoDateAt(Date.now()))
    form.setValue('recordJson', recordJson, { shouldDirty: true })
    form.setValue('isbn', isbn, { shouldDirty: true, shouldValidate: true })
    form.setFocus('isbn')
  }
  return (
    <Notice icon="warning" text={t('catalogue.form.wrongIsbn')}>
      <Button onClick={keep}>{t('catalogue.form.keepWrongIsbn')}</Button>
    </Notice>
  )
}
