import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Title } from '../../shared/catalogue/contract.ts'
import { usePages, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { IssueBinding } from './IssueBinding.tsx'
import { IssueRunForm } from './IssueRunForm.tsx'
import { IssueTable } from './IssueTable.tsx'
import { SerialSubscriptions } from './SerialSubscriptions.tsx'

/** The issues of a serial: a run is added at once, issues are bound into volumes, subscriptions say what to expect. */
export function IssuePanel({ title }: { title: Title }) {
  const { t } = useTranslation()
  const mayWrite = useCan()('catalogue.write') && title.removedOn === null
  const issues = usePages('catalogue.issues', { titleId: title.id })
  const subscriptions = useQuery('catalogue.subscriptions', { titleId: title.id })
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())

  function toggle(id: number) {
    setChosen((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }
  const shownIds = issues.rows.map(({ id }) => id)
  const chosenIds = shownIds.filter((id) => chosen.has(id))
  return (
    <>
      <Failure of={issues.failure ?? subscriptions.failure} />
      {mayWrite && subscriptions.value && (
        <IssueRunForm titleId={title.id} frequency={subscriptions.value[0]?.frequency ?? 'monthly'} />
      )}
      {issues.rows.length === 0 && !issues.isLoading && (
        <p className="soft">{t('catalogue.serials.empty')}</p>
      )}
      {issues.rows.length > 0 && (
        <IssueTable
          rows={issues.rows}
          chosen={chosen}
          mayWrite={mayWrite}
          onToggle={toggle}
          onToggleAll={() => setChosen(new Set(chosenIds.length === shownIds.length ? [] : shownIds))}
        />
      )}
      {issues.hasMore && (
        <div className="actions">
          <Button onClick={issues.more}>{t('common.actions.more')}</Button>
        </div>
      )}
      {mayWrite && chosenIds.length > 0 && (
        <IssueBinding titleId={title.id} issueIds={chosenIds} onDone={() => setChosen(new Set())} />
      )}
      <SerialSubscriptions titleId={title.id} subscriptions={subscriptions.value ?? []} mayWrite={mayWrite} />
    </>
  )
}
