import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import * as z from 'zod'
import { requiredText } from '../../shared/fields.ts'
import { LabelDesign, LabelKind, labelKinds } from '../../shared/labels/contract.ts'
import { useCommand } from '../app/operations.ts'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'

const Values = z.object({
  name: requiredText(200),
  kind: LabelKind,
  widthMm: LabelDesign.shape.widthMm,
  heightMm: LabelDesign.shape.heightMm,
})
type Values = z.output<typeof Values>
/** While a box is empty its number is missing. */
type Typed = Omit<Values, 'widthMm' | 'heightMm'> & { widthMm: number | null; heightMm: number | null }

/** A new look begins with what it is for and how large it is; its elements are added on its own page. */
export function LabelTemplateDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const command = useCommand('labels.addTemplate')
  const form = useForm<Typed, unknown, Values>({
    defaultValues: { name: '', kind: 'spine', widthMm: 50, heightMm: 30 },
    resolver: schemaResolver(Values),
  })
  const { text, value } = bind(form)
  async function save({ name, kind, ...size }: Values) {
    const answer = await command.run({ name, kind, design: { ...size, elements: [] } })
    if (answer.ok) void navigate(`/labels/templates/${answer.value.id}`)
    return answer
  }
  return (
    <FormDialog
      title={t('labels.templates.add')}
      {...{ form, save, command, onClose }}
      fieldByCode={{ duplicate_name: 'name' }}
    >
      <TextField {...text('name')} label={t('labels.templates.name')} isRequired />
      <Select
        {...text('kind')}
        label={t('labels.templates.kind')}
        options={labelKinds.map((each) => ({ value: each, label: t(`labels.kinds.${each}`) }))}
      />
      <div className="form-grid">
        <NumberField {...value('widthMm')} label={t('labels.templates.widthMm')} isRequired />
        <NumberField {...value('heightMm')} label={t('labels.templates.heightMm')} isRequired />
      </div>
    </FormDialog>
  )
}
