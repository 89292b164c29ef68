import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input } from '../app/operation-types.ts'
import { RecordHistory } from './RecordHistory.tsx'

type Props = { of: Input<'journal.ofRecord'>['of'][number] }

/** The history at the foot of a page, asked for only once it is opened. */
export function HistoryPart({ of }: Props) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="card" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('journal.history.title')}</summary>
      {isOpen && <RecordHistory of={[of]} />}
    </details>
  )
}
