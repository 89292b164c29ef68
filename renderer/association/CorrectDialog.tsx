import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { association, type DuesEntry, type Income } from '../../shared/association/contract.ts'
import { isoDateAt } from '../../shared/dates.ts'
import { useCommand } from '../app/operations.ts'
import { DateField } from '../ui/DateField.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

const Correction = association.commands.correctDues.input
type Correction = z.output<typeof Correction>
type Props = {
  entry: Pick<DuesEntry | Income, 'id' | 'amountMinor'>
  of: 'association.correctDues' | 'association.correctIncome'
  onClose: () => void
}

/** A line that stands in a ledger is never changed: another one takes its amount back, with the reason. */
export function CorrectDialog({ entry, of, onClose }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const dues = useCommand('association.correctDues')
  const income = useCommand('association.correctIncome')
  const command = of === 'association.correctDues' ? dues : income
  const form = useForm<Correction, unknown, Correction>({
    defaultValues: { id: entry.id, on: isoDateAt(Date.now()), reason: '' },
    resolver: schemaResolver(Correction),
  })
  const { text, value } = bind(form)
  return (
    <FormDialog
      title={t('association.ledger.correctTitle', { amount: number(entry.amountMinor) })}
      form={form}
      save={(fields) => command.run(fields)}
      command={command}
      fieldByCode={{ day_in_future: 'on', corrected_before: 'on' }}
      onClose={onClose}
    >
      <p>{t('association.ledger.correctText', { amount: number(-entry.amountMinor) })}</p>
      <TextField {...text('reason')} label={t('association.fields.reason')} isRequired maxLength={300} />
      <DateField
        {...value('on')}
        onChange={(day) => value('on').onChange(day ?? '')}
        label={t('association.ledger.correctOn')}
        isRequired
      />
    </FormDialog>
  )
}
