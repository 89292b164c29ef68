import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import { reportLines } from '../../shared/indicators/formulas.ts'
import { useIndicatorTexts } from '../indicators/index.ts'
import type { Output } from '../app/operation-types.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Figure } from '../ui/Figure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { latestRev } from './latest-rev.ts'
import { PasswordField } from './PasswordField.tsx'
import { usePeriodName } from './use-period-name.ts'

type Props = { period: Output<'reports.period'>; onClose: () => void }

/** Signing cannot be taken back, so the dialog shows every number it fixes. */
export function SignDialog({ period, onClose }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const texts = useIndicatorTexts()
  const periodName = usePeriodName()
  const sign = useCommand('reports.sign')
  const [password, setPassword] = useState('')
  const name = periodName(period.period)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const answer = await sign.run({ id: period.id, rev: latestRev(period), password })
    if (!answer.ok) {
      setPassword('')
      return
    }
    toast({ text: t('reports.sign.done', { period: name }) })
    onClose()
  }
  return (
    <Dialog title={t('reports.sign.title', { period: name })} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <p>{t('reports.sign.freezes', { count: period.figures.length, to: displayDate(period.to) })}</p>
        <div className="signed-figures" tabIndex={0} role="region" aria-label={t('reports.sign.figures')}>
          <table className="plain-table">
            <tbody>
              {reportLines(period.figures).map((figure) => (
                <tr key={figure.code}>
                  <td className="soft nowrap">{figure.codes.join(', ')}</td>
                  <td>{texts.name(figure.code)}</td>
                  <td className="end nowrap">
                    <Figure {...figure} label={texts.name(figure.code)} unit={texts.unit(figure.code)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {period.unsignedBefore.length > 0 && (
          <Notice
            icon="warning"
            text={t('reports.sign.beforePrevious', {
              previous: period.unsignedBefore.map((earlier) => periodName(earlier.period)).join(', '),
            })}
          />
        )}
        {period.isAllMine && <Notice icon="warning" text={t('reports.sign.alone')} />}
        <p>{t('reports.sign.withNote')}</p>
        <PasswordField
          value={password}
          failure={sign.failure}
          onChange={(value) => {
            sign.clear()
            setPassword(value)
          }}
        />
        <div className="actions">
          <Button kind="primary" type="submit" icon="lock" disabled={sign.isRunning || !password}>
            {t('reports.sign.submit')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
