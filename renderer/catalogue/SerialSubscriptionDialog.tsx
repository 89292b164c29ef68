import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import { acquisitionSources, frequencies, SubscriptionFields } from '../../shared/catalogue/contract.ts'
import { isoDateAt } from '../../shared/dates.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { bind, Form, placeRefusal, schemaResolver } from '../ui/Form.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { SubscriptionRow } from './SerialSubscriptions.tsx'

type Values = z.output<typeof SubscriptionFields>
type Props = { titleId: number; subscription: SubscriptionRow | null; onClose: () => void }

export function SerialSubscriptionDialog({ titleId, subscription, onClose }: Props) {
  const { t } = useTranslation()
  const refusalText = useFailureText()
  const set = useCommand('catalogue.setSubscription')
  const form = useForm<Values, unknown, Values>({
    defaultValues: subscription ?? {
      startsOn: isoDateAt(Date.now()),
      endsOn: null,
      frequency: 'monthly',
      source: 'purchase',
      note: '',
    },
    resolver: schemaResolver(SubscriptionFields),
  })
  const { text, value } = bind(form)
  const startsOn = value('startsOn')

  async function save(values: Values) {
    const answer = await set.run({
      ...values,
      titleId,
      id: subscription?.id ?? null,
      rev: subscription?.rev ?? null,
    })
    if (answer.ok) onClose()
    else if (
      placeRefusal(form, {
        failure: answer.error,
        fieldByCode: { ends_before_start: 'endsOn' },
        text: refusalText,
      })
    ) {
      set.clear()
    }
  }
  const title = t(subscription ? 'catalogue.subscriptions.change' : 'catalogue.subscriptions.add')
  return (
    <Dialog title={title} onClose={onClose}>
      <Form form={form} onSubmit={save} label={title}>
        <Failure of={set.failure} />
        <div className="form-grid">
          <DateField
            {...startsOn}
            label={t('catalogue.subscriptions.startsOn')}
            isRequired
            onChange={(date) => startsOn.onChange(date ?? '')}
          />
          <DateField {...value('endsOn')} label={t('catalogue.subscriptions.endsOn')} />
          <Select
            {...text('frequency')}
            label={t('catalogue.serials.frequency')}
            options={frequencies.map((name) => ({ value: name, label: t(`catalogue.frequencies.${name}`) }))}
          />
          <Select
            {...text('source')}
            label={t('catalogue.subscriptions.source')}
            options={acquisitionSources.map((name) => ({
              value: name,
              label: t(`catalogue.sources.${name}`),
            }))}
          />
          <TextField {...text('note')} label={t('catalogue.fields.note')} isWide />
        </div>
        <div className="actions">
          <Button kind="primary" type="submit" icon="save" disabled={set.isRunning}>
            {t('common.actions.save')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}
