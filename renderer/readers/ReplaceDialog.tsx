import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import type { ReaderRecord } from '../../shared/readers/contract.ts'
import { useCommand } from '../app/operations.ts'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'

const ways = ['lost', 'replaced'] as const
const Values = z.object({ endedFor: z.enum(ways), cardNumber: z.string().max(40) })
type Values = z.output<typeof Values>

/** Another card for the same person; the former one opens nobody any more. */
export function ReplaceDialog({
  reader,
  number,
  onClose,
}: {
  reader: ReaderRecord
  number: string
  onClose: () => void
}) {
  const { t } = useTranslation()
  const replace = useCommand('readers.replaceCard')
  const form = useForm<Values, unknown, Values>({
    defaultValues: { endedFor: 'lost', cardNumber: '' },
    resolver: schemaResolver(Values),
  })
  const { text } = bind(form)
  return (
    <FormDialog
      title={t('readers.record.replaceTitle', { name: reader.name })}
      form={form}
      save={(fields) => replace.run({ ...fields, id: reader.id, rev: reader.rev })}
      command={replace}
      fieldByCode={{ duplicate_card: 'cardNumber' }}
      onClose={onClose}
    >
      <p>{t('readers.record.replaceText', { number })}</p>
      <Select
        {...text('endedFor')}
        label={t('readers.record.why')}
        options={ways.map((each) => ({ value: each, label: t(`readers.endings.${each}`) }))}
      />
      <TextField
        {...text('cardNumber')}
        label={t('readers.fields.cardNumber')}
        hint={t('readers.fields.cardHint')}
        maxLength={40}
      />
    </FormDialog>
  )
}
