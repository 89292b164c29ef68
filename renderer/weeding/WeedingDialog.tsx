import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { disposals, WeedingFields, type Weeding } from '../../shared/weeding/contract.ts'
import { isoDateAt } from '../../shared/dates.ts'
import type * as z from 'zod'
import { useCommand } from '../app/operations.ts'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'

type Values = z.output<typeof WeedingFields>
/** While the box is empty its year is missing. */
type Typed = Omit<Values, 'year'> & { year: number | null }
type Props = { weeding?: Weeding; onClose: () => void; onSaved?: (weeding: Weeding) => void }

/** What a dossier is called, and what usually becomes of its documents. */
export function WeedingDialog({ weeding, onClose, onSaved }: Props) {
  const { t } = useTranslation()
  const add = useCommand('weeding.addWeeding')
  const update = useCommand('weeding.updateWeeding')
  const year = Number(isoDateAt(Date.now()).slice(0, 4))
  const form = useForm<Typed, unknown, Values>({
    defaultValues: {
      name: weeding?.name ?? t('weeding.form.defaultName', { year }),
      year: weeding?.year ?? year,
      disposal: weeding?.disposal ?? 'sell',
      note: weeding?.note ?? '',
    },
    resolver: schemaResolver(WeedingFields),
  })
  const { text, value } = bind(form)
  async function save(values: Values) {
    return weeding ? update.run({ ...values, id: weeding.id, rev: weeding.rev }) : add.run(values)
  }
  return (
    <FormDialog
      title={t(weeding ? 'weeding.form.change' : 'weeding.form.add')}
      form={form}
      save={save}
      command={weeding ? update : add}
      fieldByCode={{}}
      onClose={onClose}
      onSaved={onSaved}
    >
      <TextField {...text('name')} label={t('weeding.fields.name')} isRequired />
      <div className="form-grid">
        <NumberField {...value('year')} label={t('weeding.fields.year')} isGrouped={false} isRequired />
        <Select
          {...text('disposal')}
          label={t('weeding.fields.disposal')}
          hint={t('weeding.form.disposalHint')}
          options={disposals.map((each) => ({
            value: each,
            label: t(`weeding.disposals.${each}`),
          }))}
        />
      </div>
      <TextArea {...text('note')} label={t('weeding.fields.note')} rows={2} />
    </FormDialog>
  )
}
