import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { isAscii } from '../../shared/labels/rules.ts'
import { numberPolicies, numberScopes } from '../../shared/merger/contract.ts'
import { useSeriesOptions } from '../copies/index.ts'
import { bind } from '../ui/Form.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { PlanFields } from './PlanPage.tsx'

/** How copies are called whose numbers are taken here; only what the policy asks for is asked. */
export function NumberFields({ form }: { form: UseFormReturn<PlanFields, unknown, PlanFields> }) {
  const { t } = useTranslation()
  const { options: series } = useSeriesOptions()
  const fields = bind(form)
  const policy = fields.value('numbering.policy').value
  // Nothing forbids Đ in a number, but no bars are read back from it.
  const prefix = fields.value('numbering.prefix').value
  const isPrintable = prefix === '' || isAscii(prefix)
  const chosen = fields.value('numbering.seriesId')
  return (
    <div className="form-grid">
      <Select
        {...fields.text('numbering.policy')}
        label={t('merger.plan.policy')}
        options={numberPolicies.map((value) => ({ value, label: t(`merger.plan.policies.${value}`) }))}
      />
      {policy !== 'by_hand' && (
        <Select
          {...fields.text('numbering.scope')}
          label={t('merger.plan.scope')}
          options={numberScopes.map((value) => ({ value, label: t(`merger.plan.scopes.${value}`) }))}
        />
      )}
      {policy === 'prefix' && (
        <TextField
          {...fields.text('numbering.prefix')}
          label={t('merger.plan.prefix')}
          hint={t(isPrintable ? 'merger.plan.prefixHint' : 'merger.plan.prefixLetters')}
        />
      )}
      {policy === 'renumber' && (
        <Select
          label={t('merger.plan.series')}
          emptyLabel={t('merger.plan.seriesByMaterial')}
          options={series}
          value={String(chosen.value ?? '')}
          error={chosen.error}
          onChange={({ target }) => chosen.onChange(target.value === '' ? null : Number(target.value))}
        />
      )}
    </div>
  )
}
