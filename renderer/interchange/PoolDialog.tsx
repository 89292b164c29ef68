import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { requiredText } from '../../shared/fields.ts'
import type { FileTicket } from '../../shared/door.ts'
import { profileEncodings } from '../../shared/interchange/contract.ts'
import { useEngine } from '../app/engine.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { bind, Form, schemaResolver } from '../ui/Form.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { accepted } from './chosen-files.ts'
import { useEncodingOptions } from './use-encoding-options.ts'
import { useRunWords } from './use-run-words.ts'

const Values = z.object({ name: requiredText(200), encoding: z.enum(profileEncodings) })
type Values = z.output<typeof Values>
type Input = Values & { file: FileTicket }
type Props = { taken: readonly string[]; onClose: () => void; onAdd: (input: Input) => void }

/** A file of records and the name they are found under. */
export function PoolDialog({ taken, onClose, onAdd }: Props) {
  const { t } = useTranslation()
  const { door } = useEngine()
  const { size } = useRunWords()
  const encodings = useEncodingOptions()
  const [isPicking, setPicking] = useState(false)
  const form = useForm<Values, unknown, Values>({
    defaultValues: { name: '', encoding: 'auto' },
    resolver: schemaResolver(Values, ({ name }) =>
      taken.includes(name.trim()) ? { name: t('interchange.errors.duplicate_name', { name }) } : {},
    ),
  })
  const fields = bind(form)
  const [file, setFile] = useState<FileTicket | null>(null)
  async function pick() {
    setPicking(true)
    const ticket = await door.pickFile(accepted)
    setPicking(false)
    if (!ticket) return
    setFile(ticket)
    if (form.getValues('name') === '') form.setValue('name', ticket.name.replace(/\.\w{1,5}$/, ''))
  }
  return (
    <Dialog title={t('interchange.pools.addTitle')} onClose={onClose}>
      <Form
        form={form}
        label={t('interchange.pools.addTitle')}
        onSubmit={async (values) => {
          if (file) onAdd({ ...values, file })
        }}
      >
        <p className="soft">{t('interchange.pools.addHint')}</p>
        <div className="row">
          <Button
            icon="file"
            kind={file ? 'plain' : 'primary'}
            disabled={isPicking}
            onClick={() => void pick()}
          >
            {t('interchange.files.pickOne')}
          </Button>
          <span aria-live="polite" className="soft">
            {file
              ? t('interchange.files.one', { name: file.name, size: size(file.size) })
              : t(isPicking ? 'interchange.files.taking' : 'interchange.files.none')}
          </span>
        </div>
        <div className="form-grid">
          <TextField
            {...fields.text('name')}
            label={t('interchange.pools.columns.name')}
            hint={t('interchange.pools.nameHint')}
            isRequired
            isWide
          />
          <Select
            {...fields.text('encoding')}
            label={t('interchange.encoding.label')}
            options={encodings}
            isWide
          />
        </div>
        <div className="actions">
          <Button kind="primary" type="submit" disabled={file === null}>
            {t('interchange.pools.addSubmit')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}
