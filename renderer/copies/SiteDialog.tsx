import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { SiteFields } from '../../shared/copies/contract.ts'
import { isoDate } from '../../shared/fields.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { bind, Form, placeRefusal, schemaResolver } from '../ui/Form.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import type { Site } from './use-places.ts'

const Values = SiteFields.extend({ closedOn: isoDate.nullable() })
type Values = z.output<typeof Values>
const fieldByCode = { duplicate_name: 'name', site_has_copies: 'closedOn', last_site: 'closedOn' }

export function SiteDialog({ site, onClose }: { site: Site | null; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const refusalText = useFailureText()
  const add = useCommand('copies.addSite')
  const update = useCommand('copies.updateSite')
  const command = site ? update : add
  const form = useForm<Values, unknown, Values>({
    defaultValues: {
      name: site?.name ?? '',
      code: site?.code ?? '',
      note: site?.note ?? '',
      closedOn: site?.closedOn ?? null,
    },
    resolver: schemaResolver(Values),
  })
  const fields = bind(form)
  async function save({ closedOn, ...values }: Values) {
    const answer = site
      ? await update.run({ ...values, closedOn, id: site.id, rev: site.rev })
      : await add.run(values)
    if (answer.ok) {
      toast({ text: t('common.saved') })
      onClose()
    } else if (placeRefusal(form, { failure: answer.error, fieldByCode, text: refusalText })) command.clear()
  }
  const title = site ? t('copies.places.edit', { name: site.name }) : t('copies.places.addSite')
  return (
    <Dialog title={title} onClose={onClose}>
      <Form form={form} onSubmit={save} label={title}>
        <div className="form-grid">
          <TextField {...fields.text('name')} label={t('copies.places.name')} isRequired isWide />
          <TextField {...fields.text('code')} label={t('copies.places.code')} />
          {site && (
            <DateField
              {...fields.value('closedOn')}
              label={t('copies.places.closedOn')}
              hint={t('copies.places.closedHint')}
            />
          )}
          <TextArea {...fields.text('note')} label={t('copies.places.note')} isWide rows={2} />
        </div>
        <Failure of={command.failure} />
        <div className="actions">
          <Button kind="primary" type="submit" icon="save" disabled={command.isRunning}>
            {t('common.actions.save')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}
