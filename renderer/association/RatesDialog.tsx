import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { duesBases, RateFields, sectors, type Rate } from '../../shared/association/contract.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { bind, Form, schemaResolver } from '../ui/Form.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { thisYear } from './use-year.ts'

/** What is asked of whom from which year on: the library's own setting, since no rule of it was found. */
export function RatesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const can = useCan()
  const { value: rates, failure } = useQuery('association.rates', {})
  const mayWrite = can('association.write')
  return (
    <Dialog title={t('association.rates.title')} onClose={onClose} isWide>
      <p className="soft">{t('association.rates.text')}</p>
      <Failure of={failure} />
      {rates?.length === 0 && <p>{t('association.rates.none')}</p>}
      {rates && rates.length > 0 && (
        <ul className="association-rates">
          {rates.map((rate) => (
            <RateLine key={rate.id} rate={rate} mayWrite={mayWrite} />
          ))}
        </ul>
      )}
      {mayWrite && <RateForm key={rates?.length} />}
    </Dialog>
  )
}

function RateLine({ rate, mayWrite }: { rate: Rate; mayWrite: boolean }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const toast = useToast()
  const remove = useCommand('association.removeRate')
  const set = useCommand('association.setRate')
  const sector = t(`association.sectors.${rate.sector}`)
  async function drop() {
    const answer = await remove.run({ id: rate.id })
    if (answer.ok)
      toast({
        text: t('association.rates.removed'),
        onUndo: async () => void (await set.run(RateFields.parse(rate))),
      })
  }
  return (
    <li>
      <strong>{`${t('association.fields.fromYear')} ${rate.fromYear}`}</strong>
      <span>{sector}</span>
      <span>
        {t(rate.basis === 'unit' ? 'association.rates.perUnit' : 'association.rates.perMember', {
          amount: number(rate.amountMinor),
        })}
      </span>
      <span className="soft">{rate.document}</span>
      {mayWrite && (
        <IconButton
          icon="remove"
          label={t('association.rates.remove', { year: rate.fromYear, sector })}
          disabled={remove.isRunning}
          onClick={() => void drop()}
        />
      )}
      <Failure of={remove.failure} />
    </li>
  )
}

type Values = Omit<RateFields, 'amountMinor' | 'fromYear'> & {
  amountMinor: number | null
  fromYear: number | null
}

function RateForm() {
  const { t } = useTranslation()
  const set = useCommand('association.setRate')
  const toast = useToast()
  const form = useForm<Values, unknown, RateFields>({
    defaultValues: {
      fromYear: thisYear(),
      sector: 'public',
      basis: 'unit',
      amountMinor: null,
      document: '',
    },
    resolver: schemaResolver(RateFields),
  })
  const { text, value } = bind(form)
  async function save(fields: RateFields) {
    const answer = await set.run(fields)
    if (!answer.ok) return
    toast({ text: t('common.saved') })
    form.reset({ ...form.getValues(), amountMinor: null, document: '' })
  }
  return (
    <Form form={form} onSubmit={save} label={t('association.rates.add')}>
      <div className="form-grid">
        <NumberField {...value('fromYear')} label={t('association.fields.fromYear')} isGrouped={false} />
        <Select
          {...text('sector')}
          label={t('association.fields.sector')}
          options={sectors.map((each) => ({ value: each, label: t(`association.sectors.${each}`) }))}
        />
        <Select
          {...text('basis')}
          label={t('association.fields.basis')}
          options={duesBases.map((each) => ({ value: each, label: t(`association.duesBases.${each}`) }))}
        />
        <NumberField {...value('amountMinor')} label={t('association.fields.amountMinor')} isRequired />
        <TextField {...text('document')} label={t('association.fields.document')} maxLength={300} />
      </div>
      <Failure of={set.failure} />
      <div className="actions">
        <Button kind="primary" type="submit" icon="add" disabled={set.isRunning}>
          {t('association.rates.add')}
        </Button>
      </div>
    </Form>
  )
}
