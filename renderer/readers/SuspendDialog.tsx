import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { requiredText } from '../../shared/fields.ts'
import type { ReaderRecord } from '../../shared/readers/contract.ts'
import { useCommand } from '../app/operations.ts'
import { DateField } from '../ui/DateField.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { TextField } from '../ui/TextField.tsx'

const Values = z.object({ until: z.iso.date().nullable(), reason: requiredText(300) })
type Values = z.output<typeof Values>

/** Until when nothing is lent on a card, and why: the reader will ask. */
export function SuspendDialog({ reader, onClose }: { reader: ReaderRecord; onClose: () => void }) {
  const { t } = useTranslation()
  const suspend = useCommand('readers.suspend')
  const form = useForm<Values, unknown, Values>({
    defaultValues: { until: null, reason: '' },
    resolver: schemaResolver(Values),
  })
  const { text, value } = bind(form)
  return (
    <FormDialog
      title={t('readers.record.suspendTitle', { name: reader.name })}
      form={form}
      save={(fields) => suspend.run({ ...fields, id: reader.id, rev: reader.rev })}
      command={suspend}
      fieldByCode={{ suspended_in_past: 'until' }}
      onClose={onClose}
    >
      <TextField {...text('reason')} label={t('readers.record.reason')} isRequired maxLength={300} />
      <DateField {...value('until')} label={t('readers.record.until')} />
    </FormDialog>
  )
}
