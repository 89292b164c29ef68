import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { FacilitiesRule } from '../../shared/facilities/contract.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { NumberField } from '../ui/NumberField.tsx'

/** From which share on a checklist is fulfilled, and how early one is reminded. */
export function RuleDialog({ onClose }: { onClose: () => void }) {
  const rule = useQuery('facilities.rule', {}).value
  return rule ? <RuleForm rule={rule} onClose={onClose} /> : null
}

/** A number may be blank while the form is filled. */
type RuleValues = Record<keyof FacilitiesRule, number | null>

function RuleForm({ rule, onClose }: { rule: FacilitiesRule; onClose: () => void }) {
  const { t } = useTranslation()
  const save = useCommand('facilities.setRule')
  const form = useForm<RuleValues, unknown, FacilitiesRule>({
    defaultValues: rule,
    resolver: schemaResolver(FacilitiesRule),
  })
  const { value } = bind(form)
  return (
    <FormDialog
      title={t('facilities.rule.title')}
      form={form}
      save={(fields) => save.run(fields)}
      command={save}
      fieldByCode={{}}
      onClose={onClose}
    >
      {(['workflowPercent', 'infrastructurePercent', 'remindDays'] as const).map((name) => (
        <NumberField
          key={name}
          {...value(name)}
          label={t(`facilities.rule.${name}`)}
          hint={t(`facilities.rule.${name}Hint`)}
        />
      ))}
    </FormDialog>
  )
}
