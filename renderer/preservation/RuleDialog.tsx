import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { PreservationRule } from '../../shared/preservation/contract.ts'
import { useCommand } from '../app/operations.ts'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { NumberField } from '../ui/NumberField.tsx'

/** While a box is empty its number is missing. */
type Typed = { months: number | null; copies: number | null }

export function RuleDialog({ rule, onClose }: { rule: PreservationRule; onClose: () => void }) {
  const { t } = useTranslation()
  const command = useCommand('preservation.setRule')
  const form = useForm<Typed, unknown, PreservationRule>({
    defaultValues: rule,
    resolver: schemaResolver(PreservationRule),
  })
  const { value } = bind(form)
  return (
    <FormDialog
      title={t('preservation.ruleForm.title')}
      {...{ form, command, onClose }}
      save={command.run}
      fieldByCode={{}}
    >
      <p className="soft">{t('preservation.ruleForm.hint')}</p>
      <NumberField {...value('months')} label={t('preservation.ruleForm.months')} isRequired />
      <NumberField {...value('copies')} label={t('preservation.ruleForm.copies')} isRequired />
    </FormDialog>
  )
}
