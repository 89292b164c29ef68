import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { namedPeriod } from '../../shared/periods.ts'
import type { Period } from '../../shared/reports/contract.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PeriodField } from './PeriodField.tsx'
import { firstOf } from './periods.ts'

type Props = { periods: Period[]; wanted: string | null; onClose: () => void }

/** Begins the report of a period; one that has not begun is not offered. */
export function OpenPeriodDialog({ periods, wanted, onClose }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const openPeriod = useCommand('reports.openPeriod')
  const today = isoDateAt(Date.now())
  const taken = periods.map(({ period }) => period)
  const asked = wanted !== null && !taken.includes(wanted) ? wanted : firstOf('quarter', today, taken)
  const [chosen, choose] = useState(asked ?? firstOf('range', today, taken) ?? '')

  async function open(event: FormEvent) {
    event.preventDefault()
    const answer = await openPeriod.run({ period: chosen })
    if (answer.ok) void navigate(`/reports/${answer.value.id}`)
  }
  const { from, to, kind } = namedPeriod(chosen)
  const words = { from: displayDate(from), to: displayDate(to) }
  return (
    <Dialog title={t('reports.list.open')} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void open(event)}>
        <PeriodField value={chosen} onChange={choose} taken={taken} />
        <p>{t(to < today ? 'reports.openDialog.ended' : 'reports.openDialog.running', words)}</p>
        {kind === 'range' && <p className="soft">{t('reports.openDialog.stays')}</p>}
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
