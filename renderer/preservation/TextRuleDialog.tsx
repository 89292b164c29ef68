import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { TextRule } from '../../shared/preservation/contract.ts'
import { useCommand } from '../app/operations.ts'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { TextField } from '../ui/TextField.tsx'

/** While a box is empty its number is missing. */
type Typed = { path: string; secondsPerPage: number | null; lowBelow: number | null }

/** Where the reading program lies, how long it may take for a page, and what counts as doubtful. */
export function TextRuleDialog({ rule, onClose }: { rule: TextRule; onClose: () => void }) {
  const { t } = useTranslation()
  const command = useCommand('preservation.setTextRule')
  const form = useForm<Typed, unknown, TextRule>({ defaultValues: rule, resolver: schemaResolver(TextRule) })
  const { text, value } = bind(form)
  return (
    <FormDialog
      title={t('preservation.textRuleForm.title')}
      {...{ form, command, onClose }}
      save={command.run}
      fieldByCode={{ program_unfit: 'path' }}
    >
      <TextField
        {...text('path')}
        label={t('preservation.textRuleForm.path')}
        hint={t('preservation.textRuleForm.pathHint')}
      />
      <NumberField
        {...value('secondsPerPage')}
        label={t('preservation.textRuleForm.secondsPerPage')}
        hint={t('preservation.textRuleForm.secondsHint')}
        isRequired
      />
      <NumberField
        {...value('lowBelow')}
        label={t('preservation.textRuleForm.lowBelow')}
        hint={t('preservation.textRuleForm.lowHint')}
        isRequired
      />
    </FormDialog>
  )
}
