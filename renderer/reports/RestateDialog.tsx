import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../app/operation-types.ts'
import { useCommand } from '../app/operations.ts'
import { useIndicatorTexts } from '../indicators/index.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { TextArea } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { PasswordField } from './PasswordField.tsx'
import { usePeriodName } from './use-period-name.ts'
import { useStated } from './use-stated.ts'

type Props = {
  period: Output<'reports.period'>
  figures: Output<'reports.changes'>['figures']
  onClose: () => void
}

/** A second signature, so it shows every number that it says anew. */
export function RestateDialog({ period, figures, onClose }: Props) {
  const { t } = useTranslation()
  const texts = useIndicatorTexts()
  const stated = useStated()
  const toast = useToast()
  const periodName = usePeriodName()
  const restate = useCommand('reports.restate')
  const [reason, setReason] = useState('')
  const [password, setPassword] = useState('')
  async function submit() {
    const answer = await restate.run({ id: period.id, rev: period.rev, reason, password })
    if (!answer.ok) {
      setPassword('')
      return
    }
    toast({ text: t('reports.restatement.done', { number: answer.value.restated }) })
    onClose()
  }
  return (
    <ActDialog
      title={t('reports.restatement.dialog', { period: periodName(period.period) })}
      submit={t('reports.restatement.submit')}
      icon="lock"
      isReady={reason.trim() !== '' && password !== ''}
      isRunning={restate.isRunning}
      failure={null}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('reports.restatement.text')}</p>
      <div className="signed-figures" tabIndex={0} role="region" aria-label={t('reports.restatement.title')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('reports.columns.name')}</th>
              <th scope="col">{t('reports.restatement.columns.before')}</th>
              <th scope="col">{t('reports.restatement.columns.after')}</th>
            </tr>
          </thead>
          <tbody>
            {figures.map(({ code, before, now }) => (
              <tr key={code}>
                <td>{texts.name(code)}</td>
                <td className="end nowrap">{stated(before)}</td>
                <td className="end nowrap">{stated(now)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <TextArea
        label={t('reports.restatement.reason')}
        value={reason}
        autoFocus
        onChange={(event) => setReason(event.target.value)}
      />
      <PasswordField
        value={password}
        failure={restate.failure}
        onChange={(value) => {
          restate.clear()
          setPassword(value)
        }}
      />
    </ActDialog>
  )
}
