import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../app/operation-types.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { TextArea } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'

type Rule = Output<'cooperation.rule'>

/** When to remind, and whom the yearly report goes to: bodies change their names, so both are the library's own. */
export function RuleForm({ rule }: { rule: Rule }) {
  const { t } = useTranslation()
  const toast = useToast()
  const set = useCommand('cooperation.setRule')
  const [noticeDays, setNoticeDays] = useState<number | null>(rule.noticeDays)
  const [recipients, setRecipients] = useState(rule.recipients.join('\n'))
  async function save(event: FormEvent) {
    event.preventDefault()
    const lines = recipients.split('\n').filter((line) => line.trim() !== '')
    const answer = await set.run({ rev: rule.rev, noticeDays: noticeDays ?? 0, recipients: lines })
    if (answer.ok)
      toast({
        text: t('common.saved'),
        onUndo: async () => void (await set.run({ ...rule, rev: answer.value.rev })),
      })
  }
  return (
    <section className="card no-print" aria-label={t('cooperation.reports.rule')}>
      <h2>{t('cooperation.reports.rule')}</h2>
      <p className="soft">{t('cooperation.reports.ruleHint')}</p>
      <form className="stack" onSubmit={(event) => void save(event)}>
        <NumberField label={t('cooperation.fields.noticeDays')} value={noticeDays} onChange={setNoticeDays} />
        <TextArea
          label={t('cooperation.fields.recipients')}
          hint={t('cooperation.reports.recipientsHint')}
          rows={3}
          isWide
          value={recipients}
          onChange={(event) => setRecipients(event.target.value)}
        />
        <Failure of={set.failure} />
        <div className="row">
          <Button type="submit" icon="save" disabled={set.isRunning}>
            {t('common.actions.save')}
          </Button>
        </div>
      </form>
    </section>
  )
}
