import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { displayDate, isoDateAt, quarterBounds, type Quarter } from '../../shared/dates.ts'
import type { Period } from '../../shared/reports/contract.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { QuarterField } from './QuarterField.tsx'
import { begunQuarters, isSameQuarter, likeliestQuarter } from './quarters.ts'

type Props = { periods: Period[]; wanted: Quarter | null; onClose: () => void }

const offeredQuarters = 20

/** Begins a quarter's report; a quarter that has not begun is not offered. */
export function OpenPeriodDialog({ periods, wanted, onClose }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const openPeriod = useCommand('reports.openPeriod')
  const today = isoDateAt(Date.now())
  const options = begunQuarters(today, offeredQuarters).filter(
    (quarter) => !periods.some((period) => isSameQuarter(period, quarter)),
  )
  const asked = options.find((quarter) => wanted && isSameQuarter(quarter, wanted))
  const [chosen, choose] = useState(asked ?? likeliestQuarter(options, today))

  async function open(event: FormEvent) {
    event.preventDefault()
    if (!chosen) return
    const answer = await openPeriod.run({ year: chosen.year, quarter: chosen.quarter })
    if (answer.ok) void navigate(`/reports/${answer.value.id}`)
  }
  if (!chosen) return null
  const { from, to } = quarterBounds(chosen)
  const words = { from: displayDate(from), to: displayDate(to) }
  return (
    <Dialog title={t('reports.list.open')} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void open(event)}>
        <QuarterField
          label={t('reports.openDialog.quarter')}
          value={chosen}
          onChange={choose}
          options={options}
        />
        <p>{t(to < today ? 'reports.openDialog.ended' : 'reports.openDialog.running', words)}</p>
        <Failure of={openPeriod.failure} />
        <div className="actions">
          <Button kind="primary" type="submit" disabled={openPeriod.isRunning}>
            {t('reports.openDialog.submit')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
