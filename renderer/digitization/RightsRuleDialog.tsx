import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { RightsRule } from '../../shared/digitization/contract.ts'
import { rightsStatuses } from '../../shared/digitization/rules.ts'
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
  const [warnDays, setWarnDays] = useState<number | null>(rule.warnDays)
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (warnDays === null) return
    const answer = await set.run({ publishable, warnDays })
    if (!answer.ok) return
    toast({ text: t('common.saved') })
    onClose()
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <Notice text={t('digitization.rights.ruleText')} />
      <fieldset className="stack tight">
        <legend>{t('digitization.rights.publishable')}</legend>
        {rightsStatuses
          .filter((each) => each !== 'unknown')
          .map((each) => (
            <label key={each} className="check">
              <input
                type="checkbox"
                checked={publishable.includes(each)}
                onChange={(event) =>
                  setPublishable(
                    event.target.checked
                      ? [...publishable, each]
                      : publishable.filter((other) => other !== each),
                  )
                }
              />
              {t(`digitization.rightsStatuses.${each}`)}
            </label>
          ))}
      </fieldset>
      <NumberField
        label={t('digitization.rights.warnDays')}
        isRequired
        value={warnDays}
        onChange={setWarnDays}
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
