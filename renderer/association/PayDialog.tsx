import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { association, type DuesRow } from '../../shared/association/contract.ts'
import { openMinor } from '../../shared/association/rules.ts'
import { isoDateAt } from '../../shared/dates.ts'
import { useCommand } from '../app/operations.ts'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Button } from '../ui/Button.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { bind, Form, placeRefusal, schemaResolver } from '../ui/Form.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

const Payment = association.commands.payDues.input
type Payment = z.output<typeof Payment>
type Values = Omit<Payment, 'amountMinor' | 'year'> & { amountMinor: number | null; year: number | null }

/** A receipt as it was written; what is still owed is offered as its amount. */
export function PayDialog({ row, year, onClose }: { row: DuesRow; year: number; onClose: () => void }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const toast = useToast()
  const text = useFailureText()
  const pay = useCommand('association.payDues')
  const correct = useCommand('association.correctDues')
  const open = openMinor(row)
  const today = isoDateAt(Date.now())
  const form = useForm<Values, unknown, Payment>({
    defaultValues: {
      branchId: row.branchId,
      year,
      amountMinor: open > 0 ? open : null,
      on: today,
      receiptNumber: '',
      note: '',
    },
    resolver: schemaResolver(Payment),
  })
  const { text: field, value } = bind(form)
  async function save(payment: Payment) {
    const answer = await pay.run(payment)
    if (!answer.ok) {
      const fieldByCode = { duplicate_receipt: 'receiptNumber', day_in_future: 'on' }
      if (placeRefusal(form, { failure: answer.error, fieldByCode, text })) pay.clear()
      return
    }
    const { id, on, receiptNumber, amountMinor } = answer.value
    toast({
      text: t('association.dues.paid', { number: receiptNumber, amount: number(amountMinor) }),
      onUndo: async () => void (await correct.run({ id, on, reason: t('association.dues.undone') })),
    })
    onClose()
  }
  return (
    <Dialog title={t('association.dues.payTitle', { name: row.branchName })} onClose={onClose}>
      <Form form={form} onSubmit={save} label={t('association.dues.pay')}>
        <NumberField {...value('amountMinor')} label={t('association.fields.amountMinor')} isRequired />
        <TextField
          {...field('receiptNumber')}
          label={t('association.fields.receiptNumber')}
          isRequired
          maxLength={60}
        />
        <DateField
          {...value('on')}
          onChange={(day) => value('on').onChange(day ?? '')}
          label={t('association.fields.on')}
          isRequired
        />
        <NumberField
          {...value('year')}
          label={t('association.dues.forYear')}
          hint={
            row.beforeMinor > 0
              ? t('association.dues.beforeHint', { amount: number(row.beforeMinor) })
              : undefined
          }
          isGrouped={false}
        />
        <TextField {...field('note')} label={t('association.fields.note')} maxLength={300} />
        <Failure of={pay.failure} />
        <div className="actions">
          <Button kind="primary" type="submit" icon="save" disabled={pay.isRunning}>
            {t('common.actions.save')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}
