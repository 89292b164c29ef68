import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { RightsRule } from '../../shared/digitization/contract.ts'
import { describedBy, rightsStatuses } from '../../shared/digitization/rules.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useToast } from '../ui/Toasts.tsx'

export function RightsRuleDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const rule = useQuery('digitization.rightsRule', {})
  return (
    <Dialog title={t('digitization.rights.ruleTitle')} onClose={onClose}>
      <Failure of={rule.failure} />
      {rule.value && <RuleForm rule={rule.value} onClose={onClose} />}
    </Dialog>
  )
}

function RuleForm({ rule, onClose }: { rule: RightsRule; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const set = useCommand('digitization.setRightsRule')
  const [publishable, setPublishable] = useState(rule.publishable)
  const [mandatory, setMandatory] = useState(rule.mandatory)
  const [warnDays, setWarnDays] = useState<number | null>(rule.warnDays)
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (warnDays === null) return
    const answer = await set.run({ publishable, warnDays, mandatory })
    if (!answer.ok) return
    toast({ text: t('common.saved') })
    onClose()
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <Notice text={t('digitization.rights.ruleText')} />
      <Checks
        legend={t('digitization.rights.publishable')}
        all={rightsStatuses.filter((each) => each !== 'unknown')}
        chosen={publishable}
        onChange={setPublishable}
        labelOf={(each) => t(`digitization.rightsStatuses.${each}`)}
      />
      <NumberField
        label={t('digitization.rights.warnDays')}
        isRequired
        value={warnDays}
        onChange={setWarnDays}
      />
      <Checks
        legend={t('digitization.rights.mandatory')}
        all={describedBy}
        chosen={mandatory}
        onChange={setMandatory}
        labelOf={(each) => t(`digitization.describedBy.${each}`)}
      />
      <Failure of={set.failure} />
      <div className="actions">
        <Button kind="primary" type="submit" icon="save" disabled={warnDays === null || set.isRunning}>
          {t('common.actions.save')}
        </Button>
        <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
      </div>
    </form>
  )
}

type ChecksProps<Each extends string> = {
  legend: string
  all: readonly Each[]
  chosen: Each[]
  onChange: (chosen: Each[]) => void
  labelOf: (each: Each) => string
}

function Checks<Each extends string>({ legend, all, chosen, onChange, labelOf }: ChecksProps<Each>) {
  return (
    <fieldset className="stack tight">
      <legend>{legend}</legend>
      {all.map((each) => (
        <label key={each} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(each)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, each] : chosen.filter((other) => other !== each))
            }
          />
          {labelOf(each)}
        </label>
      ))}
    </fieldset>
  )
}
