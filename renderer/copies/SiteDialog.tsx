import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { SiteFields } from '../../shared/copies/contract.ts'
import { isoDate } from '../../shared/fields.ts'
import { useCommand } from '../app/operations.ts'
import { DateField } from '../ui/DateField.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import type { Site } from './use-places.ts'

const Values = SiteFields.extend({ closedOn: isoDate.nullable() })
type Values = z.output<typeof Values>
const fieldByCode = { duplicate_name: 'name', site_has_copies: 'closedOn', last_site: 'closedOn' }

export function SiteDialog({ site, onClose }: { site: Site | null; onClose: () => void }) {
  const { t } = useTranslation()
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
  function save({ closedOn, ...values }: Values) {
    return site ? update.run({ ...values, closedOn, id: site.id, rev: site.rev }) : add.run(values)
  }
  const title = site ? t('copies.places.edit', { name: site.name }) : t('copies.places.addSite')
  return (
    <FormDialog {...{ title, form, save, command, fieldByCode, onClose }}>
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
    </FormDialog>
  )
}
