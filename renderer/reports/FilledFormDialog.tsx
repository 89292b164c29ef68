import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileTicket } from '../../shared/door.ts'
import type { FilledForm } from '../../shared/reports/contract.ts'
import { isBlocked } from '../../shared/reports/form-reading.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob } from '../app/operations.ts'
import { useIndicatorTexts } from '../indicators/index.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { usePeriodName } from './use-period-name.ts'

type Props = {
  form: FilledForm
  file: FileTicket
  onTaken: (period: string) => void
  onClose: () => void
}

/** What a form says, before any of it counts: whose it is, each complaint with its cell, and the figures. */
export function FilledFormDialog({ form, file, onTaken, onClose }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const periodName = usePeriodName()
  const texts = useIndicatorTexts()
  const taking = useJob('reports.takeInForm')
  const { output } = taking
  useEffect(() => {
    if (output) onTaken(output.period)
  }, [output, onTaken])
  const { name, figures, blanks, problems } = form
  return (
    <ActDialog
      title={t('reports.form.preview', { name, period: periodName(form.period) })}
      submit={t('reports.form.submit')}
      icon="add"
      isReady={!isBlocked(form)}
      isRunning={taking.isRunning}
      failure={null}
      onSubmit={async () => void (await taking.start({ file }))}
      onClose={onClose}
      isWide
    >
      <p>{t('reports.form.counts', { count: figures.length, blanks: number(blanks) })}</p>
      {isBlocked(form) && <Notice icon="warning" text={t('reports.form.blocked')} />}
      {problems.length > 0 && (
        <ul className="stack">
          {problems.map(({ kind, address, code, text }) => (
            <li key={`${kind} ${address} ${code}`}>
              {address && <strong>{address} </strong>}
              {t(`reports.form.problems.${kind}`, { code, text })}
            </li>
          ))}
        </ul>
      )}
      <div className="signed-figures" tabIndex={0} role="region" aria-label={t('reports.units.figures')}>
        <table className="plain-table">
          <tbody>
            {figures.map(({ code, value }) => (
              <tr key={code}>
                <td className="soft nowrap">{code}</td>
                <td>{texts.name(code)}</td>
                <td className="end nowrap">{number(value)}</td>
                <td>{texts.unit(code)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <JobProgress run={taking} />
    </ActDialog>
  )
}
