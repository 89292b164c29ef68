import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { accessionNumberText } from '../../shared/copies/rules.ts'
import { Link } from 'react-router'
import { useCommand, usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { copiesAddress } from './copies-address.ts'
import type { Series } from './SeriesPage.tsx'

type Run = { from: number; to: number }
type Props = { series: Series; onEdit: (() => void) | undefined }

/** Numbers of a series that no copy has: to be found, or declared void with the reason. */
export function SeriesGaps({ series, onEdit }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const number = useNumberText()
  const gaps = usePages('copies.gaps', { seriesId: series.id })
  const [voiding, setVoiding] = useState<Run | null>(null)
  const mayChange = can('copies.write')
  return (
    <aside className="preview wide" aria-label={t('copies.gaps.title', { name: series.name })}>
      <h2>{series.name}</h2>
      <p className="soft">
        {t('copies.gaps.next', { number: accessionNumberText(series, series.lastNumber + 1) })}
      </p>
      <div className="actions">
        <Link className="button" to={copiesAddress({ seriesId: series.id, state: 'all' })}>
          {t('copies.gaps.copies')}
        </Link>
        {onEdit && (
          <Button icon="edit" onClick={onEdit}>
            {t('common.actions.edit')}
          </Button>
        )}
      </div>
      <h3>{t('copies.gaps.heading', { count: series.gaps, shown: number(series.gaps) })}</h3>
      <Failure of={gaps.failure} />
      {gaps.rows.length === 0 && !gaps.isLoading && <p className="soft">{t('copies.gaps.none')}</p>}
      <ul className="gaps">
        {gaps.rows.map(({ from, to, reason }) => (
          <li key={from}>
            <span>{runText(series, { from, to })}</span>
            <span className="soft">
              {reason === null
                ? t('copies.gaps.numbers', { count: to - from + 1, shown: number(to - from + 1) })
                : t('copies.gaps.void', { reason })}
            </span>
            {reason === null && mayChange && (
              <Button kind="quiet" onClick={() => setVoiding({ from, to })}>
                {t('copies.gaps.declare')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {gaps.hasMore && <Button onClick={gaps.more}>{t('common.actions.more')}</Button>}
      {mayChange && (
        <div className="actions">
          <Button
            kind="quiet"
            onClick={() => setVoiding({ from: series.lastNumber + 1, to: series.lastNumber + 1 })}
          >
            {t('copies.gaps.declareOther')}
          </Button>
        </div>
      )}
      {voiding && <VoidDialog series={series} run={voiding} onClose={() => setVoiding(null)} />}
    </aside>
  )
}

function runText(series: Series, { from, to }: Run): string {
  const first = accessionNumberText(series, from)
  return from === to ? first : `${first} – ${accessionNumberText(series, to)}`
}

function VoidDialog({ series, run, onClose }: { series: Series; run: Run; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const number = useNumberText()
  const declare = useCommand('copies.declareVoid')
  const [from, setFrom] = useState<number | null>(run.from)
  const [to, setTo] = useState<number | null>(run.to)
  const [reason, setReason] = useState('')
  const count = from !== null && to !== null ? Math.max(0, to - from + 1) : 0
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (from === null || to === null) return
    const answer = await declare.run({ seriesId: series.id, from, to, reason })
    if (!answer.ok) return
    toast({
      text: t('copies.gaps.declared', { count: answer.value.numbers, shown: number(answer.value.numbers) }),
    })
    onClose()
  }
  return (
    <Dialog title={t('copies.gaps.declareTitle', { name: series.name })} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <p>{t('copies.gaps.declareText')}</p>
        <div className="form-grid narrow">
          <NumberField
            label={t('copies.gaps.from')}
            value={from}
            onChange={setFrom}
            isGrouped={false}
            isRequired
          />
          <NumberField label={t('copies.gaps.to')} value={to} onChange={setTo} isGrouped={false} isRequired />
        </div>
        <TextField
          label={t('copies.acts.reason')}
          hint={t('copies.gaps.reasonHint')}
          isRequired
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Failure of={declare.failure} />
        <div className="actions">
          <Button kind="danger" type="submit" disabled={reason.trim() === '' || declare.isRunning}>
            {t('copies.gaps.declareSubmit', { count, shown: number(count) })}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
