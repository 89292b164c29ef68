import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { BackupRule } from '../../shared/backup/contract.ts'
import type { Output } from '../app/operation-types.ts'
import { useCommand } from '../app/operations.ts'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { RotationPreview } from './RotationPreview.tsx'
import { ruleCounts, ruleSwitches } from './rule-parts.ts'

/** While a box is empty its number is missing. */
type Typed = Pick<BackupRule, (typeof ruleSwitches)[number]> &
  Record<(typeof ruleCounts)[number] | 'checkAfterDays', number | null>
type Props = { rule: Output<'backup.rule'>; onClose: () => void }

/** Schedule and number of copies; what another rule would clear away is shown before it is saved. */
export function RuleDialog({ rule, onClose }: Props) {
  const { t } = useTranslation()
  const command = useCommand('backup.setRule')
  const { rev } = rule
  const [initial] = useState<Typed>(() => BackupRule.parse(rule))
  const form = useForm<Typed, unknown, BackupRule>({
    defaultValues: initial,
    resolver: schemaResolver<Typed, BackupRule>(BackupRule),
  })
  const bound = bind(form)
  const tried = BackupRule.safeParse(useWatch({ control: form.control })).data
  return (
    <FormDialog
      title={t('backup.rule.title')}
      form={form}
      command={command}
      save={(values) => command.run({ ...values, rev })}
      fieldByCode={{}}
      onClose={onClose}
      isWide
    >
      {ruleSwitches.map((name) => {
        const { value, onChange } = bound.value(name)
        return (
          <label key={name} className="check backup-switch">
            <input type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} />
            <span>
              {t(`backup.rule.${name}`)}
              <span className="hint">{t(`backup.rule.${name}Hint`)}</span>
            </span>
          </label>
        )
      })}
      <fieldset className="stack backup-counts">
        <legend>{t('backup.rule.counts')}</legend>
        <div className="form-grid">
          {([...ruleCounts, 'checkAfterDays'] as const).map((name) => (
            <NumberField
              key={name}
              {...bound.value(name)}
              label={t(`backup.rule.${name}`)}
              hint={t(`backup.rule.${name}Hint`)}
              isRequired
            />
          ))}
        </div>
      </fieldset>
      {tried && <RotationPreview rule={tried} />}
    </FormDialog>
  )
}
