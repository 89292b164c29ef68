import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { criteria, FriendlyRule } from '../../shared/association/contract.ts'
import { friendlyMost } from '../../shared/association/rules.ts'
import { useCommand } from '../app/operations.ts'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

/** How many points there are and what weighs more, for assessments that have not begun. */
export function FriendlyRuleDialog({ rule, onClose }: { rule: FriendlyRule; onClose: () => void }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const set = useCommand('association.setFriendlyRule')
  const form = useForm<FriendlyRule, unknown, FriendlyRule>({
    defaultValues: rule,
    resolver: schemaResolver(FriendlyRule),
  })
  const { text, value } = bind(form)
  const now = { ...rule, ...useWatch({ control: form.control }) }
  return (
    <FormDialog
      title={t('association.friendly.ruleTitle')}
      form={form}
      save={(fields) => set.run(fields)}
      command={set}
      fieldByCode={{}}
      onClose={onClose}
    >
      <p className="soft">{t('association.friendly.ruleText')}</p>
      <NumberField
        {...value('mostPoints')}
        onChange={(points) => form.setValue('mostPoints', points as number, { shouldDirty: true })}
        label={t('association.fields.mostPoints')}
        isRequired
      />
      <div className="form-grid">
        {criteria.map((criterion, at) => (
          <NumberField
            key={criterion}
            {...value(`weights.${at}`)}
            onChange={(weight) => form.setValue(`weights.${at}`, weight as number, { shouldDirty: true })}
            label={t('association.friendly.weightOf', { criterion })}
            isRequired
          />
        ))}
      </div>
      <TextField {...text('document')} label={t('association.fields.document')} maxLength={300} />
      {now.weights.every(Number.isFinite) && Number.isFinite(now.mostPoints) && (
        <p>
          {t('association.friendly.scale', {
            most: number(now.mostPoints),
            weights: now.weights.map(number).join(' · '),
            total: number(friendlyMost(now)),
          })}
        </p>
      )}
    </FormDialog>
  )
}
