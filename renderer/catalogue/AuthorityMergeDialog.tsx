import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Authority } from '../../shared/catalogue/contract.ts'
import type { RowOf } from '../app/operation-types.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Row = RowOf<'catalogue.searchAuthorities'>
type Props = { rows: Row[]; onClose: () => void; onDone: (kept: Authority) => void }

/** One heading stays, the others become forms that lead to it; says how many titles are rewritten. */
export function AuthorityMergeDialog({ rows, onClose, onDone }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const toast = useToast()
  const merge = useCommand('catalogue.mergeAuthorities')
  const [keepId, setKeepId] = useState(
    () => rows.reduce((best, row) => (row.titles > best.titles ? row : best)).id,
  )
  const kept = rows.find(({ id }) => id === keepId)
  const dropped = rows.filter(({ id }) => id !== keepId)
  const titles = dropped.reduce((sum, row) => sum + row.titles, 0)
  const kinds = new Set(rows.map(({ kind }) => kind))

  async function submit() {
    const answer = await merge.run({ keepId, dropIds: dropped.map(({ id }) => id) })
    if (!answer.ok) return
    toast({ text: t('catalogue.authorities.merged', { heading: answer.value.heading, count: rows.length }) })
    onDone(answer.value)
  }
  return (
    <Dialog title={t('catalogue.authorities.mergeTitle', { count: rows.length })} onClose={onClose}>
      <p>{t('catalogue.authorities.mergeText')}</p>
      {kinds.size > 1 && <Notice icon="warning" text={t('catalogue.authorities.kindsDiffer')} />}
      <fieldset className="stack merge-headings">
        <legend>{t('catalogue.authorities.keep')}</legend>
        {rows.map((row) => (
          <label key={row.id} className="check">
            <input type="radio" name="kept" checked={row.id === keepId} onChange={() => setKeepId(row.id)} />
            {row.heading}
            <span className="soft">{t('catalogue.authorities.ofTitles', { shown: number(row.titles) })}</span>
          </label>
        ))}
      </fieldset>
      <p aria-live="polite">
        {t('catalogue.authorities.mergeConsequence', { heading: kept?.heading ?? '', shown: number(titles) })}
      </p>
      <Failure of={merge.failure} />
      <div className="actions">
        <Button kind="primary" disabled={merge.isRunning || kinds.size > 1} onClick={() => void submit()}>
          {t('catalogue.authorities.merge')}
        </Button>
        <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
      </div>
    </Dialog>
  )
}
