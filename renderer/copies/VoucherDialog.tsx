import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { acquisitionSources } from '../../shared/catalogue/contract.ts'
import { VoucherFields } from '../../shared/copies/contract.ts'
import { isoDateAt } from '../../shared/dates.ts'
import type { Output } from '../app/operation-types.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { useCommand } from '../app/operations.ts'
import { useDraft } from '../app/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { bind, Form, placeRefusal, schemaResolver } from '../ui/Form.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { useWords } from './use-words.ts'

type Voucher = Output<'copies.voucher'>
type Values = Pick<
  Voucher,
  | 'number'
  | 'receivedOn'
  | 'source'
  | 'supplier'
  | 'document'
  | 'statedCopies'
  | 'statedAmountMinor'
  | 'note'
  | 'isOpening'
>
/** While a box is empty its day is missing. */
type Typed = Omit<Values, 'receivedOn'> & { receivedOn: string | null }
type Props = { voucher?: Voucher; onClose: () => void; onSaved: (voucher: Voucher) => void }

const fieldByCode = {
  duplicate_voucher: 'number',
  received_in_future: 'receivedOn',
  year_is_closed: 'receivedOn',
}

function beginning(voucher: Voucher | undefined): Values {
  return {
    number: voucher?.number ?? '',
    receivedOn: voucher?.receivedOn ?? isoDateAt(Date.now()),
    source: voucher?.source ?? 'purchase',
    supplier: voucher?.supplier ?? '',
    document: voucher?.document ?? '',
    statedCopies: voucher?.statedCopies ?? null,
    statedAmountMinor: voucher?.statedAmountMinor ?? null,
    note: voucher?.note ?? '',
    isOpening: voucher?.isOpening ?? false,
  }
}

/** The head of a delivery, as its paper says it. */
export function VoucherDialog({ voucher, onClose, onSaved }: Props) {
  const { t } = useTranslation()
  const { options } = useWords()
  const refusalText = useFailureText()
  const add = useCommand('copies.addVoucher')
  const update = useCommand('copies.updateVoucher')
  const form = useForm<Typed, unknown, Values>({
    defaultValues: beginning(voucher),
    resolver: schemaResolver(VoucherFields),
  })
  const fields = bind(form)
  const draft = useDraft(voucher ? `copies.updateVoucher/${voucher.id}` : 'copies.addVoucher', form)
  const command = voucher ? update : add

  async function save(values: Values) {
    const answer = voucher
      ? await update.run({ ...values, id: voucher.id, rev: voucher.rev })
      : await add.run(values)
    if (answer.ok) {
      await draft.finish()
      onSaved(answer.value)
    } else if (placeRefusal(form, { failure: answer.error, fieldByCode, text: refusalText })) command.clear()
  }
  return (
    <Dialog title={t(voucher ? 'copies.voucher.editTitle' : 'copies.vouchers.add')} onClose={onClose} isWide>
      <DraftNotice draft={draft} />
      <Form form={form} onSubmit={save} label={t('copies.vouchers.add')} enterSubmits={false}>
        <div className="form-grid">
          <TextField
            {...fields.text('number')}
            label={t('copies.voucher.number')}
            hint={t('copies.voucher.numberHint')}
            isRequired
          />
          <DateField {...fields.value('receivedOn')} label={t('copies.voucher.receivedOn')} isRequired />
          <Select
            {...fields.text('source')}
            label={t('copies.voucher.source')}
            options={options('catalogue.sources', acquisitionSources)}
          />
          <TextField {...fields.text('supplier')} label={t('copies.voucher.supplier')} isWide />
          <TextField
            {...fields.text('document')}
            label={t('copies.voucher.document')}
            hint={t('copies.voucher.documentHint')}
            isWide
          />
          <NumberField
            {...fields.value('statedCopies')}
            label={t('copies.voucher.statedCopies')}
            hint={t('copies.voucher.statedHint')}
          />
          <NumberField {...fields.value('statedAmountMinor')} label={t('copies.voucher.statedAmountMinor')} />
          <TextArea {...fields.text('note')} label={t('copies.voucher.note')} isWide rows={2} />
        </div>
        <label className="check">
          <input type="checkbox" {...form.register('isOpening')} />
          <span>{t('copies.voucher.isOpening')}</span>
        </label>
        <Failure of={command.failure} />
        <div className="actions">
          <Button kind="primary" type="submit" icon="save" shortcut="Ctrl+Enter" disabled={command.isRunning}>
            {t(voucher ? 'common.actions.save' : 'copies.voucher.saveAndEnter')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}
